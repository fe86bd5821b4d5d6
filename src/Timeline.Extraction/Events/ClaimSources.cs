using Timeline.Extraction.Actors;
using Timeline.Extraction.Claims;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Events;

/// <summary>Which actor a claim's source is.</summary>
internal static class ClaimSources
{
    /// <summary>The actor who says it; a medium that passes something on is no speaker but a <c>via</c>.</summary>
    public static int? SpeakerOf(StageResults results, Attribution claim) =>
        (ActorIn(results, claim.SourceHead ?? claim.Source) ?? AppositionOf(results, claim)) is { } actor
        && !(IsMedium(results, actor) && Passes(claim))
            ? actor
            : null;

    // "Its founder, Ada Holm, said": the name between the commas.
    private static int? AppositionOf(StageResults results, Attribution claim)
    {
        if (
            claim.SourceHead is not { } head
            || head.End + 1 >= results.Document.Tokens.Length
            || !results.Document.Tokens[head.End].Is(',')
        )
        {
            return null;
        }
        if (results.Actors.MentionAt(head.End + 1) is not { Kind: MentionKind.Name } named || named.End >= results.Document.Tokens.Length)
            return null;
        var closes =
            results.Document.Tokens[named.End].Is(',') || results.Document.Tokens[named.End].Is('.') || named.End == claim.Cue.First;
        return closes && (claim.Cue.First >= named.End || claim.Cue.End <= head.First) ? named.Actor : null;
    }

    /// <summary>The medium that reported it.</summary>
    public static int? ViaOf(StageResults results, Attribution claim)
    {
        if (claim.Via is { } via && ActorIn(results, via) is { } named)
            return named;
        return Passes(claim) && ActorIn(results, claim.SourceHead ?? claim.Source) is { } actor && IsMedium(results, actor) ? actor : null;
    }

    /// <summary>The source as the text names it; null where it is a medium that passes something on.</summary>
    public static string? NameOf(StageResults results, Attribution claim) =>
        (claim.SourceHead ?? claim.Source) is not { } source || (ViaOf(results, claim) is { } via && ActorIn(results, source) == via)
            ? null
            : results.Document.TextOf(source.First, source.End);

    private static bool Passes(Attribution claim) =>
        claim.Manner is AttributionManner.Said or AttributionManner.Shown && claim.Stance == Stance.Asserts;

    private static bool IsMedium(StageResults results, int actor) => results.Actors.Actors[actor].Kind == ActorKind.Medium;

    // The person, where there is one ("the palace's spokeswoman Vera Holm"), else the first name that does not only describe.
    private static int? ActorIn(StageResults results, TokenSpan? source)
    {
        if (source is not { } span)
            return null;
        int? found = null;
        foreach (var mention in results.Actors.MentionsBetween(span.First, span.End))
        {
            if (mention.Kind == MentionKind.Modifier)
                continue;
            if (results.Actors.Actors[mention.Actor].Kind == ActorKind.Person && !IsOwner(results, mention))
                return mention.Actor;
            if (!IsOwner(results, mention))
                found ??= mention.Actor;
        }
        return found;
    }

    // "Holm's lawyer" is not Holm, and "her lawyer" is not her.
    private static bool IsOwner(StageResults results, ActorMention mention) =>
        results.Document.Tokens[mention.First].Tag == Text.PosTag.PRPS
        || (mention.End < results.Document.Tokens.Length && results.Document.Tokens[mention.End].Tag == Text.PosTag.POS);
}
