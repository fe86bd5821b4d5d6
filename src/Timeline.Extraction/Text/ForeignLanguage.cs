namespace Timeline.Extraction.Text;

/// <summary>A language that is not read.</summary>
/// <param name="Code">BCP 47.</param>
/// <param name="Name">In English.</param>
public sealed record ForeignLanguage(string Code, string Name);
