namespace Timeline.Edtf.Tests;

public class EdtfDateFactoryTests
{
    private static readonly Day June10 = Day.FromYearMonthDay(2024, 6, 10);

    public static TheoryData<string, EdtfDate> Made() =>
        new()
        {
            { "../..", default },
            { "2024-06-10", EdtfDate.OfDay(June10) },
            { "-0043-03-15", EdtfDate.OfDay(Day.FromYearMonthDay(-43, 3, 15)) },
            { "0000-01-01", EdtfDate.OfDay(Day.FromYearMonthDay(0, 1, 1)) },
            { "2024-06", EdtfDate.OfMonth(2024, 6) },
            { "-0001-12", EdtfDate.OfMonth(-1, 12) },
            { "2024", EdtfDate.OfYear(2024) },
            { "-9999", EdtfDate.OfYear(-9999) },
            { "Y10000", EdtfDate.OfYear(10_000) },
            { "Y-9999999999999999", EdtfDate.OfYear(-Day.MaxYear) },
            { "202X", EdtfDate.OfDecade(2024) },
            { "-004X", EdtfDate.OfDecade(-43) },
            { "20XX", EdtfDate.OfCentury(2024) },
            { "2024-24", EdtfDate.OfPart(2024, 24) },
            { "2024-36", EdtfDate.OfQuarter(2024, 4) },
            { "2024-41", EdtfDate.OfHalf(2024, 2) },
            { "2024-06-10/2024-06-16", EdtfDate.OfWeek(June10) },
            { "2024-06-10/2024-06-16", EdtfDate.OfWeek(June10.AddDays(6)) },
            { "2024-06-03/2024-06-09", EdtfDate.OfWeek(June10.AddDays(-1)) },
            { "2024-06-10", EdtfDate.Between(June10, June10) },
            { "2024-06-10/2024-06-11", EdtfDate.Between(June10, June10.AddDays(1)) },
            { "2024-06-10/..", EdtfDate.Between(June10, null) },
            { "../2024-06-10", EdtfDate.Between(null, June10) },
            { "../..", EdtfDate.Between(null, null) },
            { "2022-01~/2022-04~", EdtfDate.Interval(EdtfDate.OfMonth(2022, 1), EdtfDate.OfMonth(2022, 4)).Qualified(approximate: true) },
            { "2021/..", EdtfDate.Interval(EdtfDate.OfYear(2021), null) },
            { "202X/2031-21", EdtfDate.Interval(EdtfDate.OfDecade(2020), EdtfDate.OfPart(2031, 21)) },
            { "[2025-02,2025-03]", EdtfDate.OneOf(EdtfDate.OfMonth(2025, 3), EdtfDate.OfMonth(2025, 2), EdtfDate.OfMonth(2025, 3)) },
            {
                "{1960,1970..1972,2024-06-10..}",
                EdtfDate.AllOf(
                    EdtfDate.Between(June10, null),
                    EdtfDate.OfYear(1960),
                    EdtfDate.Interval(EdtfDate.OfYear(1970), EdtfDate.OfYear(1972))
                )
            },
            { "[..1984]", EdtfDate.OneOf(EdtfDate.Interval(null, EdtfDate.OfYear(1984))) },
            { "2024?", EdtfDate.OfYear(2024).Qualified(uncertain: true) },
            { "2024-06%", EdtfDate.OfMonth(2024, 6).Qualified(approximate: true, uncertain: true) },
            { "2024%-~06", EdtfDate.Parse("?2024-06").Qualified(approximate: true) },
            { "[2024~,2025~]", EdtfDate.Parse("[2024,2025]").Qualified(approximate: true) },
            { "2024-06-10~/..", EdtfDate.Between(June10, null).Qualified(approximate: true) },
            { "../..", default(EdtfDate).Qualified(approximate: true) },
        };

    [Theory]
    [MemberData(nameof(Made))]
    public void Dates_made_are_those_read(string text, EdtfDate date)
    {
        Assert.Equal(text, date.ToString());
        Assert.Equal(EdtfDate.Parse(text), date);
    }

    public static TheoryData<string, Action> NotMade() =>
        new()
        {
            { "day of a long year", () => EdtfDate.OfDay(Day.FromYearMonthDay(10_000, 1, 1)) },
            { "month 0", () => EdtfDate.OfMonth(2024, 0) },
            { "month 13", () => EdtfDate.OfMonth(2024, 13) },
            { "month of a long year", () => EdtfDate.OfMonth(-10_000, 1) },
            { "year past the last", () => EdtfDate.OfYear(Day.MaxYear + 1) },
            { "decade of a long year", () => EdtfDate.OfDecade(10_000) },
            { "part 20", () => EdtfDate.OfPart(2024, 20) },
            { "part 42", () => EdtfDate.OfPart(2024, 42) },
            { "quarter 5", () => EdtfDate.OfQuarter(2024, 5) },
            { "half 0", () => EdtfDate.OfHalf(2024, 0) },
            { "inverted days", () => EdtfDate.Between(June10, June10.AddDays(-1)) },
            { "inverted months", () => EdtfDate.Interval(EdtfDate.OfMonth(2024, 6), EdtfDate.OfMonth(2024, 5)) },
            { "interval of intervals", () => EdtfDate.Interval(EdtfDate.Parse("2020/2021"), null) },
            { "interval of times", () => EdtfDate.Interval(EdtfDate.Parse("2024-06-10T10:00:00Z"), null) },
            { "empty set", () => EdtfDate.OneOf() },
            { "set in a set", () => EdtfDate.OneOf(EdtfDate.Parse("[2024]")) },
            { "all of time in a set", () => EdtfDate.OneOf(default(EdtfDate)) },
            { "unknown end in a set", () => EdtfDate.OneOf(EdtfDate.Parse("2024/")) },
            { "range of two units in a set", () => EdtfDate.OneOf(EdtfDate.Parse("2024/2025-06")) },
            { "end then or earlier in a set", () => EdtfDate.OneOf(EdtfDate.Parse("..2024/2025")) },
            { "end then or later in a set", () => EdtfDate.OneOf(EdtfDate.Parse("2024../2025")) },
            { "time in a set", () => EdtfDate.AllOf(EdtfDate.Parse("2024-06-10T10:00:00Z")) },
            { "two open sides alike in a set", () => EdtfDate.OneOf(EdtfDate.Parse("2024/.."), EdtfDate.Parse("2025/..")) },
        };

    [Theory]
    [MemberData(nameof(NotMade))]
    public void What_would_be_no_date_is_not_made(string what, Action make) =>
        Assert.True(Record.Exception(make) is ArgumentException, what);

    [Theory]
    [InlineData("2024-06-10T10:00:00Z")]
    [InlineData("[2023..2024]")]
    public void What_takes_no_qualifier_says_so(string text) =>
        Assert.Throws<InvalidOperationException>(() => EdtfDate.Parse(text).Qualified(uncertain: true));
}
