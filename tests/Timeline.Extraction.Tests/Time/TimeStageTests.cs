using System.Text.Json.Nodes;
using Timeline.Edtf;
using Timeline.Extraction.Text;
using Timeline.Extraction.Time;

namespace Timeline.Extraction.Tests.Time;

/// <summary>
/// Each line of <c>expressions.jsonl</c> brackets one expression in a sentence and tells its EDTF, its TIMEX3 reading and, where given,
/// the date of what happens there.
/// </summary>
public class TimeStageTests
{
    public static TheoryData<string> Expressions => Lines("expressions.jsonl");

    public static TheoryData<string> NoDates => Lines("no-dates.jsonl");

    [Theory]
    [MemberData(nameof(Expressions))]
    public void The_bracketed_words_are_found_and_mean_what_the_case_says(string line)
    {
        var expected = JsonNode.Parse(line)!;
        var marked = (string)expected["text"]!;
        var (open, close) = (marked.IndexOf('[', StringComparison.Ordinal), marked.IndexOf(']', StringComparison.Ordinal));
        var text = marked.Remove(close, 1).Remove(open, 1);

        var mentions = TimeStage.Run(Document.Parse(text), ParseDay((string)expected["published"]!));

        var phrase = marked[(open + 1)..close];
        var mention = Assert.Single(mentions, m => m.Expression.Phrase == phrase);
        Assert.Equal(CodePoints(text[..open]), mention.Expression.Span.Start);
        Assert.Equal(CodePoints(text[..(close - 1)]), mention.Expression.Span.End);
        Assert.Equal((string?)expected["edtf"], mention.Expression.Date?.ToString());
        Assert.Equal(
            ((string)expected["type"]!, (string)expected["value"]!),
            (mention.Expression.TimexType, mention.Expression.TimexValue)
        );
        if (expected["stretch"] is { } stretch)
            Assert.Equal((string?)stretch, mention.EventDate?.ToString());
    }

    [Theory]
    [MemberData(nameof(NoDates))]
    public void What_only_looks_like_a_date_dates_nothing(string line) =>
        Assert.DoesNotContain(
            TimeStage.Run(Document.Parse((string)JsonNode.Parse(line)!["text"]!), Day.FromYearMonthDay(2024, 6, 14)),
            m => m.Expression.Date is not null
        );

    [Theory]
    [InlineData("The clinic opened [ten] years ago.", "2014")]
    [InlineData("It ran until [last] year.", "2023")]
    public void Words_that_an_editor_put_in_brackets_are_read_over(string text, string edtf) =>
        Assert.Equal(
            edtf,
            Assert.Single(TimeStage.Run(Document.Parse(text), Day.FromYearMonthDay(2024, 6, 14))).Expression.Date?.ToString()
        );

    [Fact]
    public void The_number_of_a_note_is_no_part_of_a_date() =>
        Assert.Equal(
            "1999",
            Assert
                .Single(TimeStage.Run(Document.Parse("The bridge was built in 1999[3] by the city."), Day.FromYearMonthDay(2024, 6, 14)))
                .Expression.Date?.ToString()
        );

    private static int CodePoints(string text) => text.EnumerateRunes().Count();

    private static Day ParseDay(string day) => EdtfDate.Parse(day).Earliest!.Value;

    private static TheoryData<string> Lines(string file) => [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Time", file))];
}
