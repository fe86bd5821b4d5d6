namespace Timeline.Extraction.Time;

/// <summary>Where the sentence around an expression looks to.</summary>
public enum Tense
{
    /// <summary>Nothing tells.</summary>
    Unknown,

    /// <summary>Told as having happened.</summary>
    Past,

    /// <summary>Told as going on or as a habit.</summary>
    Present,

    /// <summary>Told as still to come: will, is due, plans to, could.</summary>
    Future,
}
