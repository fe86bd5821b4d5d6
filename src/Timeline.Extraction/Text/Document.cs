using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Timeline.Extraction.Text;

/// <summary>
/// The article as the later stages see it: tokens with their part of speech, and sentences. Indexes are UTF-16; <see cref="SpanOf"/>
/// turns them into code points.
/// </summary>
public sealed class Document
{
    private readonly int[] _lowSurrogates;

    private Document(string text, ImmutableArray<Token> tokens, ImmutableArray<Sentence> sentences, int[] lowSurrogates)
    {
        Text = text;
        Tokens = tokens;
        Sentences = sentences;
        _lowSurrogates = lowSurrogates;
    }

    /// <summary>The text as it was given.</summary>
    public string Text { get; }

    /// <summary>All tokens in order; they never overlap and leave out white space alone.</summary>
    public ImmutableArray<Token> Tokens { get; }

    /// <summary>All sentences in order; together they hold every token.</summary>
    public ImmutableArray<Sentence> Sentences { get; }

    /// <summary>Cuts and tags a text, in time linear in its length.</summary>
    public static Document Parse(string text, CancellationToken cancel = default)
    {
        var paragraphs = ParagraphSplitter.FindStarts(text);
        var tokens = Tokenizer.Tokenize(text, paragraphs, cancel);
        var sentences = SentenceSplitter.Split(tokens, paragraphs);
        PosTagger.Tag(tokens, sentences, cancel);
        return new(text, ImmutableCollectionsMarshal.AsImmutableArray(tokens), sentences, FindLowSurrogates(text));
    }

    /// <summary>The tokens of one sentence.</summary>
    public ReadOnlySpan<Token> TokensOf(Sentence sentence) => Tokens.AsSpan()[sentence.First..sentence.End];

    /// <summary>Index into <see cref="Sentences"/> of the sentence that holds this token.</summary>
    public int SentenceOf(int token)
    {
        var (low, high) = (0, Sentences.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Sentences[middle].First <= token)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }

    /// <summary>The code points from the first token to before the token <paramref name="end"/>.</summary>
    public TextSpan SpanOf(int first, int end) => ToCodePoints(Tokens[first].Start, Tokens[end - 1].End);

    /// <summary>The code points between two UTF-16 indexes.</summary>
    public TextSpan ToCodePoints(int start, int end) => new(CodePoint(start), CodePoint(end));

    /// <summary>The article's own words from the first token to before the token <paramref name="end"/>.</summary>
    public string TextOf(int first, int end) => Text[Tokens[first].Start..Tokens[end - 1].End];

    private int CodePoint(int index)
    {
        var before = Array.BinarySearch(_lowSurrogates, index);
        return index - (before < 0 ? ~before : before);
    }

    private static int[] FindLowSurrogates(string text)
    {
        var found = new List<int>();
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
                found.Add(i);
        }

        return [.. found];
    }
}
