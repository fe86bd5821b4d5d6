namespace Timeline.Edtf.Points;

/// <summary>Which of the forms of a single date a point has.</summary>
internal enum PointForm : byte
{
    /// <summary><c>..</c>: no limit on this side. The default, so that a default date is <c>../..</c>.</summary>
    Open,

    /// <summary>An empty end of an interval: there is one, but nobody knows when.</summary>
    Unknown,

    /// <summary>A four-digit year, with month, grouping, day, unspecified or significant digits.</summary>
    Calendar,

    /// <summary>A year with the prefix Y, written out or with an exponent.</summary>
    LongYear,

    /// <summary>A calendar day with a time.</summary>
    DateTime,
}

/// <summary>What two dots at a date say, where it is the end of an interval (ISO 8601-2:2019, 10.6).</summary>
internal enum EndExtension : byte
{
    /// <summary>No dots: the date itself.</summary>
    Exactly,

    /// <summary><c>..2004</c>: then or before.</summary>
    OrBefore,

    /// <summary><c>2004..</c>: then or after.</summary>
    OrAfter,
}

/// <summary>A component of a date, as a bit.</summary>
[Flags]
internal enum DateComponents : byte
{
    None = 0,
    Year = 1,
    Month = 2,
    Day = 4,
}

/// <summary>
/// One end of an interval, one member of a set, or a date on its own; only the parser and the factories make one, after their checks.
/// </summary>
internal readonly record struct Point
{
    public PointForm Form { get; init; }

    public EndExtension Extension { get; init; }

    /// <summary>Written with a minus; kept apart because -000X has no number that says so.</summary>
    public bool Negative { get; init; }

    /// <summary>The year's digits without sign; an unspecified digit counts 0; of a year with an exponent, what stands before E.</summary>
    public long Significand { get; init; }

    /// <summary>What stands after E, or 0.</summary>
    public byte Exponent { get; init; }

    /// <summary>What stands after S, or 0.</summary>
    public byte Significant { get; init; }

    /// <summary>1-12, a grouping 21-41, or 0 where there is none; an unspecified digit counts 0.</summary>
    public byte Month { get; init; }

    /// <summary>1-31, or 0 where there is none; an unspecified digit counts 0.</summary>
    public byte Day { get; init; }

    /// <summary>Unspecified digits: bits 0-3 of the year, the lowest its last digit, 4-5 of the month, 6-7 of the day.</summary>
    public byte Unspecified { get; init; }

    /// <summary>The components present; an unspecified month 0X has <see cref="Month"/> 0 and is present.</summary>
    public DateComponents Present { get; init; }

    public DateComponents Approximate { get; init; }

    public DateComponents Uncertain { get; init; }

    public byte Hour { get; init; }

    public byte Minute { get; init; }

    /// <summary>0 to 60, the last a leap second.</summary>
    public byte Second { get; init; }

    /// <summary>Minutes ahead of UTC, or null for a time without zone.</summary>
    public short? UtcOffset { get; init; }

    public bool HasMonth => (Present & DateComponents.Month) != 0;

    public bool HasDay => (Present & DateComponents.Day) != 0;

    public int YearMask => Unspecified & 15;

    public int MonthMask => (Unspecified >> 4) & 3;

    public int DayMask => Unspecified >> 6;

    public bool IsDate => Form > PointForm.Unknown;

    public bool IsGrouping => Month > 12;

    /// <summary>A year, month or day of level 0 or 1 and nothing more.</summary>
    public bool IsPlain =>
        Form == PointForm.Calendar
        && Extension == EndExtension.Exactly
        && !IsGrouping
        && Unspecified == 0
        && Significant == 0
        && (Approximate | Uncertain) == 0;

    /// <summary>The year as a number; unspecified digits count 0.</summary>
    public long Year
    {
        get
        {
            var year = Significand;
            for (var i = 0; i < Exponent; i++)
            {
                year *= 10;
            }

            return Negative ? -year : year;
        }
    }

    /// <summary>Adds to what is said of every component; ends that are no date stay as they are.</summary>
    public Point Qualified(bool approximate, bool uncertain) =>
        Form switch
        {
            PointForm.Open or PointForm.Unknown => this,
            PointForm.DateTime when approximate || uncertain => throw new InvalidOperationException(
                "A date with a time takes no qualifier in EDTF."
            ),
            _ => this with { Approximate = approximate ? Present : Approximate, Uncertain = uncertain ? Present : Uncertain },
        };

    /// <summary>The lowest level of the EDTF specification with this form.</summary>
    public int Level
    {
        get
        {
            if (Form is PointForm.LongYear)
            {
                return Extension != EndExtension.Exactly || Exponent > 0 || Significant > 0 ? 2 : 1;
            }

            if (
                Extension != EndExtension.Exactly
                || Significant > 0
                || Month > 24
                || !IsOnAllOrNothing(Approximate)
                || !IsOnAllOrNothing(Uncertain)
                || (Unspecified != 0 && !MaskedFromTheRight)
            )
            {
                return 2;
            }

            return
                Form is PointForm.Open or PointForm.Unknown || Negative || IsGrouping || Unspecified != 0 || (Approximate | Uncertain) != 0
                ? 1
                : 0;
        }
    }

    // Level 1 knows 201X, 20XX, 2004-XX, 1985-04-XX and 1985-XX-XX.
    private bool MaskedFromTheRight =>
        !IsGrouping
        && Present switch
        {
            DateComponents.Year => YearMask is 1 or 3,
            DateComponents.Year | DateComponents.Month => YearMask == 0 && MonthMask == 3,
            _ => YearMask == 0 && DayMask == 3 && MonthMask is 0 or 3,
        };

    private bool IsOnAllOrNothing(DateComponents qualified) => qualified == 0 || qualified == Present;
}
