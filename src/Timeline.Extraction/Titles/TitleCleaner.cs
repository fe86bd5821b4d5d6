using System.Collections.Frozen;
using Timeline.Extraction.Events;
using Timeline.Extraction.Text;
using Timeline.Extraction.Time;

namespace Timeline.Extraction.Titles;

/// <summary>
/// Leaves out what a reader of a timeline does not need: the date that the entry has anyway, days that only count from the article's,
/// brackets, and words that only lead from one sentence to the next.
/// </summary>
internal sealed class TitleCleaner(StageResults results)
{
    private static readonly FrozenSet<string> DatePrepositions = WordSet.Parse(
        "on in at by since until till from to during between after before through throughout within over for as of around about towards"
            + " late early earlier later mid the only just back again starting beginning ending and or not yet"
    );
    private static readonly FrozenSet<string> Connectives = WordSet.Parse(
        "also meanwhile however still finally separately additionally moreover furthermore thus therefore then instead nevertheless though"
    );
    private static readonly FrozenSet<string> DayParts = WordSet.Parse("morning afternoon evening night midnight noon dawn");

    public void Clean(TitleDraft title, EventDraft draft)
    {
        var words = title.Words;
        RemoveBrackets(words);
        RemoveAsides(title);
        RemoveAppositions(title);
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Token >= 0 && results.TimeAt(words[i].Token) is { } time && time.First == words[i].Token)
                i = RemoveTime(title, i, time, draft);
        }

        RemoveConnectives(title);
        CollapseCommas(words);
    }

    // Returns where to go on.
    private int RemoveTime(TitleDraft title, int at, TimeMention time, EventDraft draft)
    {
        var words = title.Words;
        var end = at;
        while (end < words.Count && words[end].Token >= time.First && words[end].Token < time.End)
            end++;
        var isOwn = draft.Times.Exists(own => IsSame(results.Times[own], time));
        if (!isOwn && time.Expression.Anchor is null || IsBoundOfNegation(words, at, time))
            return end - 1;
        var describes = end < words.Count && (words[end].Tag.IsNoun || words[end].Tag.IsAdjective) && words[end].Token == time.End;
        var start = at;
        if (!describes)
        {
            if (OwnsNoun(words, end))
            {
                // "in Tuesday's vote": in the vote.
                words[at] = TitleWord.Put("the", PosTag.DT);
                words.RemoveRange(at + 1, end - at);
                return at;
            }

            if (end < words.Count && words[end].Tag == PosTag.POS)
                end++;
            while (end < words.Count && (DayParts.Contains(words[end].Text) || words[end].Is("week")))
                end++;
            start = StartOfAdjunct(title, at);
        }

        words.RemoveRange(start, end - start);
        return start - 1;
    }

    private static bool OwnsNoun(List<TitleWord> words, int at) =>
        at + 1 < words.Count && words[at].Tag == PosTag.POS && (words[at + 1].Tag.IsNoun || words[at + 1].Tag.IsAdjective);

    // "in 2008 and 2012" is one adjunct.
    private bool IsSame(TimeMention own, TimeMention time)
    {
        var (first, second) = own.First < time.First ? (own, time) : (time, own);
        return ReferenceEquals(own, time)
            || second.First == first.End + 1
                && results.Document.Tokens[first.End].Lower is "and" or "or"
                && time.Expression.Date is not null;
    }

    // "not expected before Easter": without its end the sentence says more than the article.
    private static bool IsBoundOfNegation(List<TitleWord> words, int at, TimeMention time) =>
        time.Signal is TemporalSignal.Before or TemporalSignal.Until or TemporalSignal.Since
        && words.Take(at).Any(word => VerbForms.IsNegation(word.Text.ToLowerInvariant()));

    private static int StartOfAdjunct(TitleDraft title, int at)
    {
        var (words, start) = (title.Words, at);
        while (start > 0 && start - 1 > title.HeadIndex - 1 && IsLead(words[start - 1]) && words[start - 1].Token != title.Head)
            start--;
        if (start > title.HeadIndex || title.HeadIndex < 0)
            return start;
        start = at;
        while (start > 0 && words[start - 1].Tag is PosTag.IN or PosTag.TO or PosTag.DT && IsLead(words[start - 1]))
            start--;
        return start;
    }

    private static bool IsLead(TitleWord word) =>
        word.Token >= 0
        && DatePrepositions.Contains(word.Text.ToLowerInvariant())
        && word.Tag is not (PosTag.RP or PosTag.MD)
        && !VerbForms.IsNegation(word.Text.ToLowerInvariant());

    // ", which ends on Friday,": what only describes a noun once more.
    private static void RemoveAsides(TitleDraft title)
    {
        var words = title.Words;
        for (var i = words.Count - 2; i > 0; i--)
        {
            if (i + 1 >= words.Count || words[i].Text != "," || words[i + 1].Tag is not (PosTag.WDT or PosTag.WP or PosTag.WPS))
                continue;
            var close = words.FindIndex(i + 1, word => word.Text is "," or ";" or "”");
            var end =
                close < 0 ? words.Count
                : words[close].Text == "," ? close + 1
                : close;
            if (!words.Skip(i).Take(end - i).Any(word => word.Token == title.Head))
                words.RemoveRange(i, end - i);
        }
    }

    // "Holm, the firm that he had founded, paid": what is called so is named before, and its verb follows.
    private static void RemoveAppositions(TitleDraft title)
    {
        var words = title.Words;
        for (var i = words.Count - 3; i > 0; i--)
        {
            if (words[i].Text != "," || !words[i - 1].Tag.IsNoun || words[i + 1].Tag is not (PosTag.DT or PosTag.PRPS))
                continue;
            var close = words.FindIndex(i + 1, word => word.Text is "," or ";" or "”");
            if (close < 0 || close + 1 >= words.Count || words[close].Text != "," || !words[close + 1].Tag.IsFinite)
                continue;
            if (!words.Skip(i).Take(close - i).Any(word => word.Token == title.Head))
                words.RemoveRange(i, close - i + 1);
        }
    }

    private static void RemoveBrackets(List<TitleWord> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Text is not ("(" or "["))
                continue;
            var close = words.FindIndex(i, word => word.Text is ")" or "]");
            if (close < 0)
                return;
            words.RemoveRange(i, close - i + 1);
            i--;
        }
    }

    private static void RemoveConnectives(TitleDraft title)
    {
        var words = title.Words;
        for (var i = words.Count - 1; i >= 0; i--)
        {
            if (words[i].Tag.IsAdverb && Connectives.Contains(words[i].Text.ToLowerInvariant()))
                words.RemoveAt(i);
        }
    }

    // Commas around what is gone go with it.
    private static void CollapseCommas(List<TitleWord> words)
    {
        for (var i = words.Count - 1; i > 0; i--)
        {
            if (words[i].Text == "," && (words[i - 1].Text is "," or ":" || IsJoint(words, i)))
                words.RemoveAt(i);
        }
    }

    // A comma between words that did not stand side by side.
    private static bool IsJoint(List<TitleWord> words, int at) =>
        words[at].Token >= 0 && words[at - 1].Token >= 0 && words[at - 1].Token != words[at].Token - 1;
}
