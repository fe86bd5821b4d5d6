namespace Timeline.Extraction.Time;

/// <summary>Reads numbers written in words: cardinals, ordinals, and years as they are spoken ("nineteen ninety-six").</summary>
internal static class NumberWordReader
{
    public static Lexeme? Read(TimeWord[] words, int at)
    {
        if (!Has(words, at, Slot.Card) && !Has(words, at, Slot.OrdWord) && !(Has(words, at, Slot.Count) && Has(words, at + 1, Slot.Scale)))
            return null;
        if (Spoken(words, at) is { } year)
            return year;
        var (end, value) = Cardinal(words, at);
        if (Ordinal(words, end, end > at ? value : 0) is var (ordinal, ordinalEnd))
        {
            return new(
                at,
                ordinalEnd,
                ordinalEnd == at + 1 ? words[at].Entry : null,
                Bit(Slot.Ord) | (ordinal <= 31 ? Bit(Slot.Dom) : 0) | SingleWordClasses(words, at, ordinalEnd),
                ordinal,
                words[at].Tight
            );
        }

        if (end == at)
            return null;
        var half =
            end + 2 < words.Length
            && words[end].Entry?.Text == "and"
            && words[end + 1].Entry?.Text == "a"
            && words[end + 2].Entry?.Text == "half";
        var classes =
            Bit(Slot.N)
            | (value is >= 1 and <= 12 && end == at + 1 ? Bit(Slot.Hour) : 0)
            | (value is > 1999 and < 2100 ? Bit(Slot.Spoken) : 0);
        return new(at, half ? end + 3 : end, null, classes | (half ? 0 : SingleWordClasses(words, at, end)), value, words[at].Tight, half);
    }

    // A single word keeps what else it may mean: "second" is a unit too.
    private static ulong SingleWordClasses(TimeWord[] words, int at, int end) => end == at + 1 ? words[at].Entry!.Classes : 0;

    // "nineteen ninety-six", "twenty ten", "nineteen oh five".
    private static Lexeme? Spoken(TimeWord[] words, int at)
    {
        if (Card(words, at) is not (>= 10 and <= 20 and var century))
            return null;
        var next = words.Length > at + 1 && words[at + 1].Entry?.Text == "-" ? at + 2 : at + 1;
        if (words.Length > next + 1 && words[next].Entry?.Text == "oh" && Card(words, next + 1) is > 0 and < 10 and var single)
            return new(at, next + 2, null, Bit(Slot.Year), century * 100 + single, words[at].Tight);
        if (Card(words, next) is not (>= 10 and var tens))
            return null;
        var end = next + 1;
        if (tens >= 20)
        {
            var unit = words.Length > end && words[end].Entry?.Text == "-" ? end + 1 : end;
            if (Card(words, unit) is > 0 and < 10 and var ones)
                (tens, end) = (tens + ones, unit + 1);
        }

        return new(at, end, null, Bit(Slot.Year), century * 100 + tens, words[at].Tight);
    }

    private static (int End, long Value) Cardinal(TimeWord[] words, int at)
    {
        var (end, total, group) = (at, 0L, 0L);
        var i = at;
        while (i < words.Length && i < at + 16)
        {
            if (Card(words, i) is { } card && Fits(group, card, i == at))
            {
                (group, i) = (group + card, i + 1);
            }
            else if (i == at && Has(words, i, Slot.Count))
            {
                (group, i) = (1, i + 1);
            }
            else if (Has(words, i, Slot.Scale) && group > 0)
            {
                var scale = words[i].Entry!.Value(Slot.Scale);
                (total, group) = scale == 100 ? (total, group * 100) : (total + group * scale, 0);
                i++;
            }
            else if (i > at && words[i].Entry?.Text is "-" or "and" && Joins(words, i, group, total))
            {
                i++;
                continue;
            }
            else
            {
                break;
            }

            end = i;
        }

        return (end, Math.Min(total + group, 1_000_000_000_000));
    }

    private static bool Fits(long group, long card, bool first) =>
        first || (card >= 10 ? group % 100 == 0 : group % 10 == 0 && group % 100 != 10 && (group % 100 != 0 || group >= 100 || group == 0));

    // "twenty-one"; "a hundred and five".
    private static bool Joins(TimeWord[] words, int at, long group, long total)
    {
        if (Card(words, at + 1) is not { } card)
            return false;
        return words[at].Entry!.Text == "-"
            ? group % 100 >= 20 && group % 10 == 0 && card < 10
            : (group >= 100 && group % 100 == 0) || (group == 0 && total > 0);
    }

    private static (long Value, int End)? Ordinal(TimeWord[] words, int at, long before)
    {
        if (before > 0 && at < words.Length && words[at].Entry?.Text == "-")
            at++;
        if (!Has(words, at, Slot.OrdWord))
            return null;
        var value = words[at].Entry!.Value(Slot.OrdWord);
        if (before == 0 || (before % 10 == 0 && value < 10 && before % 100 >= 20))
            return (before + value, at + 1);
        return null;
    }

    private static long? Card(TimeWord[] words, int at) => Has(words, at, Slot.Card) ? words[at].Entry!.Value(Slot.Card) : null;

    private static bool Has(TimeWord[] words, int at, Slot slot) =>
        at < words.Length && words[at].Entry is { } entry && (entry.Classes & Bit(slot)) != 0;

    private static ulong Bit(Slot slot) => 1UL << (int)slot;
}
