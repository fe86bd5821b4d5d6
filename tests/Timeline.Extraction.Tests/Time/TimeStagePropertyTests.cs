using CsCheck;
using Timeline.Edtf;
using Timeline.Extraction.Text;
using Timeline.Extraction.Time;
using Timeline.Tests;

namespace Timeline.Extraction.Tests.Time;

public class TimeStagePropertyTests
{
    private static readonly string[] Pieces = (
        "May|march|Sat|Monday|1990s|2019|99999|32|31|0|7/8/07|2021-02-30|3rd|the|of|last|next|this|two|nineteen|hundred|"
        + "million|years|ago|later|earlier|early|mid|-|–|to|from|between|and|or|quarter|second|half|BC|p.m.|10:30|o'clock|'|’80s|"
        + "century|Easter|every|1/2|,|.|(|)|\n\n|🙂|عام|א|a|the end of|9999|-0044|week|day|fiscal|tomorrow|now|will|said|00|"
        + "2147483648|1e9"
    ).Split('|');

    private static readonly Gen<string> Texts = Gen.Select(
        Gen.Int[0, Pieces.Length - 1].Array[0, 40],
        Gen.Int[0, 2],
        (picks, blanks) => string.Join(new string(' ', blanks), picks.Select(i => Pieces[i]))
    );

    private static readonly Gen<Day> Days = Gen.OneOf(Gen.Long[-4_000_000, 2_900_000], Gen.Long[0, 25_000])
        .Select(number => new Day(number));

    [Fact]
    public void Whatever_the_text_expressions_are_in_order_apart_and_say_their_own_words() =>
        Gen.Select(Texts, Days)
            .Check(
                (text, day) =>
                {
                    var runes = text.EnumerateRunes().ToArray();
                    var end = 0;
                    foreach (var mention in TimeStage.Run(Document.Parse(text), day))
                    {
                        var span = mention.Expression.Span;
                        Assert.True(span.Start >= end && span.End > span.Start && span.End <= runes.Length);
                        Assert.Equal(string.Concat(runes[span.Start..span.End]), mention.Expression.Phrase);
                        Assert.NotEmpty(mention.Expression.TimexValue);
                        Assert.True(mention.RangePartner is null || mention.EventDate is not null);
                        end = span.End;
                    }
                },
                iter: 5_000
            );

    [Fact]
    public void Reading_twice_gives_the_same() => Texts.Check(text => Assert.Equal(Phrases(text), Phrases(text)), iter: 500);

    [Theory]
    [InlineData("3 May 2021, ", 50_000, 50_000)]
    [InlineData("nineteen ", 50_000, null)]
    [InlineData("the ", 50_000, 0)]
    [InlineData("1,000", 50_000, null)]
    [InlineData("two hundred and ", 50_000, null)]
    [InlineData("May-", 50_000, null)]
    [InlineData("from 2011 to 2014 ", 20_000, 40_000)]
    [InlineData("x", 200_000, 0)]
    [InlineData("7", 200_000, 0)]
    [InlineData("(((", 50_000, 0)]
    [InlineData("a day later ", 20_000, null)]
    public void The_same_words_very_often_are_read_to_the_end(string words, int times, int? expected)
    {
        var mentions = TimeStage.Run(Document.Parse(string.Concat(Enumerable.Repeat(words, times))), Day.FromYearMonthDay(2024, 6, 14));

        if (expected is { } count)
            Assert.Equal(count, mentions.Count);
    }

    [Theory]
    [InlineData("in the year 99999999999999999999")]
    [InlineData("9999999 years ago and ninety million centuries later")]
    [InlineData("9999-12-31. The next day, the following year, the next century.")]
    [InlineData("9999 BC. The previous year. A thousand years earlier.")]
    [InlineData("the 99th century BC and the 0th century")]
    [InlineData("Easter 0001, Easter 9999, Thanksgiving 1000 BC")]
    [InlineData("0000-00-00, 00/00/00, 31/31/31, 29 February 1900, 24:61, 99 o'clock")]
    public void Years_and_days_that_no_calendar_has_date_nothing_and_break_nothing(string text) =>
        Assert.All(
            TimeStage.Run(Document.Parse(text), Day.FromYearMonthDay(2024, 6, 14)),
            m => Assert.True(m.Expression.Date is not { } date || date.Earliest is { Year: >= -9999 and <= 9999 })
        );

    [Theory]
    [InlineData(-9999)]
    [InlineData(1)]
    [InlineData(9999)]
    public void The_first_and_last_years_of_publication_do_not_throw(long year) =>
        Assert.NotNull(
            TimeStage.Run(
                Document.Parse("Yesterday, last century, next Easter, in March, on Friday, a thousand years ago, the next decade, '98."),
                Day.FromYearMonthDay(year, 1, 1)
            )
        );

    private static string[] Phrases(string text) =>
        [
            .. TimeStage
                .Run(Document.Parse(text), Day.FromYearMonthDay(2024, 6, 14))
                .Select(m => $"{m.Expression.Span} {m.Expression.Date} {m.EventDate}"),
        ];
}
