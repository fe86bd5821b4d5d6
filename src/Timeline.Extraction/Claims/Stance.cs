namespace Timeline.Extraction.Claims;

/// <summary>What the source does with what it says.</summary>
public enum Stance : byte
{
    Asserts,
    Confirms,
    Denies,
    Disputes,
    NeitherConfirmsNorDenies,
    DeclinesToComment,
    Promises,
    Demands,
    Expects,

    /// <summary>What was planned will not take place.</summary>
    Cancels,
}
