using System.Text.Json;
using System.Text.RegularExpressions;
using Timeline.Extraction.Claims;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Tests.Claims;

public class StanceClassifierTests
{
    [Theory]
    [InlineData("stance.jsonl", 90)]
    [InlineData("stance-aside.jsonl", 80)]
    public void At_least_so_many_percent_of_the_stances_are_those_of_the_labels(string file, int least)
    {
        var labelled = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Claims", file))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToList();
        var wrong = labelled
            .Where(item => Read(item) != item.GetProperty("stance").GetString())
            .Select(item => $"{item} read as {Read(item) ?? "nobody's"}")
            .ToList();
        var right = 100.0 * (labelled.Count - wrong.Count) / labelled.Count;
        TestContext.Current.TestOutputHelper?.WriteLine($"{file}: {right:0.0} %\n{string.Join('\n', wrong)}");
        Assert.True(right >= least, $"{right:0.0} %\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public void The_sentences_set_aside_are_a_third_of_all_and_none_of_the_others()
    {
        var (here, aside) = (Texts("stance.jsonl"), Texts("stance-aside.jsonl"));
        Assert.Empty(here.Intersect(aside));
        Assert.InRange(3.0 * aside.Count / (here.Count + aside.Count), 0.95, 1.05);
    }

    private static List<string> Texts(string file) =>
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Claims", file))
                .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!),
        ];

    // The claim meant is the one whose cue holds the marked words, else the shortest whose content does.
    private static string? Read(JsonElement item)
    {
        var text = item.GetProperty("text").GetString()!;
        var at = Regex.Match(text, $@"(?<!\w){Regex.Escape(item.GetProperty("at").GetString()!)}(?!\w)");
        var document = Document.Parse(text);
        bool Holds(TokenSpan run) => document.Tokens[run.First].Start < at.Index + at.Length && at.Index < document.Tokens[run.End - 1].End;
        var claims = ClaimStage.Run(document);
        var meant =
            claims.FirstOrDefault(claim => Holds(claim.Cue))
            ?? claims.Where(claim => claim.Content.Any(Holds)).MinBy(claim => claim.Content.Sum(run => run.End - run.First));
        return meant?.Stance.Name;
    }
}
