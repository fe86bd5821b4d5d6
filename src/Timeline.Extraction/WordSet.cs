using System.Collections.Frozen;

namespace Timeline.Extraction;

/// <summary>Short closed lists of words that stand in the code beside the rule that asks for them; longer ones are data files.</summary>
internal static class WordSet
{
    /// <summary>The words of a text, parted by blanks; case counts.</summary>
    public static FrozenSet<string> Parse(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
