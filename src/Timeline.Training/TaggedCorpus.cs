using Timeline.Extraction.Text;

namespace Timeline.Training;

/// <summary>One document of a tagged corpus, sentence by sentence, each token with its right tag.</summary>
public sealed record TaggedDocument(IReadOnlyList<Token[]> Sentences)
{
    /// <summary>The first words, by which a document is known again.</summary>
    public string Opening => string.Concat(Sentences.SelectMany(s => s).Take(40).Select(t => t.Text));
}

/// <summary>Reads columns of word and Penn tag; an empty line ends a sentence, <c>-DOCSTART-</c> begins a document.</summary>
public static class TaggedCorpus
{
    /// <summary>All documents of a file, their words joined at hyphens as the tokenizer has them.</summary>
    public static List<TaggedDocument> Read(string path)
    {
        var documents = new List<TaggedDocument>();
        var (sentences, words) = (new List<Token[]>(), new List<(string Text, string Tag)>());
        foreach (var line in File.ReadLines(path).Append(""))
        {
            if (line.StartsWith("-DOCSTART-", StringComparison.Ordinal))
            {
                documents.Add(new(sentences = []));
            }
            else if (line.Length > 0)
            {
                words.Add((line[..line.LastIndexOf('\t')], line[(line.LastIndexOf('\t') + 1)..]));
            }
            else if (words.Count > 0)
            {
                sentences.AddRange(HyphenJoiner.Join(words).Select(ToToken).Chunk(Sentence.MaxTokens));
                words.Clear();
            }
        }
        return documents;
    }

    private static TokenKind KindOf(string text, string tag)
    {
        if (char.IsDigit(text[0]))
            return TokenKind.Number;
        return text.Any(char.IsLetterOrDigit) || tag == "POS" ? TokenKind.Word : TokenKind.Punctuation;
    }

    private static Token ToToken((string Text, string Tag) word)
    {
        var text = word.Text.Length > 0 ? word.Text : "_";
        var kind = KindOf(text, word.Tag);
        return new(
            0,
            text.Length,
            new(text, text.Replace('’', '\'').ToLowerInvariant()),
            kind,
            kind == TokenKind.Punctuation ? PosTag.Sign : ToTag(word.Tag)
        );
    }

    // Tags that only some treebanks have go to the nearest of Penn's: parts of words and addresses are nouns, prefixes adjectives.
    private static PosTag ToTag(string tag) =>
        tag switch
        {
            "PRP$" => PosTag.PRPS,
            "WP$" => PosTag.WPS,
            "ADD" or "GW" or "NFP" => PosTag.NN,
            "AFX" => PosTag.JJ,
            _ => Enum.TryParse<PosTag>(tag, out var known) ? known : PosTag.NN,
        };
}
