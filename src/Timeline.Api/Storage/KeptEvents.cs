namespace Timeline.Api.Storage;

/// <summary>The finished JSON of those of these events that everyone sees, as everyone sees them.</summary>
public delegate IEnumerable<KeyValuePair<long, byte[]>> EventRenderer(Snapshot snapshot, IReadOnlyList<long> events);

/// <summary>
/// Keeps beside each event that everyone sees its finished JSON, so that a plain answer is a copy of bytes.
/// </summary>
internal sealed class KeptEvents(Connection connection, EventRenderer render)
{
    /// <summary>Makes the JSON of these events again.</summary>
    public void Update(IEnumerable<long> events)
    {
        foreach (var batch in IdBatch.Of(events))
        {
            foreach (var (id, json) in render(new Snapshot(connection), batch))
                connection.Execute($"update event set json = {json} where id = {id}");
            connection.Execute($"update event set json = null where id in {batch} and public = 0 and json is not null");
        }
    }
}
