using Timeline.Edtf.Points;

namespace Timeline.Edtf.Parsing;

/// <summary>
/// Reads one date: a year, month, grouping or day with qualifiers, unspecified and significant digits, or a day with a time.
/// </summary>
internal static class PointParser
{
    /// <summary>Reads as far as the date goes; what follows is the caller's to judge.</summary>
    public static bool TryParse(ref EdtfReader reader, out Point point)
    {
        point = new() { Form = PointForm.Calendar, Present = DateComponents.Year };
        TakeQualifier(ref reader, ref point, DateComponents.Year);
        if (
            !(
                reader.Current == 'Y'
                    ? YearParser.TryParseLongYear(ref reader, ref point)
                    : YearParser.TryParseFourDigitYear(ref reader, ref point)
            ) || !YearParser.TryParseSignificantDigits(ref reader, ref point)
        )
        {
            return false;
        }

        TakeQualifier(ref reader, ref point, DateComponents.Year);
        if (reader.Current != '-')
        {
            return true;
        }

        if (point.Form == PointForm.LongYear || point.Significant != 0)
        {
            return reader.Fail("A year with Y or S stands alone, without month or day.");
        }

        return TryParseMonth(ref reader, ref point);
    }

    private static bool TryParseMonth(ref EdtfReader reader, ref Point point)
    {
        reader.TryTake('-');
        TakeQualifier(ref reader, ref point, DateComponents.Month);
        var at = reader.Position;
        if (!reader.TryReadMaskedDigits(2, out var month, out var mask))
        {
            return reader.Fail("A month has two digits, each 0-9 or X.");
        }

        var grouping = mask == 0 && month is >= SubYearGroupings.FirstCode and <= SubYearGroupings.LastCode;
        point = point with
        {
            Month = (byte)month,
            Unspecified = (byte)(point.Unspecified | mask << 4),
            Present = point.Present | DateComponents.Month,
        };
        if (!grouping && !AnyMatches(1, 12, month, mask))
        {
            return reader.Fail("A month is 01 to 12, a season or other part of a year 21 to 41.", at);
        }

        TakeQualifier(ref reader, ref point, DateComponents.Year | DateComponents.Month);
        if (reader.Current != '-')
        {
            return true;
        }

        return grouping ? reader.Fail("A season or other part of a year has no day.") : TryParseDayOfMonth(ref reader, ref point);
    }

    private static bool TryParseDayOfMonth(ref EdtfReader reader, ref Point point)
    {
        reader.TryTake('-');
        TakeQualifier(ref reader, ref point, DateComponents.Day);
        var at = reader.Position;
        if (!reader.TryReadMaskedDigits(2, out var day, out var mask))
        {
            return reader.Fail("A day has two digits, each 0-9 or X.");
        }

        point = point with
        {
            Day = (byte)day,
            Unspecified = (byte)(point.Unspecified | mask << 6),
            Present = point.Present | DateComponents.Day,
        };
        if (point.Unspecified == 0 ? day < 1 || day > Day.DaysIn(point.Year, point.Month) : !UnspecifiedDigits.HasMatch(point))
        {
            return reader.Fail("There is no such day in this month.", at);
        }

        TakeQualifier(ref reader, ref point, DateComponents.Year | DateComponents.Month | DateComponents.Day);
        return reader.Current != 'T' || TimeParser.TryParse(ref reader, ref point);
    }

    private static bool AnyMatches(int low, int high, int digits, int mask)
    {
        for (var i = low; i <= high; i++)
        {
            if (UnspecifiedDigits.Matches(i, digits, mask))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Reads one qualifier, if there is one, for these components: on the left of one for it alone, on its right also for all to the
    /// left.
    /// </summary>
    private static void TakeQualifier(ref EdtfReader reader, ref Point point, DateComponents components)
    {
        var approximate = reader.Current is '~' or '%';
        var uncertain = reader.Current is '?' or '%';
        if (approximate || uncertain)
        {
            reader.TryTake(reader.Current);
            point = point with
            {
                Approximate = point.Approximate | (approximate ? components : 0),
                Uncertain = point.Uncertain | (uncertain ? components : 0),
            };
        }
    }
}
