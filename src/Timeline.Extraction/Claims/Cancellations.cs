using System.Collections.Frozen;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>What was planned and will not take place: "was called off", "cancelled the talks", "would not go ahead".</summary>
internal static class Cancellations
{
    // The auxiliaries, the verb and its particle: "has since been called off".
    public const int LongestVerbGroup = 6;

    private static readonly FrozenSet<string> Triggers = StanceClassifier
        .WordsOf("cancelled", "given-up", "future")
        .Append("called")
        .Append("calling")
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

    // "The visit, which had been fixed for 14 March, was called off": the clause ends before the comma, the verb stands behind it.
    private static int EndOfMainVerb(Document document, TokenSpan clause) =>
        clause.End + 1 < document.Tokens.Length && document.Tokens[clause.End].Is(',') && document.Tokens[clause.End + 1].Tag.IsFinite
            ? Math.Min(clause.End + LongestVerbGroup, document.Sentences[document.SentenceOf(clause.First)].End)
            : clause.End;

    private static bool TellsThatItIsOff(IReadOnlyList<string> words, int at)
    {
        if (IsNegated(words, at))
            return false;
        if (words[at] is "called" or "calling")
            return at + 1 < words.Count && words[at + 1] == "off";
        if (StanceClassifier.IsWordOf("cancelled", words[at]))
            return true;
        // "dropped" and "abandoned" are said of much else, but of a plan in the passive.
        return StanceClassifier.IsWordOf("given-up", words[at]) && at > 0 && words[at - 1] is "been" or "was" or "were" or "is" or "are";
    }

    // "will not take place", "would not be held"
    private static bool TellsThatItWillNotBe(IReadOnlyList<string> words, int at) =>
        StanceClassifier.IsWordOf("future", words[at])
        && at + 3 < words.Count
        && VerbGroups.IsNegation(words[at + 1])
        && (words[at + 2], words[at + 3]) is ("take", "place") or ("go", "ahead") or ("be", "held");

    private static bool IsNegated(IReadOnlyList<string> words, int at)
    {
        for (var i = Math.Max(0, at - 3); i < at; i++)
        {
            if (VerbGroups.IsNegation(words[i]))
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
