using System.CommandLine;
using Timeline.Api.Hosting;
using Timeline.Api.Storage;

namespace Timeline.Api.Cli;

/// <summary>What the program does without a verb: it serves.</summary>
public static class ServeCommand
{
    /// <summary>Serves until it is told to stop, and says what to open.</summary>
    /// <param name="args">All that was given, which the server reads its settings from.</param>
    public static async Task<int> Run(ParseResult parsed, string[] args)
    {
        if (parsed.UnmatchedTokens.FirstOrDefault(token => !IsSetting(token)) is { } stranger)
            throw new SettingException($"'{stranger}' is not a command and not a setting. --help lists both.");
        await using var app = await Server.Build(args, TimeProvider.System);
        try
        {
            await app.StartAsync();
        }
        catch (IOException taken)
        {
            throw new SettingException($"urls: {taken.Message} Choose another address with --urls http://localhost:PORT.");
        }

        foreach (var url in app.Urls)
        {
            Console.WriteLine($"Timeline listens on {url}");
            Console.WriteLine($"  look at it:  {url}/");
            Console.WriteLine($"  explore it:  {url}/swagger");
            Console.WriteLine($"  ask it:      curl '{url}/v1/events?from=2014&to=2014'");
        }

        await app.WaitForShutdownAsync();
        return 0;
    }

    private static bool IsSetting(string token) => token.StartsWith("--", StringComparison.Ordinal) && token.Contains(':');
}
