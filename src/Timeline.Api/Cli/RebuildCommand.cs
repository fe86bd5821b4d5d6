using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Timeline.Api.Hosting;
using Timeline.Api.Storage;

namespace Timeline.Api.Cli;

/// <summary>
/// <c>rebuild</c>: makes everything again that follows from events and claims. A SQLite file must not be served meanwhile, since a
/// server keeps answers by the number of the last change, and a rebuild that finds nothing wrong changes no number.
/// </summary>
public static class RebuildCommand
{
    public static Command Command()
    {
        var command = new Command(
            "rebuild",
            "Makes all that is derived again: visibility, standings, counts, filter terms, search words. "
                + "Stop the server first: a SQLite file that is being served is refused."
        );
        command.SetAction((_, cancellation) => Rebuild(cancellation));
        return command;
    }

    private static async Task<int> Rebuild(CancellationToken cancellation)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        // As a server opens it: the lock on the file keeps servers off until this is done.
        using var store = Store.Open(Settings.Read(configuration).ToStoreOptions(), TimeProvider.System, serve: true);
        try
        {
            var result = Console.IsErrorRedirected
                ? await Rebuild(store, new ProgressLines(Console.Error).Report, cancellation)
                : await WithBar(report => Rebuild(store, report, cancellation));
            Console.WriteLine(Summary(result));
            return 0;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped. Nothing has been changed.");
            return 1;
        }
    }

    private static Task<RebuildResult> Rebuild(Store store, Action<RebuildProgress> report, CancellationToken cancellation) =>
        store.Write(
            "rebuild",
            transaction =>
                transaction.RebuildReadModel(progress =>
                {
                    cancellation.ThrowIfCancellationRequested();
                    report(progress);
                }),
            cancellation
        );

    /// <summary>One bar for each kind of thing, on standard error, so that what is printed in the end can be piped.</summary>
    private static Task<RebuildResult> WithBar(Func<Action<RebuildProgress>, Task<RebuildResult>> rebuild)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console
            .Progress()
            .StartAsync(context =>
            {
                var bars = new Dictionary<string, ProgressTask>();
                return rebuild(progress =>
                {
                    if (!bars.TryGetValue(progress.Stage, out var bar))
                        bars[progress.Stage] = bar = context.AddTask(progress.Stage, maxValue: Math.Max(1, progress.Total));
                    bar.Value = progress.Total == 0 ? 1 : progress.Done;
                });
            });
    }

    private static string Summary(RebuildResult result)
    {
        var done = $"Rebuilt {Listed(result.Events, result.Actors, result.Articles)}.";
        if (result.EventsPutRight + result.ActorsPutRight + result.ArticlesPutRight == 0)
            return $"{done} Nothing differed.";
        return $"{done} Put right: {Listed(result.EventsPutRight, result.ActorsPutRight, result.ArticlesPutRight)}.";
    }

    private static string Listed(long events, long actors, long articles) =>
        $"{Counted(events, "event")}, {Counted(actors, "actor")} and {Counted(articles, "article")}";

    private static string Counted(long count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");
}
