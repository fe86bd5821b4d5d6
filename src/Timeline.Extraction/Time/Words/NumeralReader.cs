namespace Timeline.Extraction.Time;

/// <summary>
/// Reads a number that begins with digits: <c>5</c>, <c>1,500</c>, <c>3rd</c>, <c>1990s</c>, <c>2 1/2</c>, <c>2.5</c>, <c>3 million</c>.
/// </summary>
internal static class NumeralReader
{
    public static Lexeme Read(TimeWord[] words, int at)
    {
        var word = words[at];
        var end = at + 1;
        if (word.Value < 0)
            return new(at, end, null, 0, 0, word.Tight);
        if (Next(words, end, Slot.Suffix))
            return new(at, end + 1, null, Bits(Slot.Ord) | (word.Value is >= 1 and <= 31 ? Bits(Slot.Dom) : 0), word.Value, word.Tight);
        if (Plural(words, at) is { } plural)
            return plural;
        var value = word.Value;
        while (Grouped(words, end))
        {
            value = Math.Min(value * 1000 + words[end + 1].Value, 1_000_000_000_000);
            end += 2;
        }

        if (end > at + 1 || Decimal(words, end))
            return Large(words, at, end, value);
        if (Fraction(words, at) is { } fraction)
            return fraction;
        return words.Length > end && words[end].Entry is { } scale && Has(scale, Slot.Scale)
            ? new(at, end + 1, null, Bits(Slot.N), Math.Min(value, 1_000_000) * scale.Value(Slot.Scale), word.Tight)
            : new(at, end, null, Classes(word), value, word.Tight);
    }

    private static ulong Classes(TimeWord word)
    {
        var (value, length) = (word.Value, word.Length);
        var classes = Bits(Slot.N);
        if (length <= 2)
        {
            classes |=
                (value is >= 1 and <= 31 ? Bits(Slot.Dom) : 0)
                | (value <= 24 ? Bits(Slot.Hour) : 0)
                | (value is >= 1 and <= 12 ? Bits(Slot.Mon) : 0);
        }

        if (length == 2)
            classes |= Bits(Slot.Y2) | (value < 60 ? Bits(Slot.Min) : 0);
        if (length == 4)
            classes |= (value is >= 1000 and <= 2199 ? Bits(Slot.Year) : 0) | (value % 100 < 60 && value < 2400 ? Bits(Slot.Clock4) : 0);
        return length is >= 1 and <= 5 ? classes | Bits(Slot.Era3) : classes;
    }

    // "1,500": a comma and three digits with nothing between them.
    private static bool Grouped(TimeWord[] words, int end) =>
        end + 1 < words.Length
        && words[end] is { Tight: true, Entry.Text: "," }
        && words[end + 1] is { Tight: true, Shape: WordShape.Digits, Length: 3 };

    private static bool Decimal(TimeWord[] words, int end) =>
        end + 1 < words.Length
        && words[end] is { Tight: true, Entry.Text: "." }
        && words[end + 1] is { Tight: true, Shape: WordShape.Digits }
        && !Stop(words, end + 2)
        && !(end > 2 && Stop(words, end - 2) && words[end - 1].Tight && words[end - 3].Shape == WordShape.Digits)
        && !(end + 2 < words.Length && words[end + 2].Entry is { } after && (Has(after, Slot.Ampm) || after.Text is "p" or "a"));

    // "03.05.2021" is no decimal; a full stop that ends the sentence leaves it one.
    private static bool Stop(TimeWord[] words, int at) =>
        at + 1 < words.Length && words[at] is { Tight: true, Entry.Text: "." } && words[at + 1] is { Tight: true, Shape: WordShape.Digits };

    private static Lexeme Large(TimeWord[] words, int at, int end, long value)
    {
        var isDecimal = Decimal(words, end);
        var half = isDecimal && words[end + 1] is { Length: 1, Value: 5 };
        if (isDecimal)
            end += 2;
        if (end < words.Length && words[end].Entry is { } entry && Has(entry, Slot.Scale))
            return new(at, end + 1, null, Bits(Slot.N), Math.Min(value, 1_000_000) * entry.Value(Slot.Scale), words[at].Tight);
        return new(at, end, null, isDecimal && !half ? 0 : Bits(Slot.N), value, words[at].Tight, half);
    }

    // "2 1/2"; other fractions count nothing.
    private static Lexeme? Fraction(TimeWord[] words, int at) =>
        at + 3 < words.Length
        && words[at + 1] is { Tight: false, Value: 1, Length: 1 }
        && words[at + 2] is { Tight: true, Entry.Text: "/" }
        && words[at + 3] is { Tight: true, Value: 2, Length: 1 }
            ? new(at, at + 4, null, Bits(Slot.N), words[at].Value, words[at].Tight, Half: true)
            : null;

    // "1990s", "1930's", "80s".
    private static Lexeme? Plural(TimeWord[] words, int at)
    {
        var word = words[at];
        if (word.Value % 10 != 0 || word.Length is not (2 or 4) || word is { Length: 4, Value: < 1000 or > 2190 })
            return null;
        var end = at + 1;
        var quoted = end < words.Length && words[end] is { Tight: true, Entry.Text: "'" };
        if (quoted)
            end++;
        return
            end < words.Length
            && words[end] is { Tight: true, Length: 1, Entry.Text: "s" }
            && !(quoted && word.Length == 4 && word.Value % 100 == 0)
            ? new(at, end + 1, null, Bits(Slot.Years), word.Value, word.Tight)
            : null;
    }

    private static bool Next(TimeWord[] words, int at, Slot slot) =>
        at < words.Length && words[at] is { Tight: true, Entry: { } entry } && Has(entry, slot);

    private static bool Has(LexiconEntry entry, Slot slot) => (entry.Classes & Bits(slot)) != 0;

    private static ulong Bits(Slot slot) => 1UL << (int)slot;
}
