using System.CommandLine;
using System.Globalization;
using Timeline.Api.Hosting;
using Timeline.Api.Keys;
using Timeline.Api.Storage;

namespace Timeline.Api.Cli;

/// <summary><c>keys create|list|revoke</c>: who may write. Runs beside a server.</summary>
public static class KeysCommand
{
    /// <summary>The most days that a key can be given: a hundred years.</summary>
    private const int LongestLife = 36_500;

    public static Command Command() => new("keys", "Keys to write with") { Create(), List(), Revoke() };

    private static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "Whose key it is, or what for" };
        var scopes = new Option<string[]>("--scope")
        {
            Description = "write, review or admin (which implies both); repeatable",
            DefaultValueFactory = _ => ["write"],
        };
        var days = new Option<int?>("--days") { Description = "In how many days it expires (1 to 36500); never, if left out" };
        scopes.AcceptOnlyFromAmong([.. AccessKeys.Scopes]);
        var command = new Command("create", "Makes a key and prints it, once") { name, scopes, days };
        command.SetAction(
            (parsed, cancellation) =>
            {
                if (parsed.GetValue(days) is { } given and (< 1 or > LongestLife))
                    throw new SettingException($"--days must be 1 to {LongestLife}; got {given}.");
                return Open(async store =>
                {
                    var now = TimeProvider.System.GetUtcNow();
                    var end = parsed.GetValue(days) is { } lifetime ? now.AddDays(lifetime) : (DateTimeOffset?)null;
                    Console.WriteLine(
                        await store.Write(
                            "command line",
                            ledger => AccessKeys.Create(ledger, parsed.GetRequiredValue(name), parsed.GetRequiredValue(scopes), now, end),
                            cancellation
                        )
                    );
                    return 0;
                });
            }
        );
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Lists the keys, without their secrets");
        command.SetAction(
            (_, cancellation) =>
                Open(async store =>
                {
                    foreach (var key in await store.Read(AccessKeys.List, cancellation))
                    {
                        Console.WriteLine(
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{key.Id}  {string.Join(',', key.Scopes).PadRight(14)} {key.CreatedAt}  {Until(key).PadRight(30)} {key.Name}"
                            )
                        );
                    }

                    return 0;
                })
        );
        return command;
    }

    private static Command Revoke()
    {
        var id = new Argument<string>("ID") { Description = "The key's id, as 'keys list' shows it" };
        var command = new Command("revoke", "Ends a key at once") { id };
        command.SetAction(
            (parsed, cancellation) =>
                Open(async store =>
                {
                    var revoked = await store.Write(
                        "command line",
                        ledger => AccessKeys.Revoke(ledger, parsed.GetRequiredValue(id), TimeProvider.System.GetUtcNow()),
                        cancellation
                    );
                    Console.WriteLine(revoked ? "Revoked." : "There is no such key in force.");
                    return revoked ? 0 : 1;
                })
        );
        return command;
    }

    private static string Until(AccessKey key) =>
        key.RevokedAt is { } revoked ? $"revoked {revoked}"
        : key.ExpiresAt is { } end ? $"expires {end}"
        : "does not expire";

    /// <summary>Opens the database that the settings name, for one command.</summary>
    internal static async Task<int> Open(Func<Store, Task<int>> act)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        using var store = Store.Open(Settings.Read(configuration), TimeProvider.System, serve: false);
        return await act(store);
    }
}
