using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Timeline.Edtf.Parsing;

namespace Timeline.Edtf;

public readonly partial record struct Day
{
    /// <summary>The most characters that a day is written with: a minus, sixteen digits of a year, month and day.</summary>
    public const int MaxTextLength = 23;

    private const int ShortLength = 10;

    /// <summary>Reads <c>YYYY-MM-DD</c>, the year with a minus below 0 and with more digits beyond 9999; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Day day)
    {
        day = default;
        var negative = text.StartsWith('-');
        var digits = negative ? text[1..] : text;
        var yearDigits = digits.Length - 6;
        if (
            yearDigits is < 4 or > 16
            || digits[yearDigits] != '-'
            || digits[yearDigits + 3] != '-'
            || (yearDigits > 4 && digits[0] == '0')
            || !long.TryParse(digits[..yearDigits], NumberStyles.None, null, out var year)
            || !EdtfReader.TryReadTwoDigits(digits.Slice(yearDigits + 1, 2), out var month)
            || !EdtfReader.TryReadTwoDigits(digits[^2..], out var dayOfMonth)
            || (negative && year == 0)
            || month is < 1 or > 12
            || dayOfMonth < 1
            || dayOfMonth > DaysIn(year, month)
        )
        {
            return false;
        }

        day = FromYearMonthDay(negative ? -year : year, month, dayOfMonth);
        return true;
    }

    /// <summary>Reads what <see cref="ToString()"/> writes; <see cref="FormatException"/> for anything else.</summary>
    public static Day Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var day) ? day : throw new FormatException($"'{text}' is no day of the form YYYY-MM-DD.");

    /// <summary>Four or more year digits, a minus before years below 0: <c>2024-06-14</c>, <c>-0043-03-15</c>.</summary>
    public override string ToString()
    {
        Span<char> text = stackalloc char[MaxTextLength];
        TryFormat(text, out var length);
        return new string(text[..length]);
    }

    /// <summary>Writes the same; false where it does not fit, which <see cref="MaxTextLength"/> characters always do.</summary>
    public bool TryFormat(Span<char> text, out int length)
    {
        var (year, month, day) = Parts;
        if (year is < 0 or > 9999)
            return text.TryWrite($"{(year < 0 ? "-" : "")}{Math.Abs(year):0000}-{month:00}-{day:00}", out length);
        length = text.Length < ShortLength ? 0 : ShortLength;
        if (length > 0)
            WriteDigits(text, ((int)year, month, day));
        return length > 0;
    }

    /// <summary>Digit by digit: a chart writes hundreds of days, and formatting by a pattern takes five times as long.</summary>
    private static void WriteDigits(Span<char> text, (int Year, int Month, int Day) parts)
    {
        WriteTwoDigits(text, parts.Year / 100);
        WriteTwoDigits(text[2..], parts.Year % 100);
        text[4] = '-';
        WriteTwoDigits(text[5..], parts.Month);
        text[7] = '-';
        WriteTwoDigits(text[8..], parts.Day);
    }

    private static void WriteTwoDigits(Span<char> text, int number)
    {
        text[0] = (char)('0' + number / 10);
        text[1] = (char)('0' + number % 10);
    }

    /// <summary>Earlier days come first.</summary>
    public int CompareTo(Day other) => Number.CompareTo(other.Number);

    /// <summary>Whether the left day is earlier.</summary>
    public static bool operator <(Day left, Day right) => left.Number < right.Number;

    /// <summary>Whether the left day is later.</summary>
    public static bool operator >(Day left, Day right) => left.Number > right.Number;

    /// <summary>Whether the left day is earlier or the same.</summary>
    public static bool operator <=(Day left, Day right) => left.Number <= right.Number;

    /// <summary>Whether the left day is later or the same.</summary>
    public static bool operator >=(Day left, Day right) => left.Number >= right.Number;

    static Day IParsable<Day>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Day>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Day result) =>
        TryParse(s, out result);

    static Day ISpanParsable<Day>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool ISpanParsable<Day>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Day result) => TryParse(s, out result);
}
