using Timeline.Edtf.Points;

namespace Timeline.Edtf;

/// <summary>Writes the canonical form into a buffer and notes where it was too small.</summary>
internal ref partial struct Writer(Span<char> buffer)
{
    private readonly Span<char> _buffer = buffer;

    public int Written { get; private set; }

    public bool Overflowed { get; private set; }

    public static string Text(in Stretch stretch)
    {
        var writer = new Writer(stackalloc char[128]);
        writer.Add(stretch);
        return writer._buffer[..writer.Written].ToString();
    }

    public void Add(in Point point, Several? several)
    {
        switch (several)
        {
            case null when point.Form == PointForm.Open:
                Add("../..");
                break;
            case null:
                Add(point);
                break;
            case { Kind: Togetherness.Interval, Stretches: [var interval] }:
                Add(interval.First);
                Add('/');
                Add(interval.Last);
                break;
            default:
                Set(several);
                break;
        }
    }

    private void Set(Several set)
    {
        Add(set.Kind == Togetherness.OneOf ? '[' : '{');
        for (var i = 0; i < set.Stretches.Length; i++)
        {
            if (i > 0)
            {
                Add(',');
            }

            Add(set.Stretches[i]);
        }

        Add(set.Kind == Togetherness.OneOf ? ']' : '}');
    }

    private void Add(in Stretch stretch)
    {
        if (stretch.First.IsDate)
        {
            Add(stretch.First);
        }

        if (stretch.IsRange)
        {
            Add("..");
            if (stretch.Last.IsDate)
            {
                Add(stretch.Last);
            }
        }
    }

    private void TwoDigits(int number, int mask = 0)
    {
        Add((mask & 2) != 0 ? 'X' : (char)('0' + number / 10));
        Add((mask & 1) != 0 ? 'X' : (char)('0' + number % 10));
    }

    private void Number(long number)
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
