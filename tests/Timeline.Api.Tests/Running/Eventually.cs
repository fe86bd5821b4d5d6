using Timeline.Api.Storage;

namespace Timeline.Api.Tests.Running;

/// <summary>Waits for what must come to be, however slow the machine is; what never comes fails after minutes.</summary>
public static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Asks again and again until the value is the expected one; fails with the last value where it never is.</summary>
    public static async Task Equal<T>(T expected, Func<Task<T>> read)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        end.CancelAfter(Patience);
        var value = await read();
        while (!Equals(expected, value) && !end.IsCancellationRequested)
        {
            await Task.Delay(Pause, CancellationToken.None);
            value = await read();
        }

        Assert.Equal(expected, value);
    }

    /// <summary>Reads until the value is the expected one; a slow machine may not get to it by the short deadline of a test.</summary>
    public static Task Reads<T>(T expected, Store store, Func<Snapshot, T> read)
        where T : struct =>
        Equal<T?>(
            expected,
            async () =>
            {
                try
                {
                    return await store.Read(read);
                }
                catch (BusyException)
                {
                    return null;
                }
            }
        );
}
