using System.Collections.Frozen;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>What was planned and will not take place: "was called off", "cancelled the talks", "would not go ahead".</summary>
internal static class Cancellations
{
    // The auxiliaries, the verb and its particle: "has since been called off".
    public const int LongestVerbGroup = 6;

    private static readonly FrozenSet<string> Triggers = StanceClassifier
        .WordsOf("cancelled", "cancelling", "called-off", "given-up", "future")
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Index of the first of these words, lower case, that cancels something; -1 where none does.</summary>
    public static int FindVerb(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (Triggers.Contains(words[i]) && (TellsThatItIsOff(words, i) || TellsThatItWillNotBe(words, i)))
                return i;
        }

        return -1;
    }

    /// <summary>
    /// Whether the time in this clause dates what was planned, and not the moment at which it was called off: it describes the subject
    /// ("the rally on 2 November was scrapped"), follows a word of planning, or lies ahead of the telling.
    /// </summary>
    public static bool IsOfPlan(Document document, TokenSpan clause, TokenSpan time, bool isAhead)
    {
        var end = EndOfMainVerb(document, clause);
        // Few clauses hold such a word, and only for those are their words put together.
        if (!AnyBetween(clause.First, end, i => Triggers.Contains(document.Tokens[i].Lower)))
            return false;
        var found = FindVerb([.. Enumerable.Range(clause.First, end - clause.First).Select(i => document.Tokens[i].Lower)]);
        if (found < 0)
            return false;
        var verb = clause.First + found;
        if (time.First > verb)
            return isAhead || AnyBetween(verb, time.First, i => StanceClassifier.IsWordOf("planned", document.Tokens[i].Lower));
        return AnyBetween(clause.First, time.First, i => document.Tokens[i].Tag.IsNoun)
            && !AnyBetween(time.End, verb, i => document.Tokens[i].Tag.IsNoun || document.Tokens[i].Tag == PosTag.PRP);
    }

    // "will not go ahead": a clause leaves an adverb at its end out. "The visit, which had been fixed for 14 March, was called off": it
    // ends before the comma, the verb stands behind it.
    private static int EndOfMainVerb(Document document, TokenSpan clause)
    {
        var end = clause.End;
        if (end + 1 >= document.Tokens.Length)
            return end;
        if (document.Tokens[end].Tag.IsAdverb)
            return end + 1;
        return document.Tokens[end].Is(',') && document.Tokens[end + 1].Tag.IsFinite
            ? Math.Min(end + LongestVerbGroup, document.Sentences[document.SentenceOf(clause.First)].End)
            : end;
    }

    private static bool TellsThatItIsOff(IReadOnlyList<string> words, int at)
    {
        if (IsDoubtful(words, at) || at > 0 && StanceClassifier.IsWordOf("determiner", words[at - 1]))
            return false;
        if (StanceClassifier.IsWordOf("called-off", words[at]))
            return at + 1 < words.Count && words[at + 1] == "off";
        if (StanceClassifier.IsWordOf("cancelled", words[at]))
            return true;
        // "is cancelling the talks", not "considers cancelling them"; "dropped" is said of much else, but of a plan in the passive.
        return at > 0
            && StanceClassifier.IsWordOf("being", words[at - 1])
            && (StanceClassifier.IsWordOf("cancelling", words[at]) || StanceClassifier.IsWordOf("given-up", words[at]));
    }

    // "will not take place", "would not be held"
    private static bool TellsThatItWillNotBe(IReadOnlyList<string> words, int at) =>
        StanceClassifier.IsWordOf("future", words[at])
        && at + 3 < words.Count
        && VerbGroups.IsNegation(words[at + 1])
        && (words[at + 2], words[at + 3]) is ("take", "place") or ("go", "ahead") or ("be", "held");

    // "was not cancelled", "could be called off", "has to be scrapped"
    private static bool IsDoubtful(IReadOnlyList<string> words, int at)
    {
        for (var i = Math.Max(0, at - 3); i < at; i++)
        {
            if (VerbGroups.IsNegation(words[i]) || StanceClassifier.IsWordOf("unsure", words[i]))
                return true;
        }

        return false;
    }

    private static bool AnyBetween(int first, int end, Func<int, bool> holds)
    {
        for (var i = first; i < end; i++)
        {
            if (holds(i))
                return true;
        }

        return false;
    }
}
