using Timeline.Edtf.Points;

namespace Timeline.Edtf.Parsing;

/// <summary>Reads a whole text: a date, an interval, or a set.</summary>
internal static class EdtfParser
{
    public static bool Read(ReadOnlySpan<char> text, out Point point, out Several? several, out EdtfError error)
    {
        (point, several) = (default, null);
        var slash = text.IndexOf('/');
        var reader = new Reader(text, 0, text.Length);
        var read =
            text.IsEmpty ? reader.Fail("There is no date here.")
            : text[0] is '[' or '{' ? SetParser.Read(ref reader, out several)
            : slash >= 0 ? Interval(text, slash, ref reader, out several)
            : PointParser.Read(ref reader, out point) && (reader.AtEnd || reader.Fail("Nothing like this can follow here."));
        error = reader.Error;
        return read;
    }

    private static bool Interval(ReadOnlySpan<char> text, int slash, ref Reader reader, out Several? several)
    {
        several = null;
        reader = new(text, 0, slash);
        if (!End(ref reader, out var start))
        {
            return false;
        }

        reader = new(text, slash + 1, text.Length);
        if (!End(ref reader, out var end))
        {
            return false;
        }

        if (Bounds.First(start) > Bounds.Last(end))
        {
            return reader.Fail("An interval ends before it starts.", slash + 1);
        }

        if (start.IsDate || end.IsDate)
        {
            several = new(Togetherness.Interval, [new(start, end, true)]);
            return true;
        }

        // Open on both sides is the default value.
        return (start.Form == PointForm.Open && end.Form == PointForm.Open)
            || reader.Fail("An interval has a date on one side at least, or is ../..", 0);
    }

    private static bool End(ref Reader reader, out Point end)
    {
        end = new() { Form = PointForm.Unknown };
        if (reader.AtEnd)
        {
            return true;
        }

        var before = reader.Take("..");
        if (before && reader.AtEnd)
        {
            end = default;
            return true;
        }

        var begin = reader.Position;
        if (!PointParser.Read(ref reader, out end))
        {
            return false;
        }

        if (end.Form == PointForm.DateTime)
        {
            return reader.Fail("An interval runs from date to date, without time of day.", begin);
        }

        var dots = reader.Position;
        var after = reader.Take("..");
        end = end with
        {
            Reach =
                before ? Reach.Before
                : after ? Reach.After
                : Reach.At,
        };
        return before && after
            ? reader.Fail("An end of an interval has two dots before the date or after it, not both.", dots)
            : reader.AtEnd || reader.Fail("Nothing like this can follow here.");
    }
}
