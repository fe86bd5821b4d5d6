using CsCheck;
using Timeline.Tests;

namespace Timeline.Edtf.Tests;

public class DayTests
{
    private static readonly Gen<Day> AnyDay = Gen.Long[Day.MinValue.Number, Day.MaxValue.Number].Select(number => new Day(number));

    [Fact]
    public void Every_day_of_the_years_1_to_9999_is_the_day_of_the_platform()
    {
        var epoch = new DateOnly(1970, 1, 1).DayNumber;
        for (var date = DateOnly.MinValue; date < DateOnly.MaxValue; date = date.AddDays(1))
        {
            var day = new Day(date.DayNumber - epoch);
            if (
                day.Parts != (date.Year, date.Month, date.Day)
                || Day.FromYearMonthDay(date.Year, date.Month, date.Day) != day
                || day.DayOfWeek != date.DayOfWeek
            )
            {
                Assert.Fail($"{date:yyyy-MM-dd} became {day}, a {day.DayOfWeek}.");
            }
        }
    }

    [Fact]
    public void The_calendar_repeats_after_400_years_in_both_directions() =>
        AnyDay
            .Where(day => Math.Abs(day.Year) < Day.MaxYear - 400)
            .Holds(day =>
            {
                var (year, month, dayOfMonth) = day.Parts;
                return day.AddDays(146_097).Parts == (year + 400, month, dayOfMonth) && day.AddDays(146_097).DayOfWeek == day.DayOfWeek;
            });

    [Fact]
    public void Parts_make_the_same_day_again() =>
        AnyDay.Holds(day =>
            Day.FromYearMonthDay(day.Parts.Year, day.Parts.Month, day.Parts.Day) == day && Day.Parse(day.ToString()) == day
        );

    [Fact]
    public void The_day_after_is_the_next_one_of_the_calendar() =>
        AnyDay
            .Where(day => day < Day.MaxValue)
            .Holds(day =>
            {
                var ((year, month, dayOfMonth), next) = (day.Parts, day.AddDays(1).Parts);
                if (dayOfMonth < Day.DaysIn(year, month))
                    return next == (year, month, dayOfMonth + 1);
                return next == (month < 12 ? (year, month + 1, 1) : (year + 1, 1, 1));
            });

    [Fact]
    public void Comparison_is_that_of_the_numbers() =>
        Gen.Select(AnyDay, AnyDay)
            .Holds(
                (a, b) =>
                    a < b == a.Number < b.Number
                    && a > b == a.Number > b.Number
                    && a <= b == a.Number <= b.Number
                    && a >= b == a.Number >= b.Number
                    && Math.Sign(a.CompareTo(b)) == Math.Sign(a.Number.CompareTo(b.Number))
            );

    [Theory]
    [InlineData("2024-06-14", 19888)]
    [InlineData("1970-01-01", 0)]
    [InlineData("0000-02-29", -719469)]
    [InlineData("-0043-03-15", -735160)]
    [InlineData("12024-01-01", 3672148)]
    public void Text_and_number_of_a_day_go_together(string text, long number)
    {
        Assert.Equal(number, Day.Parse(text).Number);
        Assert.Equal(text, new Day(number).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("2024-6-14")]
    [InlineData("2024-06-31")]
    [InlineData("2023-02-29")]
    [InlineData("2024-13-01")]
    [InlineData("2024-00-01")]
    [InlineData("2024-06-00")]
    [InlineData("-0000-01-01")]
    [InlineData("02024-01-01")]
    [InlineData("+2024-01-01")]
    [InlineData("2024-06-14 ")]
    [InlineData("2024/06/14")]
    [InlineData("99999999999999999-01-01")]
    [InlineData("٢٠٢٤-٠٦-١٤")]
    public void What_is_no_day_is_refused(string text)
    {
        Assert.False(Day.TryParse(text, out _));
        Assert.Throws<FormatException>(() => Day.Parse(text));
    }

    [Theory]
    [InlineData(2024, 0, 1)]
    [InlineData(2024, 13, 1)]
    [InlineData(2023, 2, 29)]
    [InlineData(2024, 4, 31)]
    [InlineData(2024, 4, 0)]
    [InlineData(10_000_000_000_000_000, 1, 1)]
    [InlineData(-10_000_000_000_000_000, 1, 1)]
    [InlineData(long.MinValue, 1, 1)]
    public void Days_that_do_not_exist_cannot_be_made(long year, int month, int day) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Day.FromYearMonthDay(year, month, day));

    [Fact]
    public void Nothing_leads_past_the_first_and_last_day()
    {
        Assert.Equal((-Day.MaxYear, 1, 1), Day.MinValue.Parts);
        Assert.Equal((Day.MaxYear, 12, 31), Day.MaxValue.Parts);
        Assert.Throws<ArgumentOutOfRangeException>(() => Day.MaxValue.AddDays(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Day.MinValue.AddDays(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Day.MaxValue.AddDays(long.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => Day.MinValue.AddDays(long.MinValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Day(long.MaxValue));
    }
}
