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

    /// <summary>What somebody means or is asked to do, by then or at some time: agreed to sell.</summary>
    Intended,

    /// <summary>Told as still to come: will, is due, plans to, could.</summary>
    Future,
}
