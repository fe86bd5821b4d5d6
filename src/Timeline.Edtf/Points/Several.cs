namespace Timeline.Edtf.Points;

/// <summary>How several points make one date.</summary>
internal enum Togetherness : byte
{
    Interval,
    OneOf,
    AllOf,
}

/// <summary>From one point to another; a single member of a set has the same point twice.</summary>
internal readonly record struct Stretch(Point First, Point Last, bool IsRange)
{
    public Day? Earliest => Bounds.First(First);

    public Day? Latest => Bounds.Last(Last);
}

/// <summary>An interval, which is one stretch, or the members of a set in order, none twice.</summary>
internal sealed class Several(Togetherness kind, Stretch[] stretches) : IEquatable<Several>
{
    public Togetherness Kind { get; } = kind;

    public Stretch[] Stretches { get; } = stretches;

    /// <summary>A set: members in canonical order (open start, then by first day, open end last), duplicates removed, since order and repetition say nothing.</summary>
    public static Several Set(Togetherness kind, IEnumerable<Stretch> members) =>
        new(
            kind,
            [
                .. members
                    .Distinct()
                    .OrderBy(member => member.Latest is null)
                    .ThenBy(member => member.Earliest?.Number ?? long.MinValue)
                    .ThenBy(member => member.Latest?.Number)
                    .ThenBy(member => Writer.Text(member), StringComparer.Ordinal),
            ]
        );

    public bool Equals(Several? other) => other is not null && Kind == other.Kind && Stretches.AsSpan().SequenceEqual(other.Stretches);

    public override bool Equals(object? obj) => Equals(obj as Several);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Kind);
        foreach (var stretch in Stretches)
        {
            hash.Add(stretch);
        }

        return hash.ToHashCode();
    }
}
