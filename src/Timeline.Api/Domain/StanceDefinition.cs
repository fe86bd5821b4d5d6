namespace Timeline.Api.Domain;

/// <summary>A stance that a claim can take.</summary>
/// <param name="Name">As the API writes it.</param>
public sealed record StanceDefinition(string Name, StanceEffects Effects);
