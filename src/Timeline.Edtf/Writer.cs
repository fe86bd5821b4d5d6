using Timeline.Edtf.Points;

namespace Timeline.Edtf;

/// <summary>Writes the canonical form into a buffer and notes where it was too small.</summary>
internal ref struct Writer(Span<char> buffer)
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

    private void Add(in Point point)
    {
        switch (point.Form)
        {
            case PointForm.Unknown:
                return;
            case PointForm.Open:
                Add("..");
                return;
        }

        // A qualifier on the right speaks for everything on its left, so that is where the longest run from the year on gets its one.
        var run = Run(point);
        Left(point, run, Components.Year);
        Year(point);
        Right(point, run, Components.Year);
        if (point.Has.HasFlag(Components.Month))
        {
            Add('-');
            Left(point, run, Components.Month);
            TwoDigits(point.Month, point.MonthMask);
            Right(point, run, Components.Month);
        }

        if (point.Has.HasFlag(Components.Day))
        {
            Add('-');
            Left(point, run, Components.Day);
            TwoDigits(point.Day, point.DayMask);
            Right(point, run, Components.Day);
        }

        Time(point);
    }

    private void Year(in Point point)
    {
        if (point.Form == PointForm.LongYear)
        {
            Add('Y');
        }

        if (point.Negative)
        {
            Add('-');
        }

        if (point.Form == PointForm.LongYear)
        {
            Number(point.Significand);
        }
        else
        {
            TwoDigits((int)(point.Significand / 100), point.YearMask >> 2);
            TwoDigits((int)(point.Significand % 100), point.YearMask & 3);
        }

        if (point.Exponent > 0)
        {
            Add('E');
            Number(point.Exponent);
        }

        if (point.Significant > 0)
        {
            Add('S');
            Number(point.Significant);
        }
    }

    private void Time(in Point point)
    {
        if (point.Form != PointForm.DateTime)
        {
            return;
        }

        Add('T');
        TwoDigits(point.Hour);
        Add(':');
        TwoDigits(point.Minute);
        Add(':');
        TwoDigits(point.Second);
        if (point.Shift is { } shift)
        {
            if (shift == 0)
            {
                Add('Z');
                return;
            }

            Add(shift < 0 ? '-' : '+');
            TwoDigits(Math.Abs(shift) / 60);
            Add(':');
            TwoDigits(Math.Abs(shift) % 60);
        }
    }

    /// <summary>The last component of the run from the year on that is qualified alike, or none where the year is not qualified.</summary>
    private static Components Run(in Point point)
    {
        var qualifier = Qualifier(point, Components.Year);
        return qualifier == '\0' ? Components.None
            : !point.Has.HasFlag(Components.Month) || Qualifier(point, Components.Month) != qualifier ? Components.Year
            : !point.Has.HasFlag(Components.Day) || Qualifier(point, Components.Day) != qualifier ? Components.Month
            : Components.Day;
    }

    private static char Qualifier(in Point point, Components component) =>
        (point.Approximate.HasFlag(component), point.Uncertain.HasFlag(component)) switch
        {
            (true, true) => '%',
            (true, false) => '~',
            (false, true) => '?',
            _ => '\0',
        };

    private void Left(in Point point, Components run, Components component)
    {
        if (component > run && Qualifier(point, component) is not '\0' and var qualifier)
        {
            Add(qualifier);
        }
    }

    private void Right(in Point point, Components run, Components component)
    {
        if (component == run)
        {
            Add(Qualifier(point, component));
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
