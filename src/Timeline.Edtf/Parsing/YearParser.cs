using Timeline.Edtf.Points;

namespace Timeline.Edtf.Parsing;

/// <summary>Reads the year of a date: four digits, or the prefix Y with more of them or an exponent; and its significant digits.</summary>
internal static class YearParser
{
    private const string FourDigits = "A year has four digits, each 0-9 or X; a longer one begins with Y.";

    private const int MostDigits = 16;

    public static bool TryParseFourDigitYear(ref EdtfReader reader, ref Point point)
    {
        var begin = reader.Position;
        var negative = reader.TryTake('-');
        if (!reader.TryReadMaskedDigits(4, out var year, out var mask))
        {
            return reader.Fail(FourDigits);
        }

        if (char.IsAsciiDigit(reader.Current) || reader.Current == 'X')
        {
            return reader.Fail(FourDigits);
        }

        point = point with { Negative = negative, Significand = year, Unspecified = (byte)mask };
        return !negative || year != 0 || mask != 0 || reader.Fail("Year 0 has no minus.", begin);
    }

    public static bool TryParseLongYear(ref EdtfReader reader, ref Point point)
    {
        var begin = reader.Position;
        reader.TryTake('Y');
        var negative = reader.TryTake('-');
        if (reader.Current == '0')
        {
            return reader.Fail("After Y the first digit is not 0.");
        }

        if (!reader.TryReadDigits(out var year, out var count))
        {
            return count == 0 ? reader.Fail("After Y come the digits of a year.") : FailBeyondLastYear(ref reader, begin);
        }

        if (!TryParseExponent(ref reader, out var exponent))
        {
            return false;
        }

        if (exponent == 0 && count < 5)
        {
            return reader.Fail("A year with Y has five digits or more, or an exponent E.", begin);
        }

        point = point with { Form = PointForm.LongYear, Negative = negative, Significand = year, Exponent = (byte)exponent };
        return exponent + count <= MostDigits || FailBeyondLastYear(ref reader, begin);
    }

    /// <summary>Reads what follows E, or 0 where there is no E; anything past the most digits counts as one more than those.</summary>
    private static bool TryParseExponent(ref EdtfReader reader, out int exponent)
    {
        exponent = 0;
        if (!reader.TryTake('E'))
        {
            return true;
        }

        var begin = reader.Position;
        var zero = reader.Current == '0';
        reader.TryReadDigits(out var digits, out var count);
        exponent = (int)Math.Min(digits, MostDigits + 1);
        return (count > 0 && !zero) || reader.Fail("After E comes a positive number without leading 0.", begin);
    }

    public static bool TryParseSignificantDigits(ref EdtfReader reader, ref Point point)
    {
        if (reader.Current != 'S')
        {
            return true;
        }

        if (point.Unspecified != 0)
        {
            return reader.Fail("A year has unspecified digits X or significant digits S, not both.");
        }

        reader.TryTake('S');
        var at = reader.Position;
        if (reader.Current is '0' || !reader.TryReadDigits(out var digits, out _) || digits > PointBounds.CountDigits(point.Year))
        {
            return reader.Fail("After S comes how many of the year's digits are significant, from 1 to all of them.", at);
        }

        point = point with { Significant = (byte)digits };
        return true;
    }

    private static bool FailBeyondLastYear(ref EdtfReader reader, int begin) =>
        reader.Fail("Years beyond ±9999999999999999 are not supported.", begin);
}
