namespace Timeline.Training;

/// <summary>Joins what a treebank splits at hyphens: <c>state - owned</c> is one word here.</summary>
internal static class HyphenJoiner
{
    public static List<(string Text, string Tag)> Join(IReadOnlyList<(string Text, string Tag)> words)
    {
        var joined = new List<(string Text, string Tag)>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            if (
                words[i].Tag != "HYPH"
                || words[i].Text != "-"
                || joined.Count == 0
                || i + 1 == words.Count
                || !IsWord(joined[^1].Text)
                || !IsWord(words[i + 1].Text)
            )
            {
                joined.Add(words[i]);
                continue;
            }
            var next = words[++i];
            var beforeNoun = i + 1 < words.Count && words[i + 1].Tag.StartsWith("NN", StringComparison.Ordinal);
            joined[^1] = ($"{joined[^1].Text}-{next.Text}", TagOfCompound(next.Tag, beforeNoun));
        }
        return joined;
    }

    // A compound is what its last part is, but participles, and nouns before a noun, describe: a state-owned firm, a long-term deal.
    private static string TagOfCompound(string last, bool beforeNoun) =>
        last switch
        {
            "VBN" or "VBG" or "VBD" => "JJ",
            "NN" or "NNS" when beforeNoun => "JJ",
            _ => last,
        };

    private static bool IsWord(string text) => char.IsLetterOrDigit(text[0]) && char.IsLetterOrDigit(text[^1]);
}
