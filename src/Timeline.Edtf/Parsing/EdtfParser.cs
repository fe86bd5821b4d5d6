using Timeline.Edtf.Points;

namespace Timeline.Edtf.Parsing;

/// <summary>Reads a whole text: a date, an interval, or a set.</summary>
internal static class EdtfParser
{
    public static bool TryParse(ReadOnlySpan<char> text, out Point point, out CompositeDate? composite, out EdtfError error)
    {
        var reader = new EdtfReader(text, 0, text.Length);
        var read = TryParse(text, ref reader, out point, out composite);
        error = reader.Error;
        return read;
    }

    private static bool TryParse(ReadOnlySpan<char> text, ref EdtfReader reader, out Point point, out CompositeDate? composite)
    {
        (point, composite) = (default, null);
        if (text.IsEmpty)
        {
            return reader.Fail("There is no date here.");
        }

        if (text[0] is '[' or '{')
        {
            return SetParser.TryParse(ref reader, out composite);
        }

        var slash = text.IndexOf('/');
        if (slash >= 0)
        {
            return TryParseInterval(text, slash, ref reader, out composite);
        }

        return PointParser.TryParse(ref reader, out point) && (reader.AtEnd || reader.Fail("Nothing like this can follow here."));
    }

    private static bool TryParseInterval(ReadOnlySpan<char> text, int slash, ref EdtfReader reader, out CompositeDate? composite)
    {
        composite = null;
        reader = new(text, 0, slash);
        if (!TryParseEnd(ref reader, out var start))
        {
            return false;
        }

        reader = new(text, slash + 1, text.Length);
        if (!TryParseEnd(ref reader, out var end))
        {
            return false;
        }

        if (PointBounds.FirstDay(start) > PointBounds.LastDay(end))
        {
            return reader.Fail("An interval ends before it starts.", slash + 1);
        }

        if (start.IsDate || end.IsDate)
        {
            composite = new(CompositeKind.Interval, [new(start, end, true)]);
            return true;
        }

        // Open on both sides is the default value.
        return (start.Form == PointForm.Open && end.Form == PointForm.Open)
            || reader.Fail("An interval has a date on one side at least, or is ../..", 0);
    }

    private static bool TryParseEnd(ref EdtfReader reader, out Point end)
    {
        end = new() { Form = PointForm.Unknown };
        if (reader.AtEnd)
        {
            return true;
        }

        var before = reader.TryTake("..");
        if (before && reader.AtEnd)
        {
            end = default;
            return true;
        }

        var begin = reader.Position;
        if (!PointParser.TryParse(ref reader, out end))
        {
            return false;
        }

        if (end.Form == PointForm.DateTime)
        {
            return reader.Fail("An interval runs from date to date, without time of day.", begin);
        }

        var dots = reader.Position;
        var after = reader.TryTake("..");
        if (before && after)
        {
            return reader.Fail("An end of an interval has two dots before the date or after it, not both.", dots);
        }

        if (before || after)
        {
            end = end with { Extension = before ? EndExtension.OrBefore : EndExtension.OrAfter };
        }

        return reader.AtEnd || reader.Fail("Nothing like this can follow here.");
    }
}
