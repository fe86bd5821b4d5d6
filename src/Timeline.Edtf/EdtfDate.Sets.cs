using Timeline.Edtf.Parsing;
using Timeline.Edtf.Points;

namespace Timeline.Edtf;

public readonly partial struct EdtfDate
{
    /// <summary>
    /// One of these dates, nobody knows which: <c>[2025-02,2025-03]</c>. An interval between two years, months or days, or with one open
    /// end, is
    /// a range of the set; <see cref="ArgumentException"/> for other intervals, sets, times, or no dates at all. Order and repetition are
    /// not kept.
    /// </summary>
    public static EdtfDate OneOf(params ReadOnlySpan<EdtfDate> dates) => SetOf(CompositeKind.OneOf, dates);

    /// <summary>All of these dates: <c>{1960,1961-12}</c>; members as for <see cref="OneOf"/>.</summary>
    public static EdtfDate AllOf(params ReadOnlySpan<EdtfDate> dates) => SetOf(CompositeKind.AllOf, dates);

    private static EdtfDate SetOf(CompositeKind kind, ReadOnlySpan<EdtfDate> dates)
    {
        if (dates.IsEmpty)
        {
            throw new ArgumentException("A set has at least one date.", nameof(dates));
        }

        var members = new PointRange[dates.Length];
        for (var i = 0; i < dates.Length; i++)
        {
            members[i] = SetMember(dates[i]);
        }

        return members.Count(m => m.Earliest is null) > 1 || members.Count(m => m.Latest is null) > 1
            ? throw new ArgumentException("A set is open only once on each side.", nameof(dates))
            : new(CompositeDate.OfMembers(kind, members));
    }

    private static PointRange SetMember(EdtfDate date) =>
        date switch
        {
            { _composite: null, _point: { IsDate: true, Form: not PointForm.DateTime } point } => new(point, point, false),
            { _composite: { Kind: CompositeKind.Interval, Ranges: [var range] } } when CanBeMember(range) => range,
            _ => throw new ArgumentException($"{date} cannot be a member of a set.", nameof(date)),
        };

    private static bool CanBeMember(in PointRange range) =>
        (range.First, range.Last) switch
        {
            ({ IsDate: true, Extension: EndExtension.Exactly }, { Form: PointForm.Open }) => true,
            ({ Form: PointForm.Open }, { IsDate: true, Extension: EndExtension.Exactly }) => true,
            _ => SetParser.WhyNotRange(range) is null,
        };
}
