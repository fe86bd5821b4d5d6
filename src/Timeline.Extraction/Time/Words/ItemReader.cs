namespace Timeline.Extraction.Time;

/// <summary>Joins words into <see cref="Item"/>s: numbers in digits and in words, and the lexicon's phrases; each word is in exactly one item.</summary>
internal static class ItemReader
{
    public static Item[] Read(Word[] words)
    {
        var items = new List<Item>(words.Length);
        var at = 0;
        while (at < words.Length)
        {
            var item =
                words[at].Shape == WordShape.Digits ? Digits.Read(words, at)
                : words[at].Entry is not { } entry
                    ? new Item(at, at + 1, null, 0, 0, words[at].Tight, IsMark: words[at].Shape == WordShape.Mark)
                : Phrase(words, at, entry) ?? NumberWords.Read(words, at) ?? Single(words, at, entry);
            items.Add(words[at].Break ? item with { Break = true } : item);
            at = item.End;
        }

        return [.. items];
    }

    private static Item? Phrase(Word[] words, int at, Entry entry)
    {
        foreach (var (parts, phrase) in entry.Phrases)
        {
            if (Matches(words, at, parts))
                return new(at, at + parts.Length, phrase, phrase.Classes, 0, words[at].Tight);
        }

        return null;
    }

    private static Item Single(Word[] words, int at, Entry entry)
    {
        var end = at + 1;
        if (entry.Abbreviation && end < words.Length && words[end] is { Tight: true, Entry.Text: "." })
            end++;
        return new(at, end, entry, entry.Classes, 0, words[at].Tight, IsMark: words[at].Shape == WordShape.Mark);
    }

    private static bool Matches(Word[] words, int at, Entry[] parts)
    {
        if (at + parts.Length > words.Length)
            return false;
        for (var i = 0; i < parts.Length; i++)
        {
            if (words[at + i].Entry != parts[i])
                return false;
        }

        return true;
    }
}
