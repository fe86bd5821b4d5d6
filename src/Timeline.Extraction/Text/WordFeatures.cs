namespace Timeline.Extraction.Text;

/// <summary>
/// What the tagger sees of a spelling by itself, worked out once a document. All members are hashes but <see cref="Fixed"/>.
/// </summary>
internal sealed class WordFeatures
{
    private WordFeatures(WordForm form, TagLexicon lexicon)
    {
        var lower = form.Lower.Length <= LongestWord ? form.Lower : form.Lower[..LongestWord];
        Word = Hash(lower);
        Suffix2 = Hash(Tail(lower, 2));
        Suffix3 = Hash(Tail(lower, 3));
        Suffix4 = Hash(Tail(lower, 4));
        Prefix3 = Hash(lower.AsSpan(0, Math.Min(3, lower.Length)));
        Shape = ShapeOf(form.Text.AsSpan(0, Math.Min(form.Text.Length, LongestWord)));
        (Known, Fixed) = lexicon.Lookup(form);
    }

    private const int LongestWord = 40;

    public uint Word { get; }
    public uint Suffix2 { get; }
    public uint Suffix3 { get; }
    public uint Suffix4 { get; }
    public uint Prefix3 { get; }
    public uint Shape { get; }

    /// <summary>The set of tags that this word had in training; 0 for words not seen there.</summary>
    public uint Known { get; }

    /// <summary>The one tag that this word always has, or null.</summary>
    public PosTag? Fixed { get; }

    public static WordFeatures GetOrCompute(WordForm form, TagLexicon lexicon) => form.Features ??= new(form, lexicon);

    /// <summary>FNV-1a over UTF-16.</summary>
    public static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
            hash = (hash ^ c) * 16777619u;
        return hash;
    }

    private static ReadOnlySpan<char> Tail(string text, int length) => text.AsSpan(Math.Max(0, text.Length - length));

    // Xx for "Peter", X.X for "U.S", x-x for "well-known", 0x for "14th": runs of one class are one sign.
    private static uint ShapeOf(ReadOnlySpan<char> text)
    {
        var (hash, last) = (2166136261u, '\0');
        foreach (var c in text)
        {
            var sign = SignOf(c);
            if (sign != last)
                hash = (hash ^ sign) * 16777619u;
            last = sign;
        }
        return hash ^ (text.Length == 1 ? 1u : 0u);
    }

    private static char SignOf(char c)
    {
        if (char.IsLetter(c))
            return char.IsUpper(c) ? 'X' : 'x';
        return char.IsDigit(c) ? '0' : c;
    }
}
