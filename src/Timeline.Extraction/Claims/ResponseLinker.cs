using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>
/// Which claim answers which: matched by whom and what it names, by its words, and by what it calls what it answers; never only by being
/// near.
/// </summary>
internal sealed class ResponseLinker(IReadOnlyList<ClaimProfile> claims)
{
    private const int Window = 24,
        FarthestSentence = 14,
        FarthestAhead = 3;

    // Weights: a name that is answered tells most, then the accused, then what the reply calls it; words tell less, distance against.
    private const double NamedWeight = 4,
        AccusedWeight = 3,
        ClassWeight = 3,
        WordWeight = 1.5,
        DistanceWeight = 0.4,
        Least = 1.5;

    private readonly int?[] _answered = new int?[claims.Count];

    /// <summary>For each claim the index of the claim that it answers, or null; quotations that continue a reply take its stance.</summary>
    public int?[] Link()
    {
        for (var i = 0; i < claims.Count; i++)
        {
            if (claims[i].IsReply || IsAsked(claims[i]))
                _answered[i] = Find(i);
            if (_answered[i] is null)
                Continue(i);
        }

        return _answered;
    }

    // “Nobody asked them,” he said: the reply of the sentence before goes on.
    private void Continue(int index)
    {
        if (index == 0 || claims[index] is not { Draft.IsDirect: true, Stance: Stance.Asserts } quote)
            return;
        var reply = index - 1;
        if (reply > 0 && _answered[reply - 1] == reply)
            reply--;
        // A reply can answer what comes after it, which is no continuation of the reply then.
        if (_answered[reply] == index)
            return;
        var before = claims[reply];
        var isNext = quote.Sentence - before.Sentence is 0 or 1;
        if (!isNext || before.Stance is not (Stance.Denies or Stance.Disputes) || !(quote.SpeaksForOthers || quote.SharesSide(before)))
            return;
        quote.Stance = Stance.Denies;
        if (_answered[reply] is not { } answered)
            return;
        _answered[index] = answered;
        if (claims[answered].Stance is Stance.Demands or Stance.Expects or Stance.Promises)
            quote.Stance = Stance.Disputes;
    }

    private int? Find(int index)
    {
        for (var i = index + 1; i < claims.Count && claims[i].Sentence == claims[index].Sentence; i++)
        {
            if (claims[i].Draft.CueEnd - claims[i].Draft.CueFirst < 6 && claims[index].Draft.Covers(claims[i].Draft.CueFirst))
                return i;
        }

        var (best, found) = (Least, (int?)null);
        for (var i = index - 1; i >= Math.Max(0, index - Window) && claims[index].Sentence - claims[i].Sentence <= FarthestSentence; i--)
        {
            if (CanBeAnswered(claims[index], claims[i]) && Score(claims[index], claims[i]) is var score && score > best)
                (best, found) = (score, i);
        }

        return found ?? FindBehind(index) ?? FindAhead(index);
    }

    // "The firm denied that it knew, after an engineer told a committee that it did": what is answered comes later in the sentence.
    private int? FindBehind(int index)
    {
        if (claims[index].Stance is not (Stance.Denies or Stance.Disputes))
            return null;
        for (var i = index + 1; i < claims.Count && claims[i].Sentence == claims[index].Sentence; i++)
        {
            if (claims[i].Stance == Stance.Asserts && CanBeAnswered(claims[index], claims[i]))
                return i;
        }

        return null;
    }

    // An article may open with the reply: "The palace denied reports of a rift. The Herald said …".
    private int? FindAhead(int index)
    {
        var reply = claims[index];
        if (!reply.IsReply || reply.AnsweredClasses.Count == 0)
            return null;
        for (var i = index + 1; i < claims.Count && claims[i].Sentence - reply.Sentence <= FarthestAhead; i++)
        {
            var isNamed = reply.Named.Overlaps(claims[i].Side) || reply.Topics.Count(claims[i].Topics.Contains) >= 2;
            if (isNamed && CanBeAnswered(reply, claims[i]) && !claims[i].IsReply)
                return i;
        }

        return null;
    }

    private static bool CanBeAnswered(ClaimProfile reply, ClaimProfile claim) =>
        claim.Stance is Stance.Asserts or Stance.Demands or Stance.Expects or Stance.Promises or Stance.Denies or Stance.Disputes
        && (claim.Draft.Source is not null || claim.Draft.Via is not null)
        && claim.Draft.Sense.Manner is AttributionManner.Said or AttributionManner.Shown or AttributionManner.Thought
        && !reply.SharesSide(claim);

    private static double Score(ClaimProfile reply, ClaimProfile claim)
    {
        var score = -DistanceWeight * (reply.Sentence - claim.Sentence);
        if (reply.Named.Overlaps(claim.Side) || AskedNames(reply).Any(claim.Side.Contains))
            score += NamedWeight;
        if (claim.IsReported && AskedWords(reply).Any(word => ClaimProfile.CallsSo("report", word)))
            score += ClassWeight;
        if (reply.Side.Overlaps(claim.Named))
            score += AccusedWeight;
        var classes = reply.AnsweredClasses;
        if (classes.Count > 0)
            score += classes.Any(claim.IsOf) ? ClassWeight : -1;
        else if (reply.PointsBack)
            score += ClassWeight;
        score += WordWeight * Math.Min(3, reply.Topics.Count(claim.Topics.Contains));
        if (claim.Stance is Stance.Denies or Stance.Disputes)
            score -= 2;
        return score;
    }

    // "when asked to comment on the Herald report": names in what the source was asked about.
    private static IEnumerable<string> AskedNames(ClaimProfile reply) =>
        AskedItems(reply).Where(i => reply.Draft.Sentence.Tag(i).IsName).Select(reply.Draft.Sentence.Lower);

    private static IEnumerable<string> AskedWords(ClaimProfile reply) => AskedItems(reply).Select(reply.Draft.Sentence.Lower);

    private static IEnumerable<int> AskedItems(ClaimProfile reply)
    {
        var asked = IndexOfAsked(reply.Draft);
        return asked < 0 ? [] : Enumerable.Range(asked + 1, reply.Draft.Sentence.Count - asked - 1);
    }

    private static bool IsAsked(ClaimProfile claim) => IndexOfAsked(claim.Draft) >= 0;

    // "when asked about", "asked if": where it begins, or -1.
    private static int IndexOfAsked(AttributionDraft draft)
    {
        var sentence = draft.Sentence;
        for (var i = 0; i < sentence.Count; i++)
        {
            if (sentence.Is(i, "asked") && i != draft.CueFirst && !sentence.IsAuxiliaryBefore(i))
                return i;
        }

        return -1;
    }
}
