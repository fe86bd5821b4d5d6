using System.Collections.Frozen;
using System.Text;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Titles;

/// <summary>From the words of a title to its text: nothing that only connected it to the sentence is left at either end.</summary>
internal static class TitleText
{
    private const int FewestWords = 2;

    private static readonly FrozenSet<string> Dangling = WordSet.Parse(
        "that which who whose where when while as because than so such very"
    );

    private static readonly FrozenSet<string> Openers = WordSet.Parse("during before after since until despite because");

    private static readonly FrozenSet<string> BareEnds = WordSet.Parse("is are was were been being has have had");

    /// <summary>The text; null where too little is left to be read.</summary>
    public static string? Render(List<TitleWord> words)
    {
        TrimStart(words);
        TrimEnd(words);
        BalanceQuotes(words);
        TrimQuotation(words);
        if (words.Count(word => char.IsLetterOrDigit(word.Text[0])) < FewestWords)
            return null;
        var text = new StringBuilder();
        for (var i = 0; i < words.Count; i++)
        {
            var follows = i > 0 && (words[i].Token < 0 || words[i - 1].Token == words[i].Token - 1 || IsAttached(words[i]));
            if (i > 0 && !(words[i].IsGlued && (follows || words[i - 1].Token < 0)))
                text.Append(' ');
            text.Append(words[i].Text);
        }
        return Capitalise(text.ToString());
    }

    /// <summary>Whether it does not begin with a verb that has lost its subject.</summary>
    public static bool IsWhole(List<TitleWord> words)
    {
        var first = words.Find(word => char.IsLetterOrDigit(word.Text[0]));
        // "There was", "The market had been": what it was has gone with its date.
        if (
            words.FindLast(word => char.IsLetterOrDigit(word.Text[0])) is { Text: not null } last
            && BareEnds.Contains(last.Text)
            && last.Token >= 0
        )
        {
            return false;
        }

        if (words.Exists(word => word.Text is "<" or ">" or "=") || IsFragment(words))
            return false;
        return first.Text is not null
            && (first.Token < 0 || !first.Tag.IsFinite && first.Tag is not (PosTag.VBN or PosTag.TO or PosTag.POS));
    }

    // "Embarrassing the mayor in a vote", "During the mayor's campaign", "There was in the mayor's speech": the sentence is elsewhere.
    private static bool IsFragment(List<TitleWord> words)
    {
        var at = Math.Max(0, words.FindIndex(word => char.IsLetterOrDigit(word.Text[0])));
        if (at + 1 >= words.Count || words[at].Token < 0)
            return false;
        var (first, next) = (words[at], words[at + 1]);
        if (first.Tag == PosTag.EX && words.Count > at + 2 && words[at + 1].Tag.IsVerb && words[at + 2].Tag == PosTag.IN)
            return true;
        if (words.Exists(word => word.Is("including")) && !words.Exists(word => word.Tag.IsFinite || word.Tag == PosTag.MD))
            return true;
        if (first.Is("including") || first.Is("even") && Openers.Contains(next.Text))
            return true;
        if (first.Tag == PosTag.VBG && next.Tag is PosTag.NNP or PosTag.DT or PosTag.PRP or PosTag.PRPS)
            return !words.Skip(at).Any(word => word.Tag.IsFinite && word.Tag is not PosTag.VBN);
        return Openers.Contains(first.Text.ToLowerInvariant()) && !HasMainClause(words, at);
    }

    // A comma, and a verb behind it.
    private static bool HasMainClause(List<TitleWord> words, int from)
    {
        var comma = words.FindIndex(from, word => word.Text == ",");
        return comma > 0 && words.Skip(comma).Any(word => word.Tag.IsFinite || word.Tag == PosTag.MD);
    }

    private static bool IsAttached(TitleWord word) =>
        word.Tag == PosTag.POS
        || word.Text is "," or "%" or ")" or "”" or "n't" or "n’t"
        || word.Text[0] is '\'' or '’' && word.Text.Length > 1;

    private static void TrimStart(List<TitleWord> words)
    {
        var first = 0;
        while (
            first < words.Count
            && (words[first].Tag == PosTag.CC || words[first].Text is "," or ";" or ":" or "." or ")" or "-" or "–" or "—" or "”")
        )
        {
            first++;
        }

        words.RemoveRange(0, first);
    }

    private static void TrimEnd(List<TitleWord> words)
    {
        while (words.Count > 0 && IsLoose(words[^1]))
            words.RemoveAt(words.Count - 1);
    }

    private static bool IsLoose(TitleWord word) =>
        word.Tag is PosTag.IN or PosTag.TO or PosTag.CC or PosTag.DT or PosTag.PRPS or PosTag.WDT or PosTag.WP or PosTag.WRB
        || word.Text is "," or ";" or ":" or "." or "(" or "-" or "–" or "—" or "“" or "..." or "…" or "!"
        || Dangling.Contains(word.Text);

    // “We saw no way out,” loses its comma, and “Why?” keeps its mark.
    private static void TrimQuotation(List<TitleWord> words)
    {
        for (var i = words.Count - 1; i > 0; i--)
        {
            var closes = words[i].Text is "”" or "\"" or "’" && words[i].Tag == PosTag.Sign;
            if (closes && words[i - 1].Text is "," or "." or ";" or "…")
            {
                words[i] = words[i] with { Token = -1, IsGlued = true };
                words.RemoveAt(--i);
            }
        }
    }

    // A quotation that was cut closes where it is cut; one whose beginning is gone loses its marks.
    private static void BalanceQuotes(List<TitleWord> words)
    {
        var open = -1;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Text is "“" or "\"" or "‘" or "''" or "``" && (words[i].Text is not "\"" || open < 0))
            {
                open = i;
            }
            else if (words[i].Text is "”" or "\"" or "’" && words[i].Tag == PosTag.Sign)
            {
                if (open < 0)
                    words.RemoveAt(i--);
                open = -1;
            }
        }
        if (open < 0)
            return;
        if (open == words.Count - 1)
            words.RemoveAt(open);
        else
            words.Add(TitleWord.Put(ClosingOf(words[open].Text), PosTag.Sign, glued: true));
    }

    private static string ClosingOf(string mark) =>
        mark switch
        {
            "“" => "”",
            "‘" => "’",
            _ => "\"",
        };

    private static string Capitalise(string text)
    {
        var at = 0;
        while (at < text.Length && !char.IsLetterOrDigit(text[at]))
            at++;
        var end = at;
        while (end < text.Length && text[end] != ' ')
            end++;
        // iPhone keeps its spelling.
        return at == text.Length || text[at..end].Any(char.IsUpper)
            ? text
            : text[..at] + char.ToUpperInvariant(text[at]) + text[(at + 1)..];
    }
}
