using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>A verb with its auxiliaries and the adverbs among them, as items of a line.</summary>
/// <param name="First">The first word, a modal, an auxiliary, "to" or the verb itself.</param>
/// <param name="Head">The verb that carries the meaning: "comment" of "has declined to comment".</param>
/// <param name="Lead">The first verb that is no auxiliary: "declined" there.</param>
internal readonly record struct VerbGroup(int First, int Lead, int Head, int End, bool Passive, bool Finite, bool Negated)
{
    public bool IsInfinitive(Line line) => line.Is(First, "to");
}

internal static class VerbGroups
{
    private const int LongestChain = 12;

    public static List<VerbGroup> Of(Line line)
    {
        var found = new List<VerbGroup>();
        var i = 0;
        while (i < line.Count)
        {
            if (Starts(line, i) && Read(line, i) is { } group)
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

    private static bool Starts(Line line, int at) =>
        line.Tag(at) switch
        {
            Tag.MD => true,
            Tag.TO => line.Tag(SkipAdverbs(line, at + 1)) is Tag.VB or Tag.VBP,
            var tag => tag.IsVerb,
        };

    private static VerbGroup? Read(Line line, int first)
    {
        var (head, lead, previous, negated) = (-1, -1, -1, false);
        var at = line.Tag(first) is Tag.MD or Tag.TO ? first + 1 : first;
        while (at - first < LongestChain)
        {
            var verb = SkipAdverbs(line, at);
            if (!line.IsVerb(verb))
                break;
            for (var i = at; i < verb; i++)
                negated |= IsNegation(line.Lower(i));
            (previous, head, at) = (head, verb, verb + 1);
            var auxiliary = IsAuxiliary(line.Lower(head));
            if (!auxiliary && lead < 0)
                lead = head;
            var to = line.Is(at, "yet") ? at + 1 : at;
            if (line.Is(to, "to") && (auxiliary || Links(line, head)) && line.IsVerb(SkipAdverbs(line, to + 1)))
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
            return line.Tag(first) == Tag.MD ? Bare(line, first) : null;
        if (lead < 0)
            lead = head;
        if (IsNegation(line.Lower(head + 1)) && !line.Is(head + 1, "no") || line.Is(first, "cannot"))
            negated = true;
        var finite = line.Tag(first) is Tag.MD or Tag.VBD or Tag.VBP or Tag.VBZ;
        return new(first, lead, head, head + 1, IsPassive(line, previous, head), finite, negated);
    }

    private static VerbGroup? Bare(Line line, int modal) =>
        new(modal, modal, modal, modal + 1, false, true, IsNegation(line.Lower(modal + 1)));

    private static bool IsPassive(Line line, int previous, int head) =>
        previous >= 0
        && line.Tag(head) is Tag.VBN or Tag.VBD
        && line.Lower(previous) is "be" or "is" or "are" or "was" or "were" or "been" or "being" or "am" or "got" or "'s" or "'re" or "'m";

    private static bool Links(Line line, int verb) =>
        Lexicon.LinkVerbs.Contains(line.Lower(verb)) || line.Lower(verb) is "going" or "used" or "able" or "went";

    public static bool IsAuxiliary(string word) =>
        word
            is "be"
                or "is"
                or "are"
                or "was"
                or "were"
                or "been"
                or "being"
                or "am"
                or "have"
                or "has"
                or "had"
                or "having"
                or "do"
                or "does"
                or "did"
                or "'s"
                or "'re"
                or "'m"
                or "'ve"
                or "'d"
                or "get"
                or "got";

    public static bool IsNegation(string word) => word is "not" or "n't" or "never" or "neither" or "nor" or "hardly" or "no" or "cannot";

    public static int SkipAdverbs(Line line, int at)
    {
        while (
            line.Tag(at).IsAdverb
            || line.Lower(at) is "not" or "n't" or "neither" or "never"
            || line.Is(at, "since") && line.Tag(at + 1) == Tag.VBN
        )
        {
            at++;
        }

        return at;
    }
}
