using Timeline.Edtf.Points;

namespace Timeline.Edtf.Parsing;

/// <summary>
/// Reads <c>Thh:mm:ss</c> with <c>Z</c>, <c>±hh</c>, <c>±hh:mm</c> or nothing behind it (EDTF level 0; ISO 8601-1:2019, 5.4).
/// </summary>
internal static class TimeParser
{
    public static bool TryParse(ref EdtfReader reader, ref Point point)
    {
        if (point.Unspecified != 0 || (point.Approximate | point.Uncertain) != 0)
        {
            return reader.Fail("A day with a time has neither unspecified digits nor qualifiers.");
        }

        reader.TryTake('T');
        var at = reader.Position;
        if (
            !reader.TryReadTwoDigits(out var hour)
            || !reader.TryTake(':')
            || !reader.TryReadTwoDigits(out var minute)
            || !reader.TryTake(':')
            || !reader.TryReadTwoDigits(out var second)
        )
        {
            return reader.Fail("A time is hh:mm:ss.");
        }

        if (hour > 23 || minute > 59 || second > 60)
        {
            return reader.Fail("A time lies between 00:00:00 and 23:59:59.", at);
        }

        if (!TryParseUtcOffset(ref reader, out var shift))
        {
            return false;
        }

        // A leap second is inserted at 23:59:60 UTC, whatever the clocks nearby show.
        if (second == 60 && (minute - (shift ?? 0) % 60 + 60) % 60 != 59)
        {
            return reader.Fail("Second 60 is only for a leap second, at 23:59:60 UTC.", at);
        }

        point = point with
        {
            Form = PointForm.DateTime,
            Hour = (byte)hour,
            Minute = (byte)minute,
            Second = (byte)second,
            UtcOffset = shift,
        };
        return true;
    }

    private static bool TryParseUtcOffset(ref EdtfReader reader, out short? shift)
    {
        shift = null;
        if (reader.TryTake('Z'))
        {
            shift = 0;
            return true;
        }

        if (reader.Current is not ('+' or '-'))
        {
            return true;
        }

        var at = reader.Position;
        var west = reader.TryTake('-') || !reader.TryTake('+');
        var minutes = 0;
        if (!reader.TryReadTwoDigits(out var hours) || (reader.TryTake(':') && !reader.TryReadTwoDigits(out minutes)))
        {
            return reader.Fail("The difference from UTC is Z, ±hh or ±hh:mm.");
        }

        var total = hours * 60 + minutes;
        if (hours > 23 || minutes > 59 || (west && total == 0))
        {
            return reader.Fail("The difference from UTC is less than a day, and without difference it has a plus.", at);
        }

        shift = (short)(west ? -total : total);
        return true;
    }
}
