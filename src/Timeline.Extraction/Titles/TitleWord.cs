using Timeline.Extraction.Text;

namespace Timeline.Extraction.Titles;

/// <summary>A word of a title: one of the article's, or one put in its place.</summary>
/// <param name="Token">Index of the article's token; -1 for a word put in.</param>
/// <param name="Text">As it is printed.</param>
/// <param name="IsGlued">Whether no blank stands before it.</param>
internal readonly record struct TitleWord(int Token, string Text, bool IsGlued, PosTag Tag)
{
    /// <summary>A word of the article.</summary>
    public static TitleWord FromToken(Document document, int at) =>
        new(at, document.Tokens[at].Text, at > 0 && document.Tokens[at - 1].End == document.Tokens[at].Start, document.Tokens[at].Tag);

    /// <summary>A word that began its sentence and no longer does.</summary>
    public TitleWord AsInside(Document document) =>
        Token >= 0
        && document.Sentences[document.SentenceOf(Token)].First == Token
        && !Tag.IsName
        && Text is not "I"
        && !document.Tokens[Token].IsAllCapitals
            ? this with
            {
                Text = char.ToLowerInvariant(Text[0]) + Text[1..],
            }
            : this;

    /// <summary>A word that is put in.</summary>
    public static TitleWord Put(string text, PosTag tag, bool glued = false) => new(-1, text, glued, tag);

    /// <summary>The words of the article between two tokens.</summary>
    public static IEnumerable<TitleWord> FromSpan(Document document, TokenSpan span)
    {
        for (var i = span.First; i < span.End; i++)
            yield return FromToken(document, i);
    }

    public bool Is(string text) => string.Equals(Text, text, StringComparison.OrdinalIgnoreCase);
}
