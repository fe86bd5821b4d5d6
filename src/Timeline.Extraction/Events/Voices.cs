using Timeline.Extraction.Actors;
using Timeline.Extraction.Claims;

namespace Timeline.Extraction.Events;

/// <summary>Which identity a claim's source is.</summary>
internal static class Voices
{
    /// <summary>The actor who says it; a medium that passes something on is no speaker but a <c>via</c>.</summary>
    public static int? SpeakerOf(Findings findings, Claim claim) =>
        ActorIn(findings, claim.Who ?? claim.Source) is { } actor && !(IsMedium(findings, actor) && Passes(claim)) ? actor : null;

    /// <summary>The medium that reported it.</summary>
    public static int? ViaOf(Findings findings, Claim claim)
    {
        if (claim.Via is { } via && ActorIn(findings, via) is { } named)
            return named;
        return Passes(claim) && ActorIn(findings, claim.Who ?? claim.Source) is { } actor && IsMedium(findings, actor) ? actor : null;
    }

    /// <summary>The source as the text names it; null where it is a medium that passes something on.</summary>
    public static string? NameOf(Findings findings, Claim claim) =>
        (claim.Who ?? claim.Source) is not { } source || (ViaOf(findings, claim) is { } via && ActorIn(findings, source) == via)
            ? null
            : findings.Document.Words(source.First, source.End);

    private static bool Passes(Claim claim) => claim.Manner is Manner.Said or Manner.Shown && claim.Stance == Stance.Asserts;

    private static bool IsMedium(Findings findings, int actor) => findings.Cast.Actors[actor].Kind == ActorKind.Medium;

    // The person, where there is one ("the palace's spokeswoman Vera Holm"), else the first name that does not only describe.
    private static int? ActorIn(Findings findings, Run? source)
    {
        if (source is not { } run)
            return null;
        int? found = null;
        foreach (var mention in findings.Cast.Between(run.First, run.End))
        {
            if (mention.Kind == MentionKind.Modifier)
                continue;
            if (findings.Cast.Actors[mention.Actor].Kind == ActorKind.Person && !IsOwner(findings, mention))
                return mention.Actor;
            if (!IsOwner(findings, mention))
                found ??= mention.Actor;
        }
        return found;
    }

    // "Holm's lawyer" is not Holm, and "her lawyer" is not her.
    private static bool IsOwner(Findings findings, Mention mention) =>
        findings.Document.Tokens[mention.First].Tag == Text.Tag.PRPS
        || (mention.End < findings.Document.Tokens.Length && findings.Document.Tokens[mention.End].Tag == Text.Tag.POS);
}
