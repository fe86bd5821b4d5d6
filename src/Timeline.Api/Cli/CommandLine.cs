using System.CommandLine;
using Timeline.Api.Hosting;
using Timeline.Api.Storage;

namespace Timeline.Api.Cli;

/// <summary>The command line: the server where no verb is given, else one verb a file.</summary>
public static class CommandLine
{
    private static string SettingLines =>
        string.Join('\n', Setting.All.Select(setting => $"  {setting.Name.PadRight(30)} {setting.Meaning} [default: {setting.Default}]"));

    /// <summary>The exit code: 0 done, 1 the input was refused, 2 a setting or an argument is wrong.</summary>
    public static async Task<int> Run(string[] args)
    {
        var parsed = Root(args).Parse(args);
        try
        {
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
            // The server ends by itself when it is told to, after the requests in flight; a limit from here would cut them.
            if (parsed.CommandResult.Command is RootCommand)
                configuration.ProcessTerminationTimeout = null;
            return await parsed.InvokeAsync(configuration);
        }
        catch (Exception wrong) when (wrong is SettingException or BusyException or UnavailableException or StorageFullException)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 2;
        }
    }

    private static RootCommand Root(string[] args)
    {
        var root = new RootCommand(
            $"""
            Timeline: a sourced timeline of who claims what happened when, read from news articles and served over REST.
            Without a command it serves.

            Settings (environment variables; on the command line --Timeline:Seed=false and the like):
            {SettingLines}
            """
        )
        {
            new Option<string>("--urls") { Description = "Where to listen", DefaultValueFactory = _ => ListenAddresses.Default },
            ExtractCommand.Command(),
            AddCommand.Command(),
            KeysCommand.Command(),
            RebuildCommand.Command(),
        };
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((parsed, _) => ServeCommand.Run(parsed, args));
        return root;
    }
}
