using Timeline.Edtf.Points;

namespace Timeline.Edtf.Writing;

/// <summary>Writes the canonical form into a buffer and notes where it was too small.</summary>
internal ref partial struct EdtfWriter(Span<char> buffer)
{
    private readonly Span<char> _buffer = buffer;

    public int Written { get; private set; }

    public bool Overflowed { get; private set; }

    public static string ToText(in PointRange range)
    {
        var writer = new EdtfWriter(stackalloc char[128]);
        writer.Add(range);
        return writer._buffer[..writer.Written].ToString();
    }

    public void Add(in Point point, CompositeDate? composite)
    {
        switch (composite)
        {
            case null when point.Form == PointForm.Open:
                Add("../..");
                break;
            case null:
                Add(point);
                break;
            case { Kind: CompositeKind.Interval, Ranges: [var interval] }:
                Add(interval.First);
                Add('/');
                Add(interval.Last);
                break;
            default:
                AddSet(composite);
                break;
        }
    }

    private void AddSet(CompositeDate set)
    {
        Add(set.Kind == CompositeKind.OneOf ? '[' : '{');
        for (var i = 0; i < set.Ranges.Length; i++)
        {
            if (i > 0)
            {
                Add(',');
            }

            Add(set.Ranges[i]);
        }

        Add(set.Kind == CompositeKind.OneOf ? ']' : '}');
    }

    private void Add(in PointRange range)
    {
        if (range.First.IsDate)
        {
            Add(range.First);
        }

        if (range.IsRange)
        {
            Add("..");
            if (range.Last.IsDate)
            {
                Add(range.Last);
            }
        }
    }

    private void AddTwoDigits(int number, int mask = 0)
    {
        Add((mask & 2) != 0 ? 'X' : (char)('0' + number / 10));
        Add((mask & 1) != 0 ? 'X' : (char)('0' + number % 10));
    }

    private void AddNumber(long number)
    {
        Overflowed |= !number.TryFormat(_buffer[Written..], out var written);
        Written += written;
    }

    private void Add(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            Add(c);
        }
    }

    private void Add(char c)
    {
        if (Written == _buffer.Length)
        {
            Overflowed = true;
            return;
        }

        _buffer[Written++] = c;
    }
}
