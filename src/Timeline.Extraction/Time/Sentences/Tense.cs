namespace Timeline.Extraction.Time;

/// <summary>Where the sentence around an expression looks to.</summary>
public enum Tense
{
    /// <summary>Nothing tells.</summary>
    Unknown,

    /// <summary>As having happened.</summary>
    Past,

    /// <summary>As going on or as a habit.</summary>
    Present,

    /// <summary>What somebody means or is asked to do, by then or at some time: agreed to sell.</summary>
    Intended,

    /// <summary>As still to come: will, is due, plans to, could.</summary>
    Future,
}
