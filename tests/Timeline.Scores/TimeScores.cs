using System.Diagnostics;
using System.Text.Json.Nodes;
using Timeline.Extraction;
using Timeline.Extraction.Text;
using Timeline.Extraction.Time;

namespace Timeline.Scores;

/// <summary>Reads the development sets for time expressions and has the corpora's own script score the answers.</summary>
internal static class TimeScores
{
    private static readonly string[] Corpora = ["tempeval3", "gum-news", "gum-other", "meantime", "wikiwars"];
    private static readonly string[] Measures = ["strict_F1", "relaxed_F1", "value_F1", "dateint_F1", "dateint_P", "dateint_R"];

    public static void Print(string corpora, string output)
    {
        Console.WriteLine($"{"time expressions".PadRight(18)}{string.Concat(Measures.Select(m => m.PadLeft(12)))}");
        foreach (var name in Corpora)
        {
            Write(TimexDocument.Read(corpora, name), Path.Combine(output, name));
            var scores = Score(corpora, Path.Combine(output, name));
            Console.WriteLine(
                $"{name.PadRight(18)}{string.Concat(Measures.Select(m => (100 * (double)scores[m]!).ToString("0.0").PadLeft(12)))}"
            );
        }

        PhraseSuites.Print(corpora, output);
    }

    private static void Write(IEnumerable<TimexDocument> documents, string path)
    {
        using var gold = new StreamWriter(path + ".gold.jsonl");
        using var system = new StreamWriter(path + ".system.jsonl");
        foreach (var document in documents)
        {
            gold.WriteLine(
                new JsonObject
                {
                    ["id"] = document.Id,
                    ["text"] = document.Text,
                    ["timex"] = document.Gold,
                }.ToJsonString()
            );
            system.WriteLine(new JsonObject { ["id"] = document.Id, ["timex"] = Answers(document) }.ToJsonString());
        }
    }

    private static JsonArray Answers(TimexDocument document) =>
        new([
            .. TimeStage
                .Run(Document.Parse(document.Text), document.Published)
                .Select(mention => mention.Expression)
                .Where(e => document.ScoredTo is not { } to || e.Span.End <= to)
                .Where(e => document.Values || e.Date is not null)
                .Select(e => Answer(e, document.Values)),
        ]);

    private static JsonObject Answer(TimeExpression expression, bool values) =>
        new JsonObject
        {
            ["start"] = expression.Span.Start,
            ["end"] = expression.Span.End,
            ["type"] = expression.TimexType,
            ["value"] = values ? expression.TimexValue : $"{expression.Date?.Earliest}/{expression.Date?.Latest}",
        };

    private static JsonObject Score(string corpora, string path)
    {
        string[] arguments =
        [
            Path.Combine(corpora, "eval/eval_timex.py"),
            path + ".gold.jsonl",
            path + ".system.jsonl",
            "--json",
            "--errors",
            path + ".errors.tsv",
        ];
        using var python = Process.Start(new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true })!;
        var answer = python.StandardOutput.ReadToEnd();
        python.WaitForExit();
        return JsonNode.Parse(answer)!.AsObject();
    }
}
