using System.CommandLine;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Timeline.Api.Http;
using Timeline.Api.Ingestion;

namespace Timeline.Api.Cli;

/// <summary><c>extract</c>: reads articles and prints the events, claims and actors in them; nothing is stored.</summary>
public static class ExtractCommand
{
    public static Command Command()
    {
        var files = new Argument<FileInfo[]>("FILE")
        {
            Description = "An article; with --jsonl IN and OUT",
            Arity = new ArgumentArity(1, 2),
        };
        var published = new Option<string?>("--published")
        {
            Description = "The day it was published (2025-02-09), where the file does not say",
        };
        var json = new Option<bool>("--json") { Description = "Print JSON instead of a table" };
        var lines = new Option<bool>("--jsonl") { Description = "IN holds lines {id, published, text}; OUT gets one line for each" };
        var command = new Command("extract", "Reads an article and prints its dated events, claims and actors")
        {
            files,
            published,
            json,
            lines,
        };
        command.Validators.Add(result =>
        {
            var (count, needed) = (result.GetValue(files)?.Length ?? 0, result.GetValue(lines) ? 2 : 1);
            if (count != needed)
                result.AddError(needed == 2 ? "--jsonl takes two files, IN and OUT." : "Takes one file.");
            else if (!File.Exists(result.GetValue(files)![0].FullName))
                result.AddError($"The file {result.GetValue(files)![0]} does not exist.");
        });
        command.SetAction(
            (parsed, cancellation) =>
                Task.FromResult(
                    InputFaults.Report(() =>
                    {
                        var given = parsed.GetRequiredValue(files);
                        if (parsed.GetValue(lines))
                            ReadLines(given[0], given[1], cancellation);
                        else
                            ReadOne(given[0].FullName, parsed.GetValue(published), parsed.GetValue(json), cancellation);
                    })
                )
        );
        return command;
    }

    private static void ReadOne(string path, string? published, bool asJson, CancellationToken cancellation)
    {
        var submission = ArticleFile.Read(path, published, cancellation);
        var read = submission.Extract(cancellation);
        if (asJson)
            Console.WriteLine(JsonSerializer.Serialize(ExtractionResponse.Create(submission, read, null), Json.Indented));
        else
            PrintTable(ExtractionLine.Create("", read));
    }

    private static void PrintTable(ExtractionLine read)
    {
        foreach (var hint in read.Hints ?? [])
            Console.Error.WriteLine(hint.Detail);
        Console.WriteLine("EVENTS");
        foreach (var found in read.Events.OrderBy(found => found.Earliest is null).ThenBy(found => found.Earliest, StringComparer.Ordinal))
        {
            var actors = string.Join(", ", found.Actors.Select(actor => actor.Name));
            Console.WriteLine($"  {(found.Date ?? "undated").PadRight(23)} {Cut(found.Title, 90)}  [{actors}]");
        }

        Console.WriteLine("CLAIMS");
        foreach (var claim in read.Claims.Where(claim => claim.Speaker is not null))
        {
            var via = claim.Via is null ? "" : $", by way of {claim.Via}";
            var answering = claim.RespondsTo is { } answered ? $", answering {read.Claims[answered].Speaker}" : "";
            Console.WriteLine($"  {Cut(claim.Speaker!, 30).PadRight(31)} {claim.Stance}{via}{answering}");
        }

        Console.WriteLine("ACTORS");
        foreach (var actor in read.Actors)
        {
            var mentions = actor.Mentions.Count == 1 ? "1 mention" : $"{actor.Mentions.Count} mentions";
            Console.WriteLine($"  {Cut(actor.Name, 40).PadRight(41)} {actor.Kind}, {mentions}");
        }
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";

    private static void ReadLines(FileInfo input, FileInfo output, CancellationToken cancellation)
    {
        using var reader = new StreamReader(input.FullName, Encoding.UTF8);
        using var writer = new StreamWriter(output.FullName, false, new UTF8Encoding(false)) { NewLine = "\n" };
        var watch = Stopwatch.StartNew();
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (string.IsNullOrWhiteSpace(text))
                continue;
            writer.WriteLine(ExtractionLine.Create(Encoding.UTF8.GetBytes(text), line, cancellation).ToJson());
            if (!Console.IsErrorRedirected && (line % 10 == 0 || reader.EndOfStream))
                PrintProgress(reader.BaseStream.Position, input.Length, line, watch.Elapsed);
        }

        if (!Console.IsErrorRedirected)
            Console.Error.WriteLine();
    }

    /// <summary>A bar of 30 marks with the rate, on a terminal only.</summary>
    private static void PrintProgress(long done, long all, int line, TimeSpan elapsed)
    {
        var share = all == 0 ? 1 : Math.Min(1, (double)done / all);
        var marks = (int)(share * 30);
        var bar = new string('#', marks) + new string('.', 30 - marks);
        var rate = done / 1e6 / Math.Max(elapsed.TotalSeconds, 0.001);
        Console.Error.Write($"\r[{bar}] {share:P0}  {line} articles, {rate:F1} MB/s ");
    }
}
