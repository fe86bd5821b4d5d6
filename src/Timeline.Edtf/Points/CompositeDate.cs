using Timeline.Edtf.Writing;

namespace Timeline.Edtf.Points;

/// <summary>How several points make one date.</summary>
internal enum CompositeKind : byte
{
    Interval,
    OneOf,
    AllOf,
}

/// <summary>From one point to another; a single member of a set has the same point twice.</summary>
internal readonly record struct PointRange(Point First, Point Last, bool IsRange)
{
    public Day? Earliest => PointBounds.FirstDay(First);

    public Day? Latest => PointBounds.LastDay(Last);
}

/// <summary>An interval, which is one range, or the members of a set in order, none twice.</summary>
internal sealed class CompositeDate(CompositeKind kind, PointRange[] ranges) : IEquatable<CompositeDate>
{
    public CompositeKind Kind { get; } = kind;

    public PointRange[] Ranges { get; } = ranges;

    /// <summary>
    /// A set: members in canonical order (open start, then by first day, open end last), duplicates removed, since order and repetition
    /// say nothing.
    /// </summary>
    public static CompositeDate OfMembers(CompositeKind kind, IEnumerable<PointRange> members) =>
        new(
            kind,
            [
                .. members
                    .Distinct()
                    .OrderBy(member => member.Latest is null)
                    .ThenBy(member => member.Earliest?.Number ?? long.MinValue)
                    .ThenBy(member => member.Latest?.Number)
                    .ThenBy(member => EdtfWriter.ToText(member), StringComparer.Ordinal),
            ]
        );

    public bool Equals(CompositeDate? other) => other is not null && Kind == other.Kind && Ranges.AsSpan().SequenceEqual(other.Ranges);

    public override bool Equals(object? obj) => Equals(obj as CompositeDate);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Kind);
        foreach (var range in Ranges)
        {
            hash.Add(range);
        }

        return hash.ToHashCode();
    }
}
