namespace Timeline.Api.Storage;

/// <summary>Until when a read may go on: for so long from now, or until nobody waits for its answer any more.</summary>
public sealed class Deadline(TimeProvider time, TimeSpan limit, CancellationToken cancellation)
{
    private readonly long _start = time.GetTimestamp();

    public TimeSpan Limit => limit;

    public bool IsOver => cancellation.IsCancellationRequested || time.GetElapsedTime(_start) > limit;
}
