namespace Timeline.Edtf.Points;

/// <summary>The first and the last day of a point, and what period they make.</summary>
internal static class PointBounds
{
    /// <summary>The first day, or null where the point is open towards the past, or unknown.</summary>
    public static Day? FirstDay(in Point point)
    {
        if (!point.IsDate || point.Extension == EndExtension.OrBefore)
        {
            return null;
        }

        if (!point.IsGrouping && point.Unspecified != 0)
        {
            return UnspecifiedDigits.FirstOrLastMatch(point, last: false);
        }

        var year = YearRange(point).First;
        return point.IsGrouping
            ? Day.FromYearMonthDay(year, SubYearGroupings.Get(point.Month).Month, 1)
            : Day.FromYearMonthDay(year, Math.Max((int)point.Month, 1), Math.Max((int)point.Day, 1));
    }

    /// <summary>The last day, or null where the point is open towards the future, or unknown.</summary>
    public static Day? LastDay(in Point point)
    {
        if (!point.IsDate || point.Extension == EndExtension.OrAfter)
        {
            return null;
        }

        if (!point.IsGrouping && point.Unspecified != 0)
        {
            return UnspecifiedDigits.FirstOrLastMatch(point, last: true);
        }

        var year = YearRange(point).Last;
        if (point.IsGrouping)
        {
            var (start, length, _) = SubYearGroupings.Get(point.Month);
            var end = start + length - 1;
            return LastDayOfMonth(end > 12 ? year + 1 : year, end > 12 ? end - 12 : end);
        }

        if (point.Month == 0)
        {
            return Day.FromYearMonthDay(year, 12, 31);
        }

        return point.Day == 0 ? LastDayOfMonth(year, point.Month) : Day.FromYearMonthDay(year, point.Month, point.Day);
    }

    /// <summary>The unit that a single date names; where digits are left open, the one that its bounds make up exactly.</summary>
    public static DatePrecision PrecisionOf(in Point point)
    {
        if (point.Unspecified != 0 || point.Significant != 0)
        {
            return PrecisionOfDays(FirstDay(point)!.Value, LastDay(point)!.Value);
        }

        if (point.IsGrouping)
        {
            return SubYearGroupings.Get(point.Month).Precision;
        }

        if (point.Day != 0)
        {
            return DatePrecision.Day;
        }

        return point.Month != 0 ? DatePrecision.Month : DatePrecision.Year;
    }

    private static DatePrecision PrecisionOfDays(Day first, Day last)
    {
        var (year, month, day) = first.Parts;
        var (lastYear, lastMonth, lastDay) = last.Parts;
        if (first == last)
        {
            return DatePrecision.Day;
        }

        if (day != 1 || lastDay != Day.DaysIn(lastYear, lastMonth))
        {
            return DatePrecision.Range;
        }

        if (year == lastYear && month == lastMonth)
        {
            return DatePrecision.Month;
        }

        // Years are counted from 0, and before it towards it: -0049 to -0040 share their first three digits, and so do -0009 to -0001.
        var (low, high) = year < 0 ? (-lastYear, -year) : (year, lastYear);
        if (month != 1 || lastMonth != 12)
        {
            return DatePrecision.Range;
        }

        if (low == high)
        {
            return DatePrecision.Year;
        }

        if (FillsUnit(low, high, 10))
        {
            return DatePrecision.Decade;
        }

        return FillsUnit(low, high, 100) ? DatePrecision.Century : DatePrecision.Range;
    }

    private static bool FillsUnit(long low, long high, int unit) =>
        low / unit == high / unit && (low % unit == 0 || low == 1) && high % unit == unit - 1;

    private static Day LastDayOfMonth(long year, int month) => Day.FromYearMonthDay(year, month, Day.DaysIn(year, month));

    private static (long First, long Last) YearRange(in Point point)
    {
        if (point.Unspecified != 0)
        {
            return UnspecifiedDigits.YearRange(point);
        }

        var year = Math.Abs(point.Year);
        var unit = 1L;
        if (point.Significant != 0)
        {
            for (var digits = CountDigits(year); digits > point.Significant; digits--)
            {
                unit *= 10;
            }
        }

        var (low, high) = (year / unit * unit, year / unit * unit + unit - 1);
        return point.Negative ? (-high, -low) : (low, high);
    }

    /// <summary>How many digits the number has, leading zeros aside; 1 for 0.</summary>
    public static int CountDigits(long number)
    {
        var digits = 1;
        while ((number /= 10) != 0)
        {
            digits++;
        }

        return digits;
    }
}
