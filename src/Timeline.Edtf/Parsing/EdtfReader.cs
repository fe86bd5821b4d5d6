namespace Timeline.Edtf.Parsing;

/// <summary>A place in a text that moves forward, and the first fault found there. Allocates nothing.</summary>
internal ref struct EdtfReader(ReadOnlySpan<char> text, int start, int end)
{
    private readonly ReadOnlySpan<char> _text = text;
    private readonly int _end = end;

    public int Position { get; private set; } = start;

    public EdtfError Error { get; private set; }

    public readonly bool AtEnd => Position == _end;

    /// <summary>The character here, or NUL at the end.</summary>
    public readonly char Current => Peek(0);

    public readonly char Peek(int ahead) => Position + ahead < _end ? _text[Position + ahead] : '\0';

    public readonly bool StartsWith(ReadOnlySpan<char> what) => _text[Position.._end].StartsWith(what, StringComparison.Ordinal);

    public bool TryTake(char what)
    {
        if (Current != what || AtEnd)
        {
            return false;
        }

        Position++;
        return true;
    }

    public bool TryTake(ReadOnlySpan<char> what)
    {
        if (!StartsWith(what))
        {
            return false;
        }

        Position += what.Length;
        return true;
    }

    /// <summary>Notes the fault at a position (here, where none is given) and returns false, so that the caller can return it.</summary>
    public bool Fail(string reason, int? at = null)
    {
        Error = new(reason, at ?? Position);
        return false;
    }

    /// <summary>Reads digits as long as there are any; false where there is none or the number passes the largest year.</summary>
    public bool TryReadDigits(out long number, out int count)
    {
        var begin = Position;
        number = 0;
        for (; char.IsAsciiDigit(Current); Position++)
        {
            number = Math.Min(number * 10 + (Current - '0'), Day.MaxYear + 1);
        }

        count = Position - begin;
        return count > 0 && number <= Day.MaxYear;
    }

    /// <summary>Reads exactly so many digits or X; an X counts 0 in the number and sets its bit in the mask.</summary>
    public bool TryReadMaskedDigits(int length, out int number, out int mask)
    {
        (number, mask) = (0, 0);
        for (var i = 0; i < length; i++, Position++)
        {
            if (Current != 'X' && !char.IsAsciiDigit(Current))
            {
                return false;
            }

            number = number * 10 + (Current == 'X' ? 0 : Current - '0');
            mask = mask << 1 | (Current == 'X' ? 1 : 0);
        }

        return true;
    }

    /// <summary>Two ASCII digits as a number.</summary>
    public static bool TryReadTwoDigits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        if (text.Length < 2 || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[1]))
        {
            return false;
        }

        number = (text[0] - '0') * 10 + text[1] - '0';
        return true;
    }

    /// <summary>Reads two digits.</summary>
    public bool TryReadTwoDigits(out int number)
    {
        if (!TryReadTwoDigits(_text[Position.._end], out number))
        {
            return false;
        }

        Position += 2;
        return true;
    }
}
