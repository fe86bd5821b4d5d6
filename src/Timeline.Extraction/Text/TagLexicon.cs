using System.Collections.Frozen;

namespace Timeline.Extraction.Text;

/// <summary>The tags that frequent words had in training. A word that always had the same one is never looked at again.</summary>
internal sealed class TagLexicon(IReadOnlyDictionary<string, ulong> tags)
{
    private readonly FrozenDictionary<string, ulong> _tags = tags.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A hash of the set of known tags, and the tag where there is no choice.</summary>
    public (uint Known, Tag? Fixed) Of(Form form)
    {
        var first = form.Text[0];
        if (char.IsDigit(first) && IsNumeral(form.Text))
            return (1, Tag.CD);
        if (!char.IsLetter(first) && first is not ('\'' or '’' or '@'))
            return (2, char.IsDigit(first) || char.IsSurrogate(first) ? null : Tag.Sign);
        if (!_tags.TryGetValue(form.Lower, out var set))
            return (0, null);
        var known = (uint)(set ^ (set >> 32)) * 2654435761u | 4u;
        return (known, ulong.IsPow2(set) && (!form.IsCapitalised || IsClosed(set)) ? (Tag)ulong.Log2(set) : null);
    }

    /// <summary>The tags of a lower-cased word as bits; 0 for one not known.</summary>
    public ulong TagsOf(string lower) => _tags.GetValueOrDefault(lower);

    /// <summary>Words in ordinal order with the set of their tags as bits.</summary>
    public IEnumerable<KeyValuePair<string, ulong>> Entries => _tags.OrderBy(entry => entry.Key, StringComparer.Ordinal);

    // A capitalised noun or adjective may be part of a name; a capitalised article is one still.
    private static bool IsClosed(ulong set) =>
        (
            set
            & (
                1ul << (int)Tag.DT
                | 1ul << (int)Tag.PRP
                | 1ul << (int)Tag.PRPS
                | 1ul << (int)Tag.IN
                | 1ul << (int)Tag.CC
                | 1ul << (int)Tag.MD
                | 1ul << (int)Tag.TO
                | 1ul << (int)Tag.WDT
                | 1ul << (int)Tag.WP
            )
        ) != 0;

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
