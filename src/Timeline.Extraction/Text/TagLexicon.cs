using System.Collections.Frozen;

namespace Timeline.Extraction.Text;

/// <summary>The tags that frequent words had in training. A word that always had the same one is never looked at again.</summary>
internal sealed class TagLexicon(IReadOnlyDictionary<string, ulong> tags)
{
    private static readonly ulong ClosedClasses = "DT PRP PRPS IN CC MD TO WDT WP"
        .Split(' ')
        .Select(name => 1ul << (int)Enum.Parse<PosTag>(name))
        .Aggregate((set, bit) => set | bit);

    private readonly FrozenDictionary<string, ulong> _tags = tags.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A hash of the set of known tags, and the tag where there is no choice.</summary>
    public (uint Known, PosTag? Fixed) Lookup(WordForm form)
    {
        var first = form.Text[0];
        if (char.IsDigit(first) && IsNumeral(form.Text))
            return (1, PosTag.CD);
        if (!char.IsLetter(first) && first is not ('\'' or '’' or '@'))
            return (2, char.IsDigit(first) || char.IsSurrogate(first) ? null : PosTag.Sign);
        if (!_tags.TryGetValue(form.Lower, out var set))
            return (0, null);
        var known = (uint)(set ^ (set >> 32)) * 2654435761u | 4u;
        return (known, ulong.IsPow2(set) && (!form.IsCapitalised || IsClosed(set)) ? (PosTag)ulong.Log2(set) : null);
    }

    /// <summary>The tags of a lower-cased word as bits; 0 for one not known.</summary>
    public ulong TagsOf(string lower) => _tags.GetValueOrDefault(lower);

    /// <summary>Words in ordinal order with the set of their tags as bits.</summary>
    public IEnumerable<KeyValuePair<string, ulong>> Entries => _tags.OrderBy(entry => entry.Key, StringComparer.Ordinal);

    // A capitalised noun or adjective may be part of a name; a capitalised article is one still.
    private static bool IsClosed(ulong set) => (set & ClosedClasses) != 0;

    private static bool IsNumeral(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsDigit(c) && c is not (',' or '.' or ':' or '/' or '-'))
                return false;
        }

        return true;
    }
}
