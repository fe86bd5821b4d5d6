namespace Timeline.Edtf;

/// <summary>What kind of stretch a date names.</summary>
public enum DatePrecision
{
    Day, Week, Month, Quarter, Season, Half, Year, Decade, Century, Range, Set,
}

/// <summary>Why a text is no EDTF, and where.</summary>
/// <param name="Reason">One sentence.</param>
/// <param name="Position">Index of the first character that cannot stand.</param>
public readonly record struct EdtfError(string Reason, int Position);

/// <summary>A date as precise as it is known: ISO 8601-2:2019 / EDTF levels 0, 1 and 2.</summary>
public readonly struct EdtfDate : IEquatable<EdtfDate>, IComparable<EdtfDate>
{
    public static EdtfDate Parse(string text) => throw new NotImplementedException();

    public static bool TryParse(ReadOnlySpan<char> text, out EdtfDate date, out EdtfError error) => throw new NotImplementedException();

    public static EdtfDate Of(Day day) => throw new NotImplementedException();

    /// <summary>The interval of all days from first to last; a null side is open.</summary>
    public static EdtfDate Between(Day? first, Day? last) => throw new NotImplementedException();

    public Day? Earliest => throw new NotImplementedException();

    public Day? Latest => throw new NotImplementedException();

    public DatePrecision Precision => throw new NotImplementedException();

    public bool IsApproximate => throw new NotImplementedException();

    public bool IsUncertain => throw new NotImplementedException();

    /// <summary>0, 1 or 2: the lowest level of the standard that has this form.</summary>
    public int Level => throw new NotImplementedException();

    public bool Equals(EdtfDate other) => throw new NotImplementedException();

    public override bool Equals(object? obj) => obj is EdtfDate other && Equals(other);

    public override int GetHashCode() => throw new NotImplementedException();

    public int CompareTo(EdtfDate other) => throw new NotImplementedException();

    public override string ToString() => throw new NotImplementedException();
}
