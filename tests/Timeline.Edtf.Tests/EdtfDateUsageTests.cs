using System.Text.Json;

namespace Timeline.Edtf.Tests;

public class EdtfDateUsageTests
{
    private sealed record Dated(EdtfDate Date, EdtfDate? Perhaps, Day Day);

    [Theory]
    [InlineData("2024-06-14")]
    [InlineData("2024-06-14~")]
    [InlineData("-0043-03-15")]
    [InlineData("156X-12-25")]
    [InlineData("2024-21")]
    [InlineData("Y17E7")]
    [InlineData("2024-06-14T23:30:00-05:00")]
    [InlineData("2024-02-30")]
    public void Reading_a_date_on_its_own_allocates_nothing(string text)
    {
        static long Read(string text)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
            {
                if (EdtfDate.TryParse(text, out var date, out _) && date.Earliest > date.Latest)
                {
                    throw new InvalidOperationException();
                }
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        // The first time, the runtime allocates for itself.
        Read(text);
        Assert.Equal(0, Read(text));
    }

    [Fact]
    public void The_default_is_all_of_time()
    {
        var date = default(EdtfDate);

        Assert.Equal("../..", date.ToString());
        Assert.Equal((null, null), (date.Earliest, date.Latest));
        Assert.True(date.Covers(EdtfDate.OfYear(2024)) && date.Covers(date) && date.Overlaps(EdtfDate.OfYear(-9999)));
        Assert.False(date.Within(EdtfDate.OfYear(2024)) || date.IsPlain || date.IsApproximate || date.IsUncertain);
    }

    [Theory]
    [InlineData("2024", true)]
    [InlineData("2024-06", true)]
    [InlineData("-0043-03-15", true)]
    [InlineData("2024~", false)]
    [InlineData("202X", false)]
    [InlineData("2024-21", false)]
    [InlineData("2024S2", false)]
    [InlineData("Y20000", false)]
    [InlineData("2024-06-14T10:00:00Z", false)]
    [InlineData("2024/2025", false)]
    [InlineData("[2024]", false)]
    public void Plain_is_a_year_month_or_day_and_nothing_more(string text, bool plain) => Assert.Equal(plain, EdtfDate.Parse(text).IsPlain);

    [Theory]
    [InlineData("2024", "2024-06", true, false, true)]
    [InlineData("2024-06", "2024", true, true, false)]
    [InlineData("2024", "2024-01-01/2024-12-31", true, true, true)]
    [InlineData("2024", "2023-24", true, false, false)]
    [InlineData("2024", "2025", false, false, false)]
    [InlineData("2024/..", "2030", true, false, true)]
    [InlineData("2024/", "2030", true, false, true)]
    [InlineData("2030", "2024/..", true, true, false)]
    [InlineData("../2024", "2025/..", false, false, false)]
    [InlineData("2024/..", "2020/..", true, true, false)]
    [InlineData("[1667,1760]", "1700", true, false, true)]
    public void Relations_go_by_bounds_alone(string one, string other, bool overlaps, bool within, bool covers)
    {
        var (left, right) = (EdtfDate.Parse(one), EdtfDate.Parse(other));

        Assert.Equal((overlaps, within, covers), (left.Overlaps(right), left.Within(right), left.Covers(right)));
        Assert.Equal((overlaps, covers, within), (right.Overlaps(left), right.Within(left), right.Covers(left)));
    }

    [Fact]
    public void Dates_sort_by_first_day_then_last_day_then_text()
    {
        string[] sorted =
        [
            "../1999",
            "../..",
            "-0043",
            "1999-12-31",
            "2000-01-01",
            "2000-01",
            "2000",
            "2000-01-01/2000-12-31",
            "2000?",
            "2000~",
            "2000/..",
            "2000-02",
            "Y20000",
        ];
        var dates = sorted.Reverse().Select(EdtfDate.Parse).ToList();
        dates.Sort();

        Assert.Equal(sorted, dates.Select(date => date.ToString()));
    }

    [Fact]
    public void Json_members_are_strings()
    {
        var dated = new Dated(EdtfDate.Parse("2022-01~/2022-04~"), null, Day.FromYearMonthDay(-43, 3, 15));
        var json = JsonSerializer.Serialize(dated);

        Assert.Equal("""{"Date":"2022-01~/2022-04~","Perhaps":null,"Day":"-0043-03-15"}""", json);
        Assert.Equal(dated, JsonSerializer.Deserialize<Dated>(json));
    }

    [Theory]
    [InlineData("\"2024-13\"", "at 5: A month")]
    [InlineData("2024", "string")]
    [InlineData("{}", "string")]
    public void Json_that_is_no_date_is_refused_with_the_reason(string json, string reason) =>
        Assert.Contains(
            reason,
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<EdtfDate>(json)).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("\"2024-06\"")]
    [InlineData("20240614")]
    public void Json_that_is_no_day_is_refused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Day>(json));

    [Fact]
    public void A_set_of_many_members_is_read_and_written()
    {
        var text = $"[{string.Join(',', Enumerable.Range(1000, 5000))}]";

        Assert.Equal(text, EdtfDate.Parse(text).ToString());
        Assert.Equal(text, $"{EdtfDate.Parse(text)}");
        Assert.Equal(5000, EdtfDate.Parse(text).Latest!.Value.Year - 999);
    }

    [Fact]
    public void Generic_parsing_and_interpolation_work_as_for_the_types_of_the_platform()
    {
        static T Read<T>(string text)
            where T : ISpanParsable<T> =>
            T.TryParse(text, null, out var value) && T.TryParse(text.AsSpan(), null, out _) && T.Parse(text, null).Equals(value)
                ? T.Parse(text.AsSpan(), null)
                : throw new FormatException();

        Assert.Equal(EdtfDate.OfYear(2024), Read<EdtfDate>("2024"));
        Assert.Equal(Day.FromYearMonthDay(2024, 6, 14), Read<Day>("2024-06-14"));
        Assert.Equal("2024-21 or so", $"{EdtfDate.OfPart(2024, 21)} or so");
        Assert.Throws<ArgumentNullException>(() => EdtfDate.Parse(null!));
    }
}
