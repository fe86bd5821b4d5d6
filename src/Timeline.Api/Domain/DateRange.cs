using Timeline.Edtf;

namespace Timeline.Api.Domain;

/// <summary>
/// Where something lies in time, as stored: two inclusive day numbers that always compare, and the class of its length.
/// An open side and "no date" have numbers of their own beyond the years -9999 to 9999.
/// </summary>
public readonly record struct DateRange(long Start, long End)
{
    public const long OpenStart = -5_000_000;
    public const long OpenEnd = 3_000_000;
    public const long UndatedDay = 3_300_000;

    /// <summary>
    /// A span of class k lasts at most this many days; a single day is class 0, and the last two classes have an open start or an
    /// open end. Months and years are as long as their class reaches, since what starts on the first of one lies there in heaps.
    /// </summary>
    private static readonly long[] MaxDays = [1, 31, 366, 1830, 4400, 17600, 1 << 23];

    public const int OpenStartClass = 7;
    public const int OpenEndClass = 8;

    /// <summary>The whole month where the span lies inside one; else the span itself.</summary>
    public DateRange WidenedToMonth()
    {
        if (Start == OpenStart || End >= OpenEnd)
            return this;
        var first = new Day(Start);
        var month = new DateRange(Start - first.DayOfMonth + 1, Start - first.DayOfMonth + Day.DaysIn(first.Year, first.Month));
        return End <= month.End ? month : this;
    }

    /// <summary>How many classes have a bounded length: 0 up to this, exclusive.</summary>
    public static int BoundedClasses => MaxDays.Length;

    public static DateRange Undated { get; } = new(UndatedDay, UndatedDay);

    /// <summary>The span of the date's bounds; of nothing, where there is no date.</summary>
    public static DateRange FromDate(EdtfDate? date) =>
        date is { } known ? new(known.Earliest?.Number ?? OpenStart, known.Latest?.Number ?? OpenEnd) : Undated;

    /// <summary>How many days a span of this class can reach forward from its start.</summary>
    public static long Reach(int lengthClass) => MaxDays[lengthClass];

    /// <summary>0 to 8. A search that looks back for what still runs asks each class no further back than its reach.</summary>
    public int LengthClass =>
        this switch
        {
            { End: OpenEnd } => OpenEndClass,
            { Start: OpenStart } => OpenStartClass,
            _ => LengthClassOf(End - Start),
        };

    private static int LengthClassOf(long days) => Array.FindIndex(MaxDays, most => days < most);

    /// <summary>The day as text, or null for an open side and for no date.</summary>
    public static string? FormatDay(long number) => number is OpenStart or OpenEnd or UndatedDay ? null : new Day(number).ToString();
}
