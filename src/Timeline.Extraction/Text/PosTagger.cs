using System.Collections.Immutable;

namespace Timeline.Extraction.Text;

/// <summary>Gives every token its part of speech, from left to right.</summary>
internal static class PosTagger
{
    private static readonly Lazy<TagModel> Shipped = new(() =>
    {
        using var stream = EmbeddedData.OpenStream("Text.tags.bin");
        return TagModelFile.Read(new BufferedStream(stream, 1 << 16));
    });

    public static void Tag(Token[] tokens, ImmutableArray<Sentence> sentences, CancellationToken cancel)
    {
        var buffer = new WordFeatures[Sentence.MaxTokens];
        foreach (var sentence in sentences)
        {
            cancel.ThrowIfCancellationRequested();
            var words = tokens.AsSpan()[sentence.First..sentence.End];
            Tag(Shipped.Value, words, buffer);
            TagRepairs.Repair(words, Shipped.Value);
        }
    }

    /// <summary>Whether training knew the word, whatever its case, and never as a name.</summary>
    public static bool IsCommonWord(WordForm form) =>
        Shipped.Value.Lexicon.TagsOf(form.Lower) is > 0 and var tags && (tags & (1ul << (int)PosTag.NNP | 1ul << (int)PosTag.NNPS)) == 0;

    /// <summary>Whether training knew the word as something else than a name.</summary>
    public static bool IsAlsoWord(WordForm form) =>
        (Shipped.Value.Lexicon.TagsOf(form.Lower) & ~(1ul << (int)PosTag.NNP | 1ul << (int)PosTag.NNPS)) != 0;

    /// <summary>Tags one sentence; <paramref name="buffer"/> is scratch space for at least as many words.</summary>
    public static void Tag(TagModel model, Span<Token> sentence, WordFeatures[] buffer)
    {
        for (var i = 0; i < sentence.Length; i++)
            buffer[i] = WordFeatures.GetOrCompute(sentence[i].Form, model.Lexicon);
        var words = buffer.AsSpan(0, sentence.Length);
        Span<uint> rows = stackalloc uint[TagFeatures.Count];
        var (before, beforeThat) = (PosTag.Sign, PosTag.Sign);
        for (var i = 0; i < sentence.Length; i++)
        {
            var tag = words[i].Fixed ?? (sentence[i].IsWord ? BestTag(model, words, i, before, beforeThat, rows) : PosTag.Sign);
            sentence[i] = sentence[i] with { Tag = tag };
            (beforeThat, before) = (before, tag);
        }
    }

    private static PosTag BestTag(
        TagModel model,
        ReadOnlySpan<WordFeatures> words,
        int at,
        PosTag before,
        PosTag beforeThat,
        Span<uint> rows
    )
    {
        TagFeatures.Fill(words, at, before, beforeThat, rows);
        return model.BestTag(rows);
    }
}
