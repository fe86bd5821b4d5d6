namespace Timeline.Api.Domain;

/// <summary>What a full-text search looks for: every word, the last one perhaps as a prefix.</summary>
/// <param name="All">Folded, in order; empty where the text holds no letter or digit.</param>
/// <param name="EndsInPrefix">True where the text ends with <c>*</c>.</param>
public sealed record SearchWords(IReadOnlyList<string> All, bool EndsInPrefix)
{
    public bool AreNone => All.Count == 0;

    /// <summary>The words of a text as <c>q</c> gives it; null for null.</summary>
    public static SearchWords? Parse(string? text) => text is null ? null : new(TextFolding.Words(text), text.TrimEnd().EndsWith('*'));
}
