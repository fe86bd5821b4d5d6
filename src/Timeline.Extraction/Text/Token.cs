namespace Timeline.Extraction.Text;

/// <summary>What a token is made of.</summary>
public enum TokenKind : byte
{
    /// <summary>Starts with a letter, or is a clitic such as <c>'s</c>; also web addresses.</summary>
    Word,

    /// <summary>Starts with a digit: <c>1,200</c>, <c>14th</c>, <c>10:30</c>, <c>2024-06-14</c>, <c>1990s</c>.</summary>
    Number,

    /// <summary>Punctuation and brackets; a run of the same sign (<c>...</c>, <c>--</c>) is one token.</summary>
    Punctuation,

    /// <summary>Anything else: <c>$</c>, <c>%</c>, emoji.</summary>
    Symbol,

    /// <summary>A quotation mark that opens, double or single.</summary>
    OpenQuote,

    /// <summary>A quotation mark that closes, double or single.</summary>
    CloseQuote,
}

/// <summary>A spelling that occurs in the document, held once however often it occurs.</summary>
/// <param name="Text">As spelt.</param>
/// <param name="Lower">Lower case, with a straight apostrophe for a curly one.</param>
public sealed record WordForm(string Text, string Lower)
{
    /// <summary>The first letter is upper case.</summary>
    public bool IsCapitalised { get; } = char.IsUpper(Text[0]);

    /// <summary>Two letters or more, all upper case: <c>NATO</c>, <c>U.S.</c>.</summary>
    public bool IsAllCapitals { get; } = Text.Count(char.IsUpper) > 1 && !Text.Any(char.IsLower);

    internal WordFeatures? Features { get; set; }
}

/// <summary>One word, number or sign of the article.</summary>
/// <param name="Start">Index into the UTF-16 text.</param>
/// <param name="End">The index after its last character.</param>
public readonly record struct Token(int Start, int End, WordForm Form, TokenKind Kind, PosTag Tag)
{
    /// <summary>As spelt.</summary>
    public string Text => Form.Text;

    /// <summary>Lower case, with a straight apostrophe for a curly one: <c>n't</c>, <c>'s</c>.</summary>
    public string Lower => Form.Lower;

    /// <summary>The first letter is upper case.</summary>
    public bool IsCapitalised => Form.IsCapitalised;

    /// <summary>Two letters or more, all upper case.</summary>
    public bool IsAllCapitals => Form.IsAllCapitals;

    /// <summary>A word or a number.</summary>
    public bool IsWord => Kind is TokenKind.Word or TokenKind.Number;

    /// <summary>Whether this sign is spelt so.</summary>
    public bool Is(char sign) => Form.Text.Length == 1 && Form.Text[0] == sign;

    /// <summary>Whether the lower-cased spelling is this.</summary>
    public bool Is(string lower) => Form.Lower == lower;
}

/// <summary>
/// A sentence, headline or list item: at most <see cref="MaxTokens"/> tokens, so that work inside a sentence never outgrows the article.
/// </summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">The index after its last token.</param>
/// <param name="Paragraph">Number of its paragraph, from 0.</param>
public readonly record struct Sentence(int First, int End, int Paragraph)
{
    /// <summary>Where something longer is cut.</summary>
    public const int MaxTokens = 400;

    /// <summary>How many tokens it has.</summary>
    public int Length => End - First;
}
