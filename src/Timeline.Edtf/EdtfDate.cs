using System.Text.Json.Serialization;
using Timeline.Edtf.Points;

namespace Timeline.Edtf;

/// <summary>
/// A date as precise as it is known: ISO 8601-2:2019 / EDTF levels 0, 1 and 2. Every value is valid; the default is <c>../..</c>, all of
/// time.
/// </summary>
[JsonConverter(typeof(EdtfDateJsonConverter))]
public readonly partial struct EdtfDate
{
    // One of the two: a date on its own, or several points that make one date. A point alone is never Unknown.
    private readonly Point _point;
    private readonly CompositeDate? _composite;

    private EdtfDate(Point point) => _point = point;

    private EdtfDate(CompositeDate? composite) => _composite = composite;

    private EdtfDate(Point point, CompositeDate? composite) => (_point, _composite) = (point, composite);

    /// <summary>The first day that the date can mean; null where the start is open (<c>..</c>) or unknown (empty).</summary>
    public Day? Earliest
    {
        get
        {
            if (_composite is null)
            {
                return PointBounds.FirstDay(_point);
            }

            var earliest = _composite.Ranges[0].Earliest;
            foreach (var range in _composite.Ranges.AsSpan(1))
            {
                // Null is the lowest: a comparison with it is never true, and it can only be the first member's or that of a member alone.
                earliest = range.Earliest < earliest ? range.Earliest : earliest;
            }

            return earliest;
        }
    }

    /// <summary>The last day that the date can mean, inclusive; null where the end is open (<c>..</c>) or unknown (empty).</summary>
    public Day? Latest
    {
        get
        {
            if (_composite is null)
            {
                return PointBounds.LastDay(_point);
            }

            var latest = _composite.Ranges[^1].Latest;
            foreach (var range in _composite.Ranges.AsSpan(..^1))
            {
                latest = range.Latest > latest ? range.Latest : latest;
            }

            return latest;
        }
    }

    /// <summary>
    /// The unit that the date names. Where digits are left open (X, S) it is the day, month, year, decade or century that the bounds make
    /// up
    /// exactly, else a range; an interval is a week where its bounds are a Monday and the next Sunday, else a range; sets are sets.
    /// </summary>
    public DatePrecision Precision =>
        _composite switch
        {
            null => _point.IsDate ? PointBounds.PrecisionOf(_point) : DatePrecision.Range,
            { Kind: CompositeKind.Interval, Ranges: [{ Earliest: { DayOfWeek: DayOfWeek.Monday } first, Latest: { } last }] }
                when last.Number - first.Number == 6 => DatePrecision.Week,
            { Kind: CompositeKind.Interval } => DatePrecision.Range,
            _ => DatePrecision.Set,
        };

    /// <summary>Whether any part of the date carries <c>~</c> or <c>%</c>.</summary>
    public bool IsApproximate => AnyPoint(static point => point.Approximate != 0);

    /// <summary>Whether any part of the date carries <c>?</c> or <c>%</c>.</summary>
    public bool IsUncertain => AnyPoint(static point => point.Uncertain != 0);

    /// <summary>
    /// Whether this is a year (of four digits), month or day and nothing more: no qualifier, X, S, season, time, interval or set.
    /// </summary>
    public bool IsPlain => _composite is null && _point.IsPlain;

    /// <summary>
    /// 0, 1 or 2: the lowest level of the EDTF specification that has this form; forms that only this library has are 2. Years before 0
    /// begin at 1.
    /// </summary>
    public int Level =>
        _composite switch
        {
            null => _point.Level,
            { Kind: CompositeKind.Interval, Ranges: [var interval] } => Math.Max(EndLevel(interval.First), EndLevel(interval.Last)),
            _ => 2,
        };

    // Level 1 knows intervals between dates with and without qualifier; unspecified digits, seasons and long years come with level 2.
    private static int EndLevel(in Point end) =>
        end.IsDate && (end.IsGrouping || end.Form == PointForm.LongYear || end.Unspecified != 0) ? 2 : end.Level;

    private bool AnyPoint(Func<Point, bool> holds)
    {
        if (_composite is null)
        {
            return holds(_point);
        }

        foreach (var range in _composite.Ranges)
        {
            if (holds(range.First) || holds(range.Last))
            {
                return true;
            }
        }

        return false;
    }
}
