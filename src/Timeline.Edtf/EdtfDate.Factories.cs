using Timeline.Edtf.Points;

namespace Timeline.Edtf;

public readonly partial struct EdtfDate
{
    /// <summary>
    /// The date that is this day; years beyond ±9999 are <see cref="ArgumentOutOfRangeException"/>, since EDTF has no such days.
    /// </summary>
    public static EdtfDate OfDay(Day day)
    {
        var (year, month, dayOfMonth) = day.Parts;
        return new(CalendarPoint(year, month, dayOfMonth));
    }

    /// <summary>The date that is this month (1-12) of a year within ±9999, else <see cref="ArgumentOutOfRangeException"/>.</summary>
    public static EdtfDate OfMonth(long year, int month)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        return new(CalendarPoint(year, month));
    }

    /// <summary>The date that is this year: four digits, or with the prefix Y beyond ±9999, up to ±<see cref="Day.MaxYear"/>.</summary>
    public static EdtfDate OfYear(long year)
    {
        if (year is >= -9999 and <= 9999)
        {
            return new(CalendarPoint(year));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(year, -Day.MaxYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, Day.MaxYear);
        return new(
            new Point
            {
                Form = PointForm.LongYear,
                Present = DateComponents.Year,
                Negative = year < 0,
                Significand = Math.Abs(year),
            }
        );
    }

    /// <summary>The decade of a year within ±9999: 2024 gives <c>202X</c>, -43 gives <c>-004X</c>.</summary>
    public static EdtfDate OfDecade(long year) => new(CalendarPoint(year, yearMask: 1));

    /// <summary>The century of a year within ±9999, by its first two digits: 2024 gives <c>20XX</c>, years 2000 to 2099.</summary>
    public static EdtfDate OfCentury(long year) => new(CalendarPoint(year, yearMask: 3));

    /// <summary>A part of a year within ±9999, by its code: 21-32 seasons, 33-36 quarters, 37-39 thirds, 40-41 halves.</summary>
    public static EdtfDate OfPart(long year, int code)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(code, SubYearGroupings.FirstCode);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(code, SubYearGroupings.LastCode);
        return new(CalendarPoint(year, code));
    }

    /// <summary>A quarter, 1 to 4: 2024 and 1 give <c>2024-33</c>.</summary>
    public static EdtfDate OfQuarter(long year, int quarter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quarter, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quarter, 4);
        return OfPart(year, 32 + quarter);
    }

    /// <summary>A half, 1 or 2: 2024 and 1 give <c>2024-40</c>.</summary>
    public static EdtfDate OfHalf(long year, int half)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(half, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(half, 2);
        return OfPart(year, 39 + half);
    }

    /// <summary>The ISO week, Monday to Sunday, that holds this day.</summary>
    public static EdtfDate OfWeek(Day day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return Between(monday, monday.AddDays(6));
    }

    /// <summary>
    /// All days from first to last, a null side open; one and the same day is that day; <see cref="ArgumentException"/> where last is
    /// before first.
    /// </summary>
    public static EdtfDate Between(Day? first, Day? last)
    {
        if (first is { } day && first == last)
        {
            return OfDay(day);
        }

        return Interval(first is { } start ? OfDay(start) : null, last is { } end ? OfDay(end) : null);
    }

    /// <summary>
    /// The interval from the first day of one date to the last day of another, a null side open (<c>..</c>).
    /// <see cref="ArgumentException"/> where it
    /// ends before it starts, or an end is itself an interval, a set or a date with a time.
    /// </summary>
    public static EdtfDate Interval(EdtfDate? start, EdtfDate? end)
    {
        var (first, last) = (IntervalEnd(start, nameof(start)), IntervalEnd(end, nameof(end)));
        if (PointBounds.FirstDay(first) > PointBounds.LastDay(last))
        {
            throw new ArgumentException($"An interval from {start} to {end} ends before it starts.", nameof(end));
        }

        return first.IsDate || last.IsDate ? new(new CompositeDate(CompositeKind.Interval, [new(first, last, true)])) : default;
    }

    /// <summary>
    /// The same date with a qualifier on all its parts, kept where they have it already; <see cref="InvalidOperationException"/> for a
    /// date with a time.
    /// </summary>
    public EdtfDate Qualified(bool approximate = false, bool uncertain = false)
    {
        if (_composite is null)
        {
            return new(_point.Qualified(approximate, uncertain));
        }

        var kind = _composite.Kind;
        var ranges = Array.ConvertAll(
            _composite.Ranges,
            s =>
                s.IsRange && kind != CompositeKind.Interval
                    ? throw new InvalidOperationException("A range in a set takes no qualifier.")
                    : s with
                    {
                        First = s.First.Qualified(approximate, uncertain),
                        Last = s.Last.Qualified(approximate, uncertain),
                    }
        );
        return new(kind == CompositeKind.Interval ? new(kind, ranges) : CompositeDate.OfMembers(kind, ranges));
    }

    private static Point CalendarPoint(long year, int month = 0, int day = 0, int yearMask = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, -9999);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        var unit = yearMask switch
        {
            3 => 100,
            1 => 10,
            _ => 1,
        };
        return new()
        {
            Form = PointForm.Calendar,
            Negative = year < 0,
            Significand = Math.Abs(year) / unit * unit,
            Month = (byte)month,
            Day = (byte)day,
            Unspecified = (byte)yearMask,
            Present = DateComponents.Year | (month != 0 ? DateComponents.Month : 0) | (day != 0 ? DateComponents.Day : 0),
        };
    }

    private static Point IntervalEnd(EdtfDate? date, string parameter) =>
        date switch
        {
            null => default,
            { _composite: null, _point.Form: not PointForm.DateTime } => date.Value._point,
            _ => throw new ArgumentException($"{date} cannot be the end of an interval.", parameter),
        };
}
