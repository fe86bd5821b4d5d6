using System.CommandLine;
using Timeline.Api.Keys;
using Timeline.Api.Storage;

namespace Timeline.Api.Cli;

/// <summary><c>keys create|list|revoke</c>: who may write. Runs beside a server.</summary>
public static class KeysCommand
{
    /// <summary>The most days that a key can be given: a hundred years.</summary>
    private const int MaxDays = 36_500;

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
                if (parsed.GetValue(days) is { } given and (< 1 or > MaxDays))
                    throw new SettingException($"--days must be 1 to {MaxDays}; got {given}.");
                return CommandStore.Use(async store =>
                {
                    var now = TimeProvider.System.GetUtcNow();
                    var end = parsed.GetValue(days) is { } lifetime ? now.AddDays(lifetime) : (DateTimeOffset?)null;
                    Console.WriteLine(
                        await store.Write(
                            "command line",
                            transaction =>
                                AccessKeys.Create(transaction, parsed.GetRequiredValue(name), parsed.GetRequiredValue(scopes), now, end),
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
                CommandStore.Use(async store =>
                {
                    foreach (var key in await store.Read(AccessKeys.List, cancellation))
                    {
                        var scopes = string.Join(',', key.Scopes).PadRight(14);
                        Console.WriteLine($"{key.Id}  {scopes} {key.CreatedAt}  {Until(key).PadRight(30)} {key.Name}");
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
                CommandStore.Use(async store =>
                {
                    var revoked = await store.Write(
                        "command line",
                        transaction => AccessKeys.Revoke(transaction, parsed.GetRequiredValue(id), TimeProvider.System.GetUtcNow()),
                        cancellation
                    );
                    Console.WriteLine(revoked ? "Revoked." : "There is no such key in force.");
                    return revoked ? 0 : 1;
                })
        );
        return command;
    }

    private static string Until(AccessKey key)
    {
        if (key.RevokedAt is { } revoked)
            return $"revoked {revoked}";
        return key.ExpiresAt is { } end ? $"expires {end}" : "does not expire";
    }
}
