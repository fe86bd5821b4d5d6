namespace Timeline.Edtf.Points;

/// <summary>
/// Unspecified digits: a point stands for all the valid dates that fit it, digit by digit, and its bounds are the first and the last of
/// them.
/// </summary>
internal static class UnspecifiedDigits
{
    /// <summary>Whether any valid date fits the digits.</summary>
    public static bool HasMatch(in Point point) => FirstOrLastMatch(point, last: false) is not null;

    /// <summary>The first or last day of the dates that fit, or null where none does (XXXX-02-30).</summary>
    public static Day? FirstOrLastMatch(in Point point, bool last)
    {
        // Only February 29 depends on the year, so two kinds of year are all there is to look at.
        var common = MonthAndDay(point, 2001, last);
        var leap = MonthAndDay(point, 2000, last);
        if (leap is null)
        {
            return null;
        }

        var count = CountFillings(point.YearMask);
        // Among years before 0 the larger number is the earlier year.
        var downwards = last != point.Negative;
        for (var i = 0; i < count; i++)
        {
            var year = FillYear(point, downwards ? count - 1 - i : i);
            if (year == 0 && point.Negative)
            {
                continue;
            }

            if ((Day.IsLeap(year) ? leap : common) is (var month, var day))
            {
                return Day.FromYearMonthDay(point.Negative ? -year : year, month, day);
            }
        }

        return null;
    }

    /// <summary>The first and last year that fit, of a point whose year leaves at least one digit open.</summary>
    public static (long First, long Last) YearRange(in Point point)
    {
        var low = FillYear(point, 0);
        var high = FillYear(point, CountFillings(point.YearMask) - 1);
        return point.Negative ? (-high, -Math.Max(low, 1)) : (low, high);
    }

    /// <summary>Whether a number of two digits fits digits of which some are open: bit 1 of the mask the first, bit 0 the second.</summary>
    public static bool Matches(int number, int digits, int mask) =>
        ((mask & 2) != 0 || number / 10 == digits / 10) && ((mask & 1) != 0 || number % 10 == digits % 10);

    private static (int Month, int Day)? MonthAndDay(in Point point, int year, bool last)
    {
        for (var i = 1; i <= 12; i++)
        {
            var month = last ? 13 - i : i;
            if (point.HasMonth && !Matches(month, point.Month, point.MonthMask))
            {
                continue;
            }

            var days = Day.DaysIn(year, month);
            for (var j = 1; j <= days; j++)
            {
                var day = last ? days + 1 - j : j;
                if (!point.HasDay || Matches(day, point.Day, point.DayMask))
                {
                    return (month, day);
                }
            }
        }

        return null;
    }

    private static int CountFillings(int mask)
    {
        var count = 1;
        for (; mask != 0; mask >>= 1)
        {
            count *= (mask & 1) == 0 ? 1 : 10;
        }

        return count;
    }

    /// <summary>The year's digits with the open ones filled from the digits of a number.</summary>
    private static long FillYear(in Point point, int number)
    {
        var year = point.Significand;
        for (int mask = point.YearMask, place = 1; mask != 0; mask >>= 1, place *= 10)
        {
            if ((mask & 1) != 0)
            {
                year += number % 10 * place;
                number /= 10;
            }
        }

        return year;
    }
}
