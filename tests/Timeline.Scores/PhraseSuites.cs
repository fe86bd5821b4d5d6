using System.Text.Json.Nodes;
using Timeline.Edtf;
using Timeline.Extraction.Text;
using Timeline.Extraction.Time;

namespace Timeline.Scores;

/// <summary>
/// How many of the phrases in other libraries' test suites are found at all, dated or not; their conventions of resolution are their own.
/// </summary>
internal static class PhraseSuites
{
    private static readonly (string File, string Text)[] Files =
    [
        ("recognizers-text-en", "text"),
        ("duckling-time-en", "input"),
        ("chrono-en", "text"),
    ];

    public static void Print(string corpora, string output)
    {
        foreach (var (file, member) in Files)
        {
            var rows = File.ReadLines(Path.Combine(corpora, "tagger-suites", file + ".jsonl"))
                .Select(l => JsonNode.Parse(l)!.AsObject())
                .SelectMany(r => Phrases(r, member))
                .ToArray();
            var missed = rows.Where(r => !Found(r.Input, r.Phrase)).Select(r => r.Phrase).Distinct().ToArray();
            File.WriteAllLines(Path.Combine(output, file + ".missed.txt"), missed);
            Console.WriteLine(
                $"{file.PadRight(22)}{rows.Length.ToString().PadLeft(6)} phrases, "
                    + $"{100.0 * rows.Count(r => Found(r.Input, r.Phrase)) / rows.Length:0.0} % found"
            );
        }
    }

    private static IEnumerable<(string Input, string Phrase)> Phrases(JsonObject row, string member)
    {
        if ((bool?)row["negative"] is true)
            return [];
        var input = (string)row["input"]!;
        if (row["results"] is JsonArray results)
            return results.Select(r => (input, (string)r!["text"]!));
        return (string?)row[member] is { } phrase ? [(input, phrase)] : [];
    }

    // Found: most of its letters lie in expressions.
    private static bool Found(string input, string phrase)
    {
        var at = input.IndexOf(phrase, StringComparison.Ordinal);
        if (at < 0)
            return false;
        var covered = TimeStage
            .Run(Document.Parse(input), Day.FromYearMonthDay(2016, 11, 7))
            .Select(m => m.Expression.Span)
            .Sum(s => Math.Max(0, Math.Min(s.End, at + phrase.Length) - Math.Max(s.Start, at)));
        return covered * 2 >= phrase.Length;
    }
}
