using System.Collections.Frozen;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Titles;

/// <summary>Cuts what is longer than a headline, where a phrase or a clause ends: never before the object of its verb.</summary>
internal static class TitleShortener
{
    private const int Wanted = 14,
        Most = 20,
        LongestAddressee = 4;

    // What stands behind one of these changes what stands before it.
    private static readonly FrozenSet<string> Conditions = WordSet.Parse("if unless except only until");

    // What is asked or looked for belongs to these: "a request for comment".
    private static readonly FrozenSet<string> Wants = WordSet.Parse(
        "request requests call calls demand demands plea pleas bid bids need search appeal appeals reason reasons"
    );

    /// <summary>Whether a reader would want it shorter.</summary>
    public static bool IsLong(TitleDraft title) => CountWords(title.Words)[^1] > Wanted;

    /// <summary>Cuts it, unless it is short enough or would lose what it says.</summary>
    public static void Shorten(TitleDraft title)
    {
        var words = title.Words;
        var counts = CountWords(words);
        if (counts[^1] > Wanted)
        {
            DropConjunction(title);
            counts = CountWords(words);
        }

        if (counts[^1] <= Wanted)
            return;
        var least = Math.Max(title.HeadIndex + 1, LastCondition(words));
        var (within, beyond) = (-1, -1);
        var open = OpenClauses(title);
        for (var i = Math.Max(1, least); i < words.Count; i++)
        {
            if (open[i] > 0 || !CanCut(words, i, title.HeadIndex))
                continue;
            if (NamesPartner(words, i) && EndOfPartner(title, open, counts, i) is { } end)
            {
                (within, beyond) = (-1, end);
                break;
            }

            var count = counts[i];
            if (count <= Wanted)
                within = i;
            else if (beyond < 0)
                beyond = i;
        }
        var cut = within > 0 ? within : beyond;
        if (cut > 0 && (within > 0 || counts[^1] > Most || counts[beyond] <= Most))
            words.RemoveRange(cut, words.Count - cut);
    }

    // "denied that she had misled", "told the council that": the first "that" behind a verb and whom it tells says nothing.
    private static void DropConjunction(TitleDraft title)
    {
        var words = title.Words;
        var at = words.FindIndex(word => word.Is("that") && word.Tag is PosTag.IN or PosTag.WDT);
        if (at <= 0 || at + 1 >= words.Count)
            return;
        var verb = at - 1;
        while (verb > 0 && at - verb <= LongestAddressee && (words[verb].Tag.IsNoun || words[verb].Tag is PosTag.DT or PosTag.PRP))
            verb--;
        var isReporting = verb == at - 1 || words[verb].Text is "told" or "tells" or "tell";
        if (isReporting && words[verb].Tag is (PosTag.VBD or PosTag.VBZ or PosTag.VBP))
            words.RemoveAt(at);
    }

    // How many clauses are open before each word: a clause opens with "that" or "who", and has its verb to come.
    private static int[] OpenClauses(TitleDraft title)
    {
        var (words, open, depth, isOwn) = (title.Words, new int[title.Words.Count], 0, false);
        for (var i = 0; i < words.Count; i++)
        {
            // "wants the sale of a ferry, and a judge will rule": what the first words opened was no clause.
            if (words[i].Is(",") && i + 1 < words.Count && words[i + 1].Tag == PosTag.CC && depth == 1 && isOwn)
                (depth, isOwn) = (0, false);
            open[i] = depth;
            if (words[i].Tag.IsFinite && depth > 0 && !(i > 0 && words[i - 1].Tag == PosTag.MD))
                (depth, isOwn) = (depth - 1, false);
            if (words[i].Is("that") && words[i].Tag is PosTag.IN or PosTag.WDT || words[i].Tag is PosTag.WP or PosTag.WDT or PosTag.WRB)
                depth++;
            else if (title.Clause >= 0 && words[i].Token == title.Clause && !words[i].Is("that"))
                (depth, isOwn) = (depth + 1, true);
        }
        return open;
    }

    private static bool CanCut(List<TitleWord> words, int at, int head)
    {
        var (word, before) = (words[at], words[at - 1]);
        var opens =
            word.Text is "," or ";" or "-" or "–" or "—" or "--"
            || word.Tag is PosTag.CC or PosTag.WDT or PosTag.WP or PosTag.WRB or PosTag.WPS or PosTag.VBG
            || word.Tag == PosTag.IN && word.Text is not ("of" or "than" or "that" or "between" or "as" or "among");
        var closes = before.Tag.IsNoun || before.Tag is PosTag.PRP or PosTag.RP || before.Text is "”" or "%" or ")";
        closes |= before.Token < 0 && before.Tag != PosTag.POS;
        return opens && closes && HasObject(words, head, at) && !IsBetween(words, at) && !Belongs(words, at);
    }

    // "a request for comment", "Ann Holm and Bo Berg": both are one.
    private static bool Belongs(List<TitleWord> words, int at) =>
        words[at].Is("for") && Wants.Contains(words[at - 1].Text)
        || words[at].Is("and") && at + 1 < words.Count && words[at - 1].Tag == PosTag.NNP && words[at + 1].Tag == PosTag.NNP;

    // "with Holm", "for Holm": who it was done with, to or for.
    private static bool NamesPartner(List<TitleWord> words, int at) =>
        words[at].Text is "with" or "for" or "against" or "by" or "from" or "to"
        && at + 1 < words.Count
        && (words[at + 1].Tag.IsName || words[at + 1].Tag == PosTag.DT && at + 2 < words.Count && words[at + 2].Tag.IsName);

    // The next place to cut, where the title stays short enough with the name.
    private static int? EndOfPartner(TitleDraft title, int[] open, int[] counts, int at)
    {
        for (var i = at + 2; i <= title.Words.Count; i++)
        {
            if (counts[i] > Most)
                return null;
            if (i == title.Words.Count || open[i] == 0 && CanCut(title.Words, i, title.HeadIndex))
                return i;
        }

        return null;
    }

    // Some noun stands after the head.
    private static bool HasObject(List<TitleWord> words, int head, int end)
    {
        for (var i = head + 1; i < end; i++)
        {
            if (words[i].Tag.IsNoun || words[i].Tag == PosTag.PRP || words[i].Token < 0)
                return true;
        }

        return head < 0;
    }

    // "between A and B", "both A and B"
    private static bool IsBetween(List<TitleWord> words, int at)
    {
        if (!words[at].Is("and"))
            return false;
        for (var i = at - 1; i >= Math.Max(0, at - 6); i--)
        {
            if (words[i].Is("between") || words[i].Is("both"))
                return true;
        }

        return false;
    }

    private static int LastCondition(List<TitleWord> words)
    {
        for (var i = words.Count - 1; i > 0; i--)
        {
            if (Conditions.Contains(words[i].Text))
                return i + 1;
        }

        return 0;
    }

    // How many words stand before each index, and after the last one how many there are.
    private static int[] CountWords(List<TitleWord> words)
    {
        var counts = new int[words.Count + 1];
        for (var i = 0; i < words.Count; i++)
        {
            var text = words[i].Text;
            var isWord = !words[i].IsGlued && (char.IsLetterOrDigit(text[0]) || char.IsSymbol(text[0]));
            counts[i + 1] = counts[i] + (isWord ? 1 : 0) + text.AsSpan().Count(' ');
        }

        return counts;
    }
}
