using System.Collections.Frozen;

namespace Timeline.Extraction.Time;

/// <summary>A word or fixed phrase that the grammar knows.</summary>
internal sealed class LexiconEntry(string text, int number)
{
    private readonly Dictionary<Slot, long> _values = [];

    public string Text { get; } = text;

    /// <summary>One of 64 bits: two entries that share it are rare enough to be told apart later.</summary>
    public ulong Bit { get; } = 1UL << (number & 63);

    /// <summary>Bit per <see cref="Slot"/>.</summary>
    public ulong Classes { get; private set; }

    /// <summary>Means a date only when written with a capital (May, Sat).</summary>
    public bool NeedsCapital { get; set; }

    /// <summary>Takes a full stop along (Sept.).</summary>
    public bool Abbreviation { get; set; }

    /// <summary>Phrases that begin with this word, longest first.</summary>
    public List<(LexiconEntry[] Words, LexiconEntry Phrase)> Phrases { get; } = [];

    public long Value(Slot slot) => _values.GetValueOrDefault(slot);

    public void Add(Slot slot, long value)
    {
        Classes |= 1UL << (int)slot;
        _values[slot] = value;
    }
}

/// <summary>The words of time, read from the embedded file <c>lexicon.txt</c>, which tells its own format.</summary>
internal sealed class TimeLexicon
{
    private readonly Dictionary<string, LexiconEntry> _entries = [];
    private readonly FrozenDictionary<string, LexiconEntry>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public TimeLexicon(IEnumerable<string> lines, IEnumerable<string> literals)
    {
        foreach (var line in lines)
            Add(line);
        foreach (var literal in literals)
            GetOrAdd(literal);
        foreach (var entry in _entries.Values)
            entry.Phrases.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
        _lookup = _entries.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The entry of a word or mark, whatever its case; null where there is none.</summary>
    public LexiconEntry? Find(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[16];
        if (word.Length > lower.Length)
            return null;
        for (var i = 0; i < word.Length; i++)
            lower[i] = Fold(word[i]);
        return _lookup.TryGetValue(lower[..word.Length], out var entry) ? entry : null;
    }

    public LexiconEntry this[string word] => _entries[word];

    private static char Fold(char c) =>
        c switch
        {
            '\u2019' or '\u02BC' => '\'',
            '\u2013' or '\u2011' or '\u2010' => '-',
            _ => char.ToLowerInvariant(c),
        };

    // class value: word; abbr.; !Capital; several words
    private void Add(string line)
    {
        var (head, words) = Split(line, ':');
        var (name, number) = Split(head, ' ');
        var slot = Enum.Parse<Slot>(name, ignoreCase: true);
        var value = number.Length == 0 ? 1 : ParseValue(number);
        foreach (var word in words.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            Add(word, slot, value);
    }

    private static long ParseValue(string number) =>
        long.TryParse(number, out var value) ? value : (long)Enum.Parse<CalendarUnit>(number, ignoreCase: true);

    private void Add(string text, Slot slot, long value)
    {
        var capital = text[0] == '!';
        var abbreviation = text.Length > 1 && text[^1] == '.' && !text.Contains(' ');
        var parts = text.TrimStart('!').TrimEnd(abbreviation ? '.' : ' ').Split(' ').Select(GetOrAdd).ToArray();
        var entry = parts.Length == 1 ? parts[0] : GetOrAddPhrase(parts);
        entry.Add(slot, value);
        entry.NeedsCapital |= capital;
        entry.Abbreviation |= abbreviation;
    }

    private static LexiconEntry GetOrAddPhrase(LexiconEntry[] parts)
    {
        foreach (var (words, known) in parts[0].Phrases)
        {
            if (words.SequenceEqual(parts))
                return known;
        }

        var phrase = new LexiconEntry(string.Join(' ', parts.Select(p => p.Text)), parts[0].Phrases.Count);
        parts[0].Phrases.Add((parts, phrase));
        return phrase;
    }

    private LexiconEntry GetOrAdd(string word)
    {
        if (!_entries.TryGetValue(word, out var entry))
            _entries[word] = entry = new LexiconEntry(word, _entries.Count);
        return entry;
    }

    private static (string Before, string After) Split(string text, char separator)
    {
        var at = text.IndexOf(separator);
        return at < 0 ? (text.Trim(), "") : (text[..at].Trim(), text[(at + 1)..].Trim());
    }
}
