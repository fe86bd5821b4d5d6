using System.Diagnostics;
using System.Text.Json.Nodes;
using Timeline.Extraction.Claims;
using Timeline.Extraction.Text;

namespace Timeline.Scores;

/// <summary>Reads PolNeAR's development articles for attributions and has the corpora's own script score the answers.</summary>
internal static class AttributionScores
{
    private static readonly string[] Parts = ["train", "dev"];
    private static readonly (string Name, string Part, string Measure)[] Measures =
    [
        ("joint", "joint(F1,P,R)", ""),
        ("detect", "detect(F1,P,R)", ""),
        ("source", "source", "exact(F1,P,R)"),
        ("cue", "cue", "exact(F1,P,R)"),
        ("content", "content", "exact(F1,P,R)"),
    ];

    public static void Print(string corpora, string output)
    {
        Console.WriteLine($"{"attribution".PadRight(18)}{string.Concat(Measures.Select(m => (m.Name + " F1/P/R").PadLeft(20)))}");
        foreach (var part in Parts)
        {
            var gold = Path.Combine(corpora, $"polnear/polnear-{part}.jsonl");
            var system = Path.Combine(output, $"polnear-{part}.system.jsonl");
            File.WriteAllLines(system, File.ReadLines(gold).Select(line => Answer(JsonNode.Parse(line)!.AsObject())));
            var scores = Score(corpora, gold, system);
            Console.WriteLine(
                $"{("polnear-" + part).PadRight(18)}{string.Concat(Measures.Select(m => Figures(scores, m.Part, m.Measure).PadLeft(20)))}"
            );
        }
    }

    private static string Answer(JsonObject record)
    {
        var document = Document.Parse((string)record["text"]!);
        var found = ClaimStage
            .Run(document)
            .Select(claim => new JsonObject
            {
                ["source"] = Spans(document, claim.Source is { } source ? [source] : []),
                ["cue"] = Spans(document, [claim.Cue]),
                ["content"] = Spans(document, claim.Content),
            });
        return new JsonObject { ["id"] = (string)record["id"]!, ["attributions"] = new JsonArray([.. found]) }.ToJsonString();
    }

    private static JsonArray Spans(Document document, IEnumerable<TokenSpan> runs) =>
        new([.. runs.Select(run => document.SpanOf(run.First, run.End)).Select(span => new JsonArray(span.Start, span.End))]);

    private static JsonObject Score(string corpora, string gold, string system)
    {
        string[] arguments = [Path.Combine(corpora, "eval/eval_attrib.py"), gold, system, "--json"];
        using var python = Process.Start(new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true })!;
        var answer = python.StandardOutput.ReadToEnd();
        python.WaitForExit();
        return JsonNode.Parse(answer)!.AsObject();
    }

    private static string Figures(JsonObject scores, string part, string measure)
    {
        var figures = measure.Length > 0 ? scores[part]![measure]! : scores[part]!;
        return string.Join(" / ", figures.AsArray().Select(figure => $"{(double)figure!:0.0}"));
    }
}
