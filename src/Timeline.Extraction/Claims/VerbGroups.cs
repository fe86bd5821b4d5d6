using System.Collections.Frozen;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>A verb with its auxiliaries and the adverbs among them, as items of a sentence.</summary>
/// <param name="First">The first word, a modal, an auxiliary, "to" or the verb itself.</param>
/// <param name="Head">The verb that carries the meaning: "comment" of "has declined to comment".</param>
/// <param name="MainVerb">The first verb that is no auxiliary: "declined" there.</param>
internal readonly record struct VerbGroup(int First, int MainVerb, int Head, int End, bool Passive, bool Finite, bool Negated)
{
    public bool IsInfinitive(FoldedSentence sentence) => sentence.Is(First, "to");
}

internal static class VerbGroups
{
    private static readonly FrozenSet<string> Auxiliaries = WordSet.Parse(
        "be is are was were been being am have has had having do does did 's 're 'm 've 'd get got"
    );

    private const int LongestChain = 12;

    public static List<VerbGroup> Find(FoldedSentence sentence)
    {
        var found = new List<VerbGroup>();
        var i = 0;
        while (i < sentence.Count)
        {
            if (Starts(sentence, i) && Read(sentence, i) is { } group)
            {
                found.Add(group);
                i = group.End;
            }
            else
            {
                i++;
            }
        }
        return found;
    }

    private static bool Starts(FoldedSentence sentence, int at) =>
        sentence.Tag(at) switch
        {
            PosTag.MD => true,
            PosTag.TO => sentence.Tag(SkipAdverbs(sentence, at + 1)) is PosTag.VB or PosTag.VBP,
            var tag => tag.IsVerb,
        };

    private static VerbGroup? Read(FoldedSentence sentence, int first)
    {
        var (head, main, previous, negated) = (-1, -1, -1, false);
        var at = sentence.Tag(first) is PosTag.MD or PosTag.TO ? first + 1 : first;
        while (at - first < LongestChain)
        {
            var verb = SkipAdverbs(sentence, at);
            if (!sentence.IsVerb(verb))
                break;
            for (var i = at; i < verb; i++)
                negated |= IsNegation(sentence.Lower(i));
            (previous, head, at) = (head, verb, verb + 1);
            var auxiliary = IsAuxiliary(sentence.Lower(head));
            if (!auxiliary && main < 0)
                main = head;
            var to = sentence.Is(at, "yet") ? at + 1 : at;
            if (sentence.Is(to, "to") && (auxiliary || Links(sentence, head)) && sentence.IsVerb(SkipAdverbs(sentence, to + 1)))
            {
                negated |= to > at;
                at = to + 1;
            }
            else if (!auxiliary)
            {
                break;
            }
        }
        if (head < 0)
            return sentence.Tag(first) == PosTag.MD ? Bare(sentence, first) : null;
        if (main < 0)
            main = head;
        if (IsNegation(sentence.Lower(head + 1)) && !sentence.Is(head + 1, "no") || sentence.Is(first, "cannot"))
            negated = true;
        var finite = sentence.Tag(first) is PosTag.MD or PosTag.VBD or PosTag.VBP or PosTag.VBZ;
        return new(first, main, head, head + 1, IsPassive(sentence, previous, head), finite, negated);
    }

    private static VerbGroup? Bare(FoldedSentence sentence, int modal) =>
        new(modal, modal, modal, modal + 1, false, true, IsNegation(sentence.Lower(modal + 1)));

    private static bool IsPassive(FoldedSentence sentence, int previous, int head) =>
        previous >= 0
        && sentence.Tag(head) is PosTag.VBN or PosTag.VBD
        && sentence.Lower(previous)
            is "be"
                or "is"
                or "are"
                or "was"
                or "were"
                or "been"
                or "being"
                or "am"
                or "got"
                or "'s"
                or "'re"
                or "'m";

    private static bool Links(FoldedSentence sentence, int verb) =>
        CueLexicon.LinkVerbs.Contains(sentence.Lower(verb)) || sentence.Lower(verb) is "going" or "used" or "able" or "went";

    public static bool IsAuxiliary(string word) => Auxiliaries.Contains(word);

    public static bool IsNegation(string word) => word is "not" or "n't" or "never" or "neither" or "nor" or "hardly" or "no" or "cannot";

    public static int SkipAdverbs(FoldedSentence sentence, int at)
    {
        while (
            sentence.Tag(at).IsAdverb
            || sentence.Lower(at) is "not" or "n't" or "neither" or "never"
            || sentence.Is(at, "since") && sentence.Tag(at + 1) == PosTag.VBN
        )
        {
            at++;
        }

        return at;
    }
}
