using Timeline.Extraction.Actors;
using Timeline.Extraction.Claims;
using Timeline.Extraction.Events;

namespace Timeline.Extraction;

/// <summary>All the names that an <see cref="ExtractionResult"/> can hold, in the order of their enums.</summary>
public static class ExtractionVocabulary
{
    /// <summary>What a source does with its claim: <c>asserts</c>, <c>denies</c>, <c>neither-confirms-nor-denies</c> and so on.</summary>
    public static IReadOnlyList<string> Stances => EnumNames<Stance>.All;

    /// <summary>What happened: <c>statement</c>, <c>meeting</c>, <c>election</c> and so on; <c>other</c> where no word tells.</summary>
    public static IReadOnlyList<string> EventKinds => EnumNames<EventKind>.All;

    /// <summary>How an actor takes part in an event: <c>speaker</c>, <c>subject</c>, <c>addressee</c> or <c>mentioned</c>.</summary>
    public static IReadOnlyList<string> ParticipantRoles => EnumNames<ParticipantRole>.All;

    /// <summary>What an actor is: <c>person</c>, <c>organisation</c>, <c>state</c> or <c>medium</c>.</summary>
    public static IReadOnlyList<string> ActorKinds => EnumNames<ActorKind>.All;
}
