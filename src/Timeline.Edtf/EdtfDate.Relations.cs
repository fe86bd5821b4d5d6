namespace Timeline.Edtf;

public readonly partial struct EdtfDate : IEquatable<EdtfDate>, IComparable<EdtfDate>
{
    /// <summary>Whether the two can have happened on the same day, by bounds: an open or unknown side reaches without end.</summary>
    public bool Overlaps(EdtfDate other) => !(Earliest > other.Latest) && !(Latest < other.Earliest);

    /// <summary>
    /// Whether all days of this date lie between the bounds of the other; an open or unknown side lies only within one that is open or
    /// unknown too.
    /// </summary>
    public bool Within(EdtfDate other) =>
        (other.Earliest is not { } first || Earliest >= first) && (other.Latest is not { } last || Latest <= last);

    /// <summary>Whether the bounds of this date hold all days of the other: the reverse of <see cref="Within"/>.</summary>
    public bool Covers(EdtfDate other) => other.Within(this);

    /// <summary>Whether both have the same canonical form; <c>2024-06</c> and <c>2024-06-01/2024-06-30</c> do not.</summary>
    public bool Equals(EdtfDate other) =>
        _composite is null ? other._composite is null && _point.Equals(other._point) : _composite.Equals(other._composite);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EdtfDate other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _composite?.GetHashCode() ?? _point.GetHashCode();

    /// <summary>
    /// Orders by first day (an open or unknown start comes first), then last day (an open or unknown end comes last), then canonical
    /// text.
    /// </summary>
    public int CompareTo(EdtfDate other)
    {
        if (Equals(other))
        {
            return 0;
        }

        var order = Nullable.Compare(Earliest, other.Earliest);
        if (order != 0)
        {
            return order;
        }

        var (latest, otherLatest) = (Latest, other.Latest);
        order = latest.HasValue ? -1 : 1;
        if (latest.HasValue == otherLatest.HasValue)
        {
            order = Nullable.Compare(latest, otherLatest);
        }

        return order != 0 ? order : string.CompareOrdinal(ToString(), other.ToString());
    }

    /// <summary>Whether both have the same canonical form.</summary>
    public static bool operator ==(EdtfDate left, EdtfDate right) => left.Equals(right);

    /// <summary>Whether the canonical forms differ.</summary>
    public static bool operator !=(EdtfDate left, EdtfDate right) => !left.Equals(right);

    /// <summary>Whether the left comes first in the order of <see cref="CompareTo"/>.</summary>
    public static bool operator <(EdtfDate left, EdtfDate right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left comes last in the order of <see cref="CompareTo"/>.</summary>
    public static bool operator >(EdtfDate left, EdtfDate right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left comes first in the order of <see cref="CompareTo"/>, or both are equal.</summary>
    public static bool operator <=(EdtfDate left, EdtfDate right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left comes last in the order of <see cref="CompareTo"/>, or both are equal.</summary>
    public static bool operator >=(EdtfDate left, EdtfDate right) => left.CompareTo(right) >= 0;
}
