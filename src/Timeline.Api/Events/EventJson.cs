using System.Text.Json;
using Timeline.Api.Http;
using Timeline.Api.Storage;

namespace Timeline.Api.Events;

/// <summary>An event as everyone sees it, as bytes to be kept and sent.</summary>
public static class EventJson
{
    /// <inheritdoc cref="EventRenderer"/>
    public static IEnumerable<RenderedEvent> Render(Snapshot snapshot, IReadOnlyList<long> events) =>
        snapshot.Query<Event>(EventSql.Public(events)).Select(Render);

    private static RenderedEvent Render(Event found) => new(found.Key, JsonSerializer.SerializeToUtf8Bytes(found, Json.Options));
}
