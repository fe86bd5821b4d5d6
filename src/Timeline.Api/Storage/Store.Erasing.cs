using System.Data.Common;

namespace Timeline.Api.Storage;

/// <content>Taking deleted words out of the database's files, in turn with writes.</content>
public sealed partial class Store
{
    /// <summary>How long erasing waits for a reader of an old state before writes get their turn again.</summary>
    private static readonly TimeSpan ScrubPatience = TimeSpan.FromMilliseconds(100);

    /// <summary>Returns when a write has taken words away that may still lie in the files.</summary>
    internal Task WaitForErasure(CancellationToken cancellation) => _erasures.WaitAsync(cancellation);

    /// <summary>One step of taking deleted words out of the files, in turn with writes; true once none are left there.</summary>
    internal async Task<bool> Scrub(bool first, CancellationToken cancellation)
    {
        await _writer.WaitAsync(cancellation);
        try
        {
            using var connection = _connections.Open(ScrubPatience);
            return connection.Scrub(first);
        }
        catch (DbException exception) when (Dialect.Failure(exception) is BusyException)
        {
            return false;
        }
        finally
        {
            _writer.Release();
        }
    }
}
