using Timeline.Edtf.Points;

namespace Timeline.Edtf.Parsing;

/// <summary>Reads one date: a year, month, grouping or day with qualifiers, unspecified and significant digits, or a day with a time.</summary>
internal static class PointParser
{
    private const string FourDigits = "A year has four digits, each 0-9 or X; a longer one begins with Y.";

    private const int MostDigits = 16;

    /// <summary>Reads as far as the date goes; what follows is the caller's to judge.</summary>
    public static bool Read(ref Reader reader, out Point point)
    {
        point = new() { Form = PointForm.Calendar, Has = Components.Year };
        Qualifier(ref reader, ref point, Components.Year);
        if (
            !(reader.Current == 'Y' ? LongYear(ref reader, ref point) : FourDigitYear(ref reader, ref point))
            || !Significant(ref reader, ref point)
        )
        {
            return false;
        }

        Qualifier(ref reader, ref point, Components.Year);
        if (reader.Current != '-')
        {
            return true;
        }

        if (point.Form == PointForm.LongYear || point.Significant != 0)
        {
            return reader.Fail("A year with Y or S stands alone, without month or day.");
        }

        return Month(ref reader, ref point);
    }

    private static bool FourDigitYear(ref Reader reader, ref Point point)
    {
        var begin = reader.Position;
        var negative = reader.Take('-');
        if (!reader.Masked(4, out var year, out var mask))
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

    private static bool LongYear(ref Reader reader, ref Point point)
    {
        var begin = reader.Position;
        reader.Take('Y');
        var negative = reader.Take('-');
        if (reader.Current == '0')
        {
            return reader.Fail("After Y the first digit is not 0.");
        }

        if (!reader.Digits(out var year, out var count))
        {
            return count == 0 ? reader.Fail("After Y come the digits of a year.") : TooFar(ref reader, begin);
        }

        if (!Exponent(ref reader, out var exponent))
        {
            return false;
        }

        if (exponent == 0 && count < 5)
        {
            return reader.Fail("A year with Y has five digits or more, or an exponent E.", begin);
        }

        point = point with { Form = PointForm.LongYear, Negative = negative, Significand = year, Exponent = (byte)exponent };
        return exponent + count <= MostDigits || TooFar(ref reader, begin);
    }

    /// <summary>Reads what follows E, or 0 where there is no E; anything past the most digits counts as one more than those.</summary>
    private static bool Exponent(ref Reader reader, out int exponent)
    {
        exponent = 0;
        if (!reader.Take('E'))
        {
            return true;
        }

        var begin = reader.Position;
        var zero = reader.Current == '0';
        reader.Digits(out var digits, out var count);
        exponent = (int)Math.Min(digits, MostDigits + 1);
        return (count > 0 && !zero) || reader.Fail("After E comes a positive number without leading 0.", begin);
    }

    private static bool Significant(ref Reader reader, ref Point point)
    {
        if (reader.Current != 'S')
        {
            return true;
        }

        if (point.Unspecified != 0)
        {
            return reader.Fail("A year has unspecified digits X or significant digits S, not both.");
        }

        reader.Take('S');
        var at = reader.Position;
        if (reader.Current is '0' || !reader.Digits(out var digits, out _) || digits > Bounds.Digits(point.Year))
        {
            return reader.Fail("After S comes how many of the year's digits are significant, from 1 to all of them.", at);
        }

        point = point with { Significant = (byte)digits };
        return true;
    }

    private static bool Month(ref Reader reader, ref Point point)
    {
        reader.Take('-');
        Qualifier(ref reader, ref point, Components.Month);
        var at = reader.Position;
        if (!reader.Masked(2, out var month, out var mask))
        {
            return reader.Fail("A month has two digits, each 0-9 or X.");
        }

        var grouping = mask == 0 && month is >= Groupings.First and <= Groupings.Last;
        point = point with { Month = (byte)month, Unspecified = (byte)(point.Unspecified | mask << 4), Has = point.Has | Components.Month };
        if (!grouping && !Any(1, 12, month, mask))
        {
            return reader.Fail("A month is 01 to 12, a season or other part of a year 21 to 41.", at);
        }

        Qualifier(ref reader, ref point, Components.Year | Components.Month);
        if (reader.Current != '-')
        {
            return true;
        }

        return grouping ? reader.Fail("A season or other part of a year has no day.") : DayOfMonth(ref reader, ref point);
    }

    private static bool DayOfMonth(ref Reader reader, ref Point point)
    {
        reader.Take('-');
        Qualifier(ref reader, ref point, Components.Day);
        var at = reader.Position;
        if (!reader.Masked(2, out var day, out var mask))
        {
            return reader.Fail("A day has two digits, each 0-9 or X.");
        }

        point = point with { Day = (byte)day, Unspecified = (byte)(point.Unspecified | mask << 6), Has = point.Has | Components.Day };
        if (point.Unspecified == 0 ? day < 1 || day > Day.DaysIn(point.Year, point.Month) : !Masks.Possible(point))
        {
            return reader.Fail("There is no such day in this month.", at);
        }

        Qualifier(ref reader, ref point, Components.Year | Components.Month | Components.Day);
        return reader.Current != 'T' || TimeParser.Read(ref reader, ref point);
    }

    private static bool Any(int low, int high, int digits, int mask)
    {
        for (var i = low; i <= high; i++)
        {
            if (Masks.Fits(i, digits, mask))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads one qualifier, if there is one, for these components: on the left of one for it alone, on its right also for all to the left.</summary>
    private static void Qualifier(ref Reader reader, ref Point point, Components components)
    {
        var approximate = reader.Current is '~' or '%';
        var uncertain = reader.Current is '?' or '%';
        if (approximate || uncertain)
        {
            reader.Take(reader.Current);
            point = point with
            {
                Approximate = point.Approximate | (approximate ? components : 0),
                Uncertain = point.Uncertain | (uncertain ? components : 0),
            };
        }
    }

    private static bool TooFar(ref Reader reader, int begin) => reader.Fail("Years beyond ±9999999999999999 are not supported.", begin);
}
