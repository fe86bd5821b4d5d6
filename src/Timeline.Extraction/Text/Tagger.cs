using System.Collections.Immutable;

namespace Timeline.Extraction.Text;

/// <summary>Gives every token its part of speech.</summary>
internal static class Tagger
{
    public static void Apply(Token[] tokens, ImmutableArray<Sentence> sentences, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        foreach (var sentence in sentences)
            for (var i = sentence.First; i < sentence.End; i++)
                tokens[i] = tokens[i] with { Tag = Guess(tokens[i], i == sentence.First) };
    }

    private static Tag Guess(Token token, bool first) => token switch
    {
        { Kind: TokenKind.Number } => Tag.CD,
        { Kind: not TokenKind.Word } => Tag.Sign,
        { IsCapitalised: true } when !first => Tag.NNP,
        { Lower: "the" or "a" or "an" } => Tag.DT,
        { Lower: "will" or "would" or "could" or "may" or "might" or "should" } => Tag.MD,
        _ when token.Lower.EndsWith("ed", StringComparison.Ordinal) => Tag.VBD,
        { Lower: "said" or "was" or "were" or "had" or "did" } => Tag.VBD,
        _ => Tag.NN,
    };
}
