namespace Timeline.Api.Storage;

/// <summary>Which database, and how long it may take.</summary>
/// <param name="Readers">How many read at once.</param>
/// <param name="ReadDeadline">How long a read may take, its waiting included.</param>
/// <param name="WriteDeadline">How long a write waits for its turn.</param>
public sealed record StoreOptions(string ConnectionString, int Readers, TimeSpan ReadDeadline, TimeSpan WriteDeadline)
{
    /// <summary>Makes what is kept of each event to be sent as it is.</summary>
    public required EventRenderer RenderEvents { get; init; }
}
