namespace Timeline.Extraction.Events;

/// <summary>What kind of thing happened; <c>kinds.tsv</c> has the words that tell of each.</summary>
public enum EventKind : byte
{
    Statement,
    Meeting,
    Call,
    Agreement,
    Decision,
    Appointment,
    Election,
    Conflict,
    Attack,
    Disaster,
    Publication,
    Legal,
    Economy,
    Other,
}

/// <summary>How an event lies in its date.</summary>
public enum EventExtent : byte
{
    /// <summary>At some time of it.</summary>
    Within,

    /// <summary>From its first day to its last.</summary>
    Throughout,
}

/// <summary>How an actor takes part in an event.</summary>
public enum ParticipantRole : byte
{
    Speaker,
    Subject,
    Addressee,
    Mentioned,
}
