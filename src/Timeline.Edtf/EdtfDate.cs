using System.Text.Json.Serialization;
using Timeline.Edtf.Points;

namespace Timeline.Edtf;

/// <summary>A date as precise as it is known: ISO 8601-2:2019 / EDTF levels 0, 1 and 2. Every value is valid; the default is <c>../..</c>, all of time.</summary>
[JsonConverter(typeof(EdtfDateJsonConverter))]
public readonly partial struct EdtfDate
{
    // One of the two: a date on its own, or several points that make one date. A point alone is never Unknown.
    private readonly Point _point;
    private readonly Several? _several;

    private EdtfDate(Point point) => _point = point;

    private EdtfDate(Several? several) => _several = several;

    private EdtfDate(Point point, Several? several) => (_point, _several) = (point, several);

    /// <summary>The first day that the date can mean; null where the start is open (<c>..</c>) or unknown (empty).</summary>
    public Day? Earliest
    {
        get
        {
            if (_several is null)
            {
                return Bounds.First(_point);
            }

            var earliest = _several.Stretches[0].Earliest;
            foreach (var stretch in _several.Stretches.AsSpan(1))
            {
                // Null is the lowest: a comparison with it is never true, and it can only be the first member's or that of a member alone.
                earliest = stretch.Earliest < earliest ? stretch.Earliest : earliest;
            }

            return earliest;
        }
    }

    /// <summary>The last day that the date can mean, inclusive; null where the end is open (<c>..</c>) or unknown (empty).</summary>
    public Day? Latest
    {
        get
        {
            if (_several is null)
            {
                return Bounds.Last(_point);
            }

            var latest = _several.Stretches[^1].Latest;
            foreach (var stretch in _several.Stretches.AsSpan(..^1))
            {
                latest = stretch.Latest > latest ? stretch.Latest : latest;
            }

            return latest;
        }
    }

    /// <summary>
    /// The unit that the date names. Where digits are left open (X, S) it is the day, month, year, decade or century that the bounds make up
    /// exactly, else a range; an interval is a week where its bounds are a Monday and the next Sunday, else a range; sets are sets.
    /// </summary>
    public DatePrecision Precision =>
        _several switch
        {
            null => _point.IsDate ? Bounds.Precision(_point) : DatePrecision.Range,
            { Kind: Togetherness.Interval, Stretches: [{ Earliest: { DayOfWeek: DayOfWeek.Monday } first, Latest: { } last }] }
                when last.Number - first.Number == 6 => DatePrecision.Week,
            { Kind: Togetherness.Interval } => DatePrecision.Range,
            _ => DatePrecision.Set,
        };

    /// <summary>Whether any part of the date carries <c>~</c> or <c>%</c>.</summary>
    public bool IsApproximate => Any(static point => point.Approximate != 0);

    /// <summary>Whether any part of the date carries <c>?</c> or <c>%</c>.</summary>
    public bool IsUncertain => Any(static point => point.Uncertain != 0);

    /// <summary>Whether this is a year (of four digits), month or day and nothing more: no qualifier, X, S, season, time, interval or set.</summary>
    public bool IsPlain => _several is null && _point.IsPlain;

    /// <summary>0, 1 or 2: the lowest level of the EDTF specification that has this form; forms that only this library has are 2. Years before 0 begin at 1.</summary>
    public int Level =>
        _several switch
        {
            null => _point.Level,
            { Kind: Togetherness.Interval, Stretches: [var interval] } => Math.Max(EndLevel(interval.First), EndLevel(interval.Last)),
            _ => 2,
        };

    // Level 1 knows intervals between dates with and without qualifier; unspecified digits, seasons and long years come with level 2.
    private static int EndLevel(in Point end) =>
        end.IsDate && (end.IsGrouping || end.Form == PointForm.LongYear || end.Unspecified != 0) ? 2 : end.Level;

    private bool Any(Func<Point, bool> holds)
    {
        if (_several is null)
        {
            return holds(_point);
        }

        foreach (var stretch in _several.Stretches)
        {
            if (holds(stretch.First) || holds(stretch.Last))
            {
                return true;
            }
        }

        return false;
    }
}
