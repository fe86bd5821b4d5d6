namespace Timeline.Api.Ingestion;

/// <summary>How articles are taken in.</summary>
/// <param name="Extractions">How many articles are read at once.</param>
/// <param name="ExtractionDeadline">How long reading one article may take, its waiting included.</param>
/// <param name="AutoAccept">Whether what is read in posted articles is public without review.</param>
public sealed record IngestionOptions(int Extractions, TimeSpan ExtractionDeadline, bool AutoAccept);
