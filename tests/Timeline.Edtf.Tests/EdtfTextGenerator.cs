namespace Timeline.Edtf.Tests;

/// <summary>Writes EDTF of every form, and texts that are almost EDTF, always the same ones for the same seed.</summary>
public sealed class EdtfTextGenerator(int seed)
{
    private const string Alphabet = "0123456789012345678901-/.,XYESTZ?~%[]{}:+ x";

    private readonly Random _random = new(seed);

    /// <summary>
    /// So many different texts: two thirds written by the grammar (with numbers that need not exist), one third spoilt in one or two
    /// places.
    /// </summary>
    public IReadOnlyCollection<string> Take(int count)
    {
        var texts = new HashSet<string>();
        while (texts.Count < count)
        {
            var text = Next();
            texts.Add(Chance(3) ? Spoilt(text) : text);
        }

        return texts;
    }

    /// <summary>One text by the grammar.</summary>
    public string Next() =>
        _random.Next(12) switch
        {
            < 5 => Date(),
            5 or 6 => Plain() + Time(),
            < 10 => $"{End()}/{End()}",
            _ => Set(),
        };

    private string End() =>
        _random.Next(10) switch
        {
            0 => "",
            1 => "..",
            2 => Chance(2) ? $"..{Date()}" : $"{Date()}..",
            3 => Chance(4) ? Plain() + Time() : Plain(),
            < 8 => Plain(),
            _ => Date(),
        };

    private string Date() =>
        _random.Next(8) switch
        {
            0 => LongYear() + (Chance(4) ? Mark() : ""),
            1 => FourDigits() + Significant() + (Chance(8) ? Mark() : ""),
            2 => $"{Either(Mark(), "")}{FourDigits()}-{Two(20, 42)}{Either(Mark(), "")}",
            3 => Masked(),
            < 6 => Marked(),
            _ => Plain(),
        };

    private string Plain() =>
        FourDigits()
        + _random.Next(3) switch
        {
            0 => "",
            1 when Chance(8) => "-02-29",
            1 when Chance(8) => $"-{Two(1, 12)}-31",
            1 => $"-{Two(0, 13)}",
            _ => $"-{Two(1, 12)}-{Two(Chance(8) ? 0 : 1, Chance(3) ? 32 : 28)}",
        };

    private string FourDigits() =>
        Chance(60) ? "0000" : (Chance(8) ? "-" : "") + (Chance(6) ? _random.Next(200) : _random.Next(1000, 3000)).ToString("0000");

    private string LongYear() =>
        "Y"
        + (Chance(3) ? "-" : "")
        + _random.Next(3) switch
        {
            0 => $"{(Chance(8) ? "0" : "")}{_random.Next(1, 99999)}E{_random.Next(0, 18)}",
            1 => $"{_random.NextInt64(1, 100_000_000_000)}",
            _ => $"{_random.Next(9000, 300_000)}",
        }
        + (Chance(3) ? Significant() : "");

    private string Significant() => Chance(3) ? "" : $"S{_random.Next(0, 6)}";

    private string Marked() =>
        _random.Next(4) switch
        {
            0 => $"{Plain()}{Mark()}",
            1 => $"{Left()}{FourDigits()}{Left()}",
            2 => $"{Left()}{FourDigits()}{Left()}-{Left()}{Two(1, 12)}{Left()}",
            _ => $"{Left()}{FourDigits()}{Left()}-{Left()}{Two(1, 12)}{Left()}-{Left()}{Two(1, 28)}{Left()}",
        };

    private string Masked()
    {
        if (Chance(20))
        {
            return $"{FourDigits()}-{Two(1, 12)}-3X";
        }

        var digits = Plain().ToCharArray();
        for (var i = _random.Next(1, 5); i > 0; i--)
        {
            var place = _random.Next(digits.Length);
            digits[place] = digits[place] == '-' ? '-' : 'X';
        }

        return new string(digits) + (Chance(6) ? Mark() : "");
    }

    private string Time() =>
        _random.Next(20) switch
        {
            0 => $"T{Two(22, 24)}:59:60{Zone()}",
            1 => $"T24:00:00{Zone()}",
            _ => $"T{Two(0, Chance(8) ? 25 : 23)}:{MinuteOrSecond()}{Seconds()}{Zone()}",
        };

    private string MinuteOrSecond() => Two(0, Chance(8) ? 61 : 59);

    private string Seconds()
    {
        var seconds = Chance(8) ? "" : $":{MinuteOrSecond()}";
        return Chance(12) ? $"{seconds}.{_random.Next(1000)}" : seconds;
    }

    private string Zone() =>
        _random.Next(5) switch
        {
            0 => "",
            1 => "Z",
            2 => $"{Either("+", "-")}{Two(0, 14)}",
            3 => $"{Either("+", "-")}{Two(0, 25)}:{Two(0, 61)}",
            _ => $"{Either("+", "-")}{Two(0, 12)}{(Chance(8) ? "" : ":")}{(Chance(2) ? "30" : "00")}",
        };

    private string Set()
    {
        var members = Enumerable.Range(0, _random.Next(1, 5)).Select(_ => Member()).ToList();
        if (!Chance(3))
        {
            members.Sort(StringComparer.Ordinal);
        }

        var text = (Chance(8) ? ".." : "") + string.Join(Chance(8) ? ", " : ",", members) + (Chance(8) ? ".." : "");
        return Chance(2) ? $"[{text}]" : $"{{{text}}}";
    }

    private string Member() =>
        _random.Next(8) switch
        {
            0 => Date(),
            1 => $"{FourDigits()}..{FourDigits()}",
            2 => $"{Plain()}..{Plain()}",
            3 => Marked(),
            _ => Plain(),
        };

    private string Spoilt(string text)
    {
        for (var i = _random.Next(1, 3); i > 0; i--)
        {
            var place = _random.Next(text.Length + 1);
            var letter = Alphabet[_random.Next(Alphabet.Length)].ToString();
            text = _random.Next(3) switch
            {
                0 => text.Insert(place, letter),
                1 when place < text.Length => text.Remove(place, 1),
                _ => text[..place] + letter + text[Math.Min(place + 1, text.Length)..],
            };
        }

        return text;
    }

    private string Mark() => Either("?", Either("~", "%"));

    private string Left() => Chance(4) ? Mark() : "";

    private string Either(string one, string other) => Chance(2) ? one : other;

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private string Two(int from, int to) => _random.Next(from, to + 1).ToString("00");
}
