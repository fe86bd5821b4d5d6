namespace Timeline.Api.Storage;

/// <content>Whether the database can be reached.</content>
public sealed partial class Store
{
    private static readonly TimeSpan CheckInterval = TimeSpan.FromSeconds(1);
    private (long At, Exception? Failure)? _lastCheck;

    /// <summary>
    /// Fails as reading would where a connection made now does not reach the database. Tried once a second at most, whoever asks.
    /// </summary>
    public async Task CheckReachable(CancellationToken cancellation)
    {
        if (!await _checking.WaitAsync(_options.ReadDeadline, cancellation))
            throw new BusyException();
        try
        {
            if (_lastCheck is not { } last || _time.GetElapsedTime(last.At) >= CheckInterval)
                _lastCheck = last = (_time.GetTimestamp(), TryConnect());
            if (last.Failure is { } failure)
                throw failure;
        }
        finally
        {
            _checking.Release();
        }
    }

    private Exception? TryConnect()
    {
        try
        {
            _connections.Open(_options.ReadDeadline).Dispose();
            return null;
        }
        catch (Exception exception) when (exception is BusyException or UnavailableException)
        {
            return exception;
        }
    }
}
