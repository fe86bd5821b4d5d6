namespace Timeline.Extraction.Time;

/// <summary>
/// Joins words into <see cref="Lexeme"/>s: numbers in digits and in words, and the lexicon's phrases; each word is in exactly one lexeme.
/// </summary>
internal static class LexemeScanner
{
    public static Lexeme[] Scan(TimeWord[] words)
    {
        var lexemes = new List<Lexeme>(words.Length);
        var at = 0;
        while (at < words.Length)
        {
            var lexeme = ScanAt(words, at);
            lexemes.Add(words[at].Break ? lexeme with { Break = true } : lexeme);
            at = lexeme.End;
        }

        return [.. lexemes];
    }

    private static Lexeme ScanAt(TimeWord[] words, int at)
    {
        if (words[at].Shape == WordShape.Digits)
            return NumeralReader.Read(words, at);
        if (words[at].Entry is not { } entry)
            return new(at, at + 1, null, 0, 0, words[at].Tight, IsMark: words[at].Shape == WordShape.Mark);
        return Phrase(words, at, entry) ?? NumberWordReader.Read(words, at) ?? Single(words, at, entry);
    }

    private static Lexeme? Phrase(TimeWord[] words, int at, LexiconEntry entry)
    {
        foreach (var (parts, phrase) in entry.Phrases)
        {
            if (Matches(words, at, parts))
                return new(at, at + parts.Length, phrase, phrase.Classes, 0, words[at].Tight);
        }

        return null;
    }

    private static Lexeme Single(TimeWord[] words, int at, LexiconEntry entry)
    {
        var end = at + 1;
        if (entry.Abbreviation && end < words.Length && words[end] is { Tight: true, Entry.Text: "." })
            end++;
        return new(at, end, entry, entry.Classes, 0, words[at].Tight, IsMark: words[at].Shape == WordShape.Mark);
    }

    private static bool Matches(TimeWord[] words, int at, LexiconEntry[] parts)
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
