namespace Timeline.Api.Domain;

/// <summary>What a claim does with the event that it is about.</summary>
[Flags]
public enum StanceEffects
{
    None = 0,

    /// <summary>Says that it took place, or will.</summary>
    Supports = 1,

    /// <summary>Says that it did not.</summary>
    Opposes = 2,

    /// <summary>Says expressly that it may or may not have.</summary>
    LeavesOpen = 4,

    /// <summary>Speaks of it as still to come.</summary>
    Foresees = 8,

    /// <summary>Speaks of it as a fact, whatever others foresee.</summary>
    Settles = 16,

    /// <summary>Says that it was planned and will not take place.</summary>
    Cancels = 32,
}
