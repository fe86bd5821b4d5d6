namespace Timeline.Edtf.Points;

/// <summary>The first and the last day of a point, and what stretch they make.</summary>
internal static class Bounds
{
    /// <summary>The first day, or null where the point is open towards the past, or unknown.</summary>
    public static Day? First(in Point point)
    {
        if (!point.IsDate || point.Reach == Reach.Before)
        {
            return null;
        }

        if (!point.IsGrouping && point.Unspecified != 0)
        {
            return Masks.Extreme(point, last: false);
        }

        var year = Years(point).First;
        return point.IsGrouping
            ? Day.Of(year, Groupings.Of(point.Month).Month, 1)
            : Day.Of(year, Math.Max((int)point.Month, 1), Math.Max((int)point.Day, 1));
    }

    /// <summary>The last day, or null where the point is open towards the future, or unknown.</summary>
    public static Day? Last(in Point point)
    {
        if (!point.IsDate || point.Reach == Reach.After)
        {
            return null;
        }

        if (!point.IsGrouping && point.Unspecified != 0)
        {
            return Masks.Extreme(point, last: true);
        }

        var year = Years(point).Last;
        if (point.IsGrouping)
        {
            var (start, length, _) = Groupings.Of(point.Month);
            var end = start + length - 1;
            return LastOf(end > 12 ? year + 1 : year, end > 12 ? end - 12 : end);
        }

        return point.Month == 0 ? Day.Of(year, 12, 31)
            : point.Day == 0 ? LastOf(year, point.Month)
            : Day.Of(year, point.Month, point.Day);
    }

    /// <summary>The unit that a single date names; where digits are left open, the one that its bounds make up exactly.</summary>
    public static DatePrecision Precision(in Point point)
    {
        if (point.Unspecified != 0 || point.Significant != 0)
        {
            return Exactly(First(point)!.Value, Last(point)!.Value);
        }

        return point.IsGrouping ? Groupings.Of(point.Month).Precision
            : point.Day != 0 ? DatePrecision.Day
            : point.Month != 0 ? DatePrecision.Month
            : DatePrecision.Year;
    }

    private static DatePrecision Exactly(Day first, Day last)
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
        return month != 1 || lastMonth != 12 ? DatePrecision.Range
            : low == high ? DatePrecision.Year
            : low / 10 == high / 10 && Fills(low, high, 10) ? DatePrecision.Decade
            : low / 100 == high / 100 && Fills(low, high, 100) ? DatePrecision.Century
            : DatePrecision.Range;
    }

    private static bool Fills(long low, long high, int unit) => (low % unit == 0 || low == 1) && high % unit == unit - 1;

    private static Day LastOf(long year, int month) => Day.Of(year, month, Day.DaysIn(year, month));

    private static (long First, long Last) Years(in Point point)
    {
        if (point.Unspecified != 0)
        {
            return Masks.Years(point);
        }

        var year = Math.Abs(point.Year);
        var unit = 1L;
        if (point.Significant != 0)
        {
            for (var digits = Digits(year); digits > point.Significant; digits--)
            {
                unit *= 10;
            }
        }

        var (low, high) = (year / unit * unit, year / unit * unit + unit - 1);
        return point.Negative ? (-high, -low) : (low, high);
    }

    /// <summary>How many digits the number has, leading zeros aside; 1 for 0.</summary>
    public static int Digits(long number)
    {
        var digits = 1;
        while ((number /= 10) != 0)
        {
            digits++;
        }

        return digits;
    }
}
