using System.Diagnostics;
using System.Text.Json;
using Timeline.Edtf;
using Timeline.Extraction;

namespace Timeline.Scores;

/// <summary>
/// Runs the scorers of <c>events</c>: what an editor would print of invented articles and of real news. The scorers are those of the
/// corpus; here are only the lines that they read.
/// </summary>
public static class EventScores
{
    public static void Print(string corpora, string output)
    {
        var events = Path.Combine(corpora, "events");
        if (!Directory.Exists(events))
            return;
        var invented = Path.Combine(events, "invented");
        Extract(Run("python3", [Path.Combine(invented, "make_input.py")]), Path.Combine(output, "events-invented.jsonl"));
        Score("events/invented", Path.Combine(invented, "score_articles.py"), Path.Combine(output, "events-invented.jsonl"));
        var news = Path.Combine(events, "news");
        string[] sources = [Path.Combine(corpora, "gum", "gum-news-dev.jsonl"), Path.Combine(corpora, "meantime", "meantime-dev.jsonl")];
        Extract(Run("python3", [Path.Combine(news, "make_input.py"), .. sources]), Path.Combine(output, "events-news.jsonl"));
        Score("events/news", Path.Combine(news, "score_events.py"), Path.Combine(output, "events-news.jsonl"));
    }

    private static void Score(string name, string scorer, string predictions)
    {
        Console.WriteLine(name);
        Console.Write(Run("python3", [scorer, predictions]));
    }

    private static void Extract(string lines, string path)
    {
        using var writer = new StreamWriter(path);
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var document = JsonDocument.Parse(line);
            string Text(string member) => document.RootElement.GetProperty(member).GetString()!;
            writer.WriteLine(ToLine(Text("id"), Extractor.Extract(Text("text"), Day.Parse(Text("published")))));
        }
    }

    // As `extract --jsonl` writes it, in the members that the scorers read.
    private static string ToLine(string id, ExtractionResult read) =>
        JsonSerializer.Serialize(
            new
            {
                id,
                expressions = read.Expressions.Select(found => new
                {
                    start = found.Span.Start,
                    end = found.Span.End,
                    phrase = found.Phrase,
                    date = found.Date?.ToString(),
                    earliest = found.Date?.Earliest?.ToString(),
                    latest = found.Date?.Latest?.ToString(),
                }),
                actors = read.Actors.Select(actor => new
                {
                    name = actor.Name,
                    kind = actor.Kind,
                    mentions = Pairs(actor.Mentions),
                }),
                claims = read.Claims.Select(claim => new
                {
                    speaker = claim.Speaker is { } speaker ? read.Actors[speaker].Name : claim.SpeakerName,
                    source = Pairs(claim.Source),
                    via = claim.Via is { } via ? read.Actors[via].Name : null,
                    cue = Pairs(claim.Cue),
                    content = Pairs(claim.Content),
                    direct = claim.Direct,
                    stance = claim.Stance,
                    respondsTo = claim.RespondsTo,
                }),
                events = read.Events.Select(told => new
                {
                    date = told.Date?.ToString(),
                    earliest = told.Date?.Earliest?.ToString(),
                    latest = told.Date?.Latest?.ToString(),
                    spans = Pairs(told.Expressions.Select(i => read.Expressions[i].Span)),
                    title = told.Title,
                    kind = told.Kind,
                    actors = told.Actors.Select(part => new { name = read.Actors[part.Actor].Name, roles = part.Roles }),
                    claims = told.Claims,
                }),
            }
        );

    private static IEnumerable<int[]> Pairs(IEnumerable<TextSpan> spans) => spans.Select(span => new[] { span.Start, span.End });

    private static string Run(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var written = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? written : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed.");
    }
}
