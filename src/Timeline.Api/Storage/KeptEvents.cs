namespace Timeline.Api.Storage;

/// <summary>An event that everyone sees, as finished JSON.</summary>
public readonly record struct RenderedEvent(long Id, byte[] Json);

/// <summary>Those of these events that everyone sees, as everyone sees them.</summary>
public delegate IEnumerable<RenderedEvent> EventRenderer(Snapshot snapshot, IReadOnlyList<long> events);

/// <summary>Keeps the finished JSON of each event that everyone sees, so that a plain answer is a copy of bytes.</summary>
internal sealed class KeptEvents(Connection connection, EventRenderer render)
{
    /// <summary>Makes the JSON of these events again; what is gone or no longer public loses it.</summary>
    public void Update(IEnumerable<long> events)
    {
        foreach (var batch in IdBatch.Of(events))
        {
            connection.Execute($"delete from event_json where id in {batch}");
            foreach (var (id, json) in render(new Snapshot(connection), batch))
            {
                connection.Execute(
                    $"""
                    insert into event_json (time_key, public, start_day, end_day, id, json)
                    select time_key, public, start_day, end_day, id, {json} from event where id = {id}
                    """
                );
            }
        }
    }
}
