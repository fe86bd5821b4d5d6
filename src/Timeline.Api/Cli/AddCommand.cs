using System.CommandLine;
using Timeline.Api.Domain;
using Timeline.Api.Ingestion;
using Timeline.Api.Storage;
using Timeline.Extraction;

namespace Timeline.Api.Cli;

/// <summary><c>add</c>: stores articles from files, with what was read in them as proposals. Runs beside a server.</summary>
public static class AddCommand
{
    public static Command Command()
    {
        var files = new Argument<FileInfo[]>("FILE")
        {
            Description = "Articles with their front matter (published, title, …)",
            Arity = ArgumentArity.OneOrMore,
        };
        var published = new Option<string?>("--published") { Description = "The day they were published, where a file does not say" };
        var accept = new Option<bool>("--accept") { Description = "Make public at once what is read" };
        var command = new Command("add", "Reads articles and stores them with their events, claims and actors")
        {
            files.AcceptExistingOnly(),
            published,
            accept,
        };
        command.SetAction(
            (parsed, cancellation) =>
                CommandStore.Use(async store =>
                {
                    var failed = 0;
                    foreach (var file in parsed.GetRequiredValue(files))
                    {
                        failed |= await Store(
                            store,
                            file,
                            parsed.GetValue(published),
                            parsed.GetValue(accept) ? "accepted" : "proposed",
                            cancellation
                        );
                    }

                    return failed;
                })
        );
        return command;
    }

    private static async Task<int> Store(Store store, FileInfo file, string? published, string review, CancellationToken cancellation)
    {
        ArticleInput? article = null;
        ExtractionResult? read = null;
        InputFaults.Report(() =>
        {
            article = ArticleFile.Read(file.FullName, published, cancellation);
            read = article.Extract(cancellation);
        });
        if (article is null || read is null)
            return 1;

        var filed = await store.Write(
            "command line",
            transaction => ArticleIngest.Ingest(transaction, article, read, review, Visibility.Everything),
            cancellation
        );
        var outcome = filed.Created ? $"{read.Events.Count} events, {read.Claims.Count} claims, {review}" : "is stored already";
        Console.WriteLine($"{Ids.Text(Ids.Article, filed.Article)}  {file.Name}: {outcome}");
        foreach (var hint in ExtractionResponse.HintsOf(read))
            Console.Error.WriteLine($"{file.Name}: {hint.Detail}");
        return 0;
    }
}
