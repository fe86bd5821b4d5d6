namespace Timeline.Edtf;

/// <summary>Why a text is no EDTF, and where.</summary>
/// <param name="Reason">One sentence for the person who wrote the text.</param>
/// <param name="Position">Index in UTF-16 units where the part that cannot stand begins; the length of the text where it ends too
/// early.</param>
public readonly record struct EdtfError(string Reason, int Position);
