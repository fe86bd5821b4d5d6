using Timeline.Api.Hosting;
using Timeline.Api.Storage;

namespace Timeline.Api.Cli;

/// <summary>The database that the settings name, for one command; a server may run beside it.</summary>
public static class CommandStore
{
    public static async Task<int> Use(Func<Store, Task<int>> act)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        using var store = Store.Open(Settings.Read(configuration).ToStoreOptions(), TimeProvider.System, serve: false);
        return await act(store);
    }
}
