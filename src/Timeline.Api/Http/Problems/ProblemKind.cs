namespace Timeline.Api.Http.Problems;

/// <summary>A kind of problem: its stable code, the status of the answer, and a sentence for whoever looks the code up.</summary>
public sealed record ProblemKind(string Code, int Status, string Meaning)
{
    public string Title => char.ToUpperInvariant(Code[0]) + Code[1..].Replace('_', ' ');

    /// <summary>The address, on this server, that explains the code.</summary>
    public string Type => "/problems/" + Code;

    /// <summary>The meaning as plain text.</summary>
    public string PlainMeaning => Meaning.Replace("`", "");

    /// <summary>A problem of this kind, to be thrown.</summary>
    /// <param name="detail">What is wrong in this case.</param>
    public ProblemException With(string? detail) => new(this) { Detail = detail };
}
