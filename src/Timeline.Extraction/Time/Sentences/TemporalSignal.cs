namespace Timeline.Extraction.Time;

/// <summary>The function word before an expression, a SIGNAL of TimeML: how the event's date relates to the expression's.</summary>
public enum TemporalSignal
{
    /// <summary>None, or one that places the event on the date itself (on, in, at, during).</summary>
    None,

    /// <summary>Begins there and goes on.</summary>
    Since,

    /// <summary>Goes on up to there, or has to be done by then.</summary>
    Until,

    /// <summary>Lies before it.</summary>
    Before,

    /// <summary>Lies after it.</summary>
    After,

    /// <summary>Begins there; the end is said too, or left open.</summary>
    From,

    /// <summary>The end of a range whose beginning was said.</summary>
    To,

    /// <summary>The first of two ends.</summary>
    Between,
}
