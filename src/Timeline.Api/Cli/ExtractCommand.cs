using System.CommandLine;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Timeline.Api.Http;
using Timeline.Api.Http.Problems;
using Timeline.Api.Ingestion;

namespace Timeline.Api.Cli;

/// <summary><c>extract</c>: reads articles and prints what they tell; nothing is stored.</summary>
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
                result.AddError($"There is no file {result.GetValue(files)![0]}.");
        });
        command.SetAction(
            (parsed, cancellation) =>
                Task.FromResult(
                    Refused(() =>
                    {
                        var given = parsed.GetRequiredValue(files);
                        if (parsed.GetValue(lines))
                            Lines(given[0], given[1], cancellation);
                        else
                            One(given[0].FullName, parsed.GetValue(published), parsed.GetValue(json), cancellation);
                    })
                )
        );
        return command;
    }

    /// <summary>Runs and returns 0; prints what is wrong with the input and returns 1 where a problem ends it.</summary>
    internal static int Refused(Action act)
    {
        try
        {
            act();
            return 0;
        }
        catch (ProblemException problem)
        {
            Console.Error.WriteLine(problem.Detail ?? problem.Title);
            foreach (var fault in problem.Faults)
                Console.Error.WriteLine($"  {(fault.Line is { } line ? $"line {line}: " : "")}{fault.Pointer}: {fault.Detail}");
            return 1;
        }
    }

    private static void One(string path, string? published, bool asJson, CancellationToken cancellation)
    {
        var submission = ArticleFile.Read(path, published, cancellation);
        var read = submission.Extract(cancellation);
        if (asJson)
            Console.WriteLine(JsonSerializer.Serialize(ExtractionResponse.Create(submission, read, null), Json.Indented));
        else
            Table(ExtractionLine.Create("", read));
    }

    private static void Table(ExtractionLine read)
    {
        Console.WriteLine("EVENTS");
        foreach (var found in read.Events.OrderBy(found => found.Earliest is null).ThenBy(found => found.Earliest, StringComparer.Ordinal))
        {
            Console.WriteLine(
                $"  {(found.Date ?? "undated").PadRight(23)} {Cut(found.Title, 90)}  [{string.Join(", ", found.Actors.Select(actor => actor.Name))}]"
            );
        }

        Console.WriteLine("CLAIMS");
        foreach (var claim in read.Claims.Where(claim => claim.Speaker is not null))
        {
            Console.WriteLine(
                $"  {Cut(claim.Speaker!, 30).PadRight(31)} {claim.Stance}{(claim.Via is null ? "" : $", by way of {claim.Via}")}{(claim.RespondsTo is { } answered ? $", answering {read.Claims[answered].Speaker}" : "")}"
            );
        }

        Console.WriteLine("ACTORS");
        foreach (var actor in read.Actors)
        {
            Console.WriteLine(
                $"  {Cut(actor.Name, 40).PadRight(41)} {actor.Kind}, {actor.Mentions.Count} mention{(actor.Mentions.Count == 1 ? "" : "s")}"
            );
        }
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";

    private static void Lines(FileInfo input, FileInfo output, CancellationToken cancellation)
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
                Progress(reader.BaseStream.Position, input.Length, line, watch.Elapsed);
        }

        if (!Console.IsErrorRedirected)
            Console.Error.WriteLine();
    }

    /// <summary>A bar of 30 marks with the rate, on a terminal only.</summary>
    private static void Progress(long done, long all, int line, TimeSpan elapsed)
    {
        var share = all == 0 ? 1 : Math.Min(1, (double)done / all);
        var marks = (int)(share * 30);
        Console.Error.Write(
            $"\r[{new string('#', marks)}{new string('.', 30 - marks)}] {share:P0}  {line} articles, {done / 1e6 / Math.Max(elapsed.TotalSeconds, 0.001):F1} MB/s "
        );
    }
}
