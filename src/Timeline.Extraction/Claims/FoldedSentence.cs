using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>What a sentence is made of: a token, or a whole quotation or bracket folded into one.</summary>
internal readonly record struct FoldedItem(int First, int End, PosTag Tag, string Lower, FoldedItemKind Kind);

internal enum FoldedItemKind : byte
{
    Token,
    Quotation,
    Aside,
}

/// <summary>
/// A sentence as the rules see it, from outside of its quotations. Asking beyond either end is allowed and finds nothing.
/// </summary>
internal sealed class FoldedSentence(Document document, List<FoldedItem> items, int paragraph)
{
    public Document Document => document;
    public int Count => items.Count;
    public int Paragraph => paragraph;

    public FoldedItem this[int at] => at >= 0 && at < items.Count ? items[at] : new(0, 0, Text.PosTag.Sign, "", FoldedItemKind.Aside);

    public PosTag Tag(int at) => this[at].Tag;

    public string Lower(int at) => at >= 0 && at < items.Count ? items[at].Lower : "";

    public bool Is(int at, string lower) => Lower(at) == lower;

    public bool IsQuotation(int at) => this[at].Kind == FoldedItemKind.Quotation;

    public bool IsAside(int at) => at >= 0 && at < items.Count && items[at].Kind == FoldedItemKind.Aside;

    public bool IsComma(int at) => Lower(at) == ",";

    public bool IsDash(int at) => Lower(at) is "-" or "--" or "–" or "—" or "---";

    public bool IsBreak(int at) => Lower(at) is ";" or "." or "!" or "?" or "…" or "..." or "|" or "•";

    public bool IsVerb(int at) => Tag(at).IsVerb;

    /// <summary>Whether nothing but closing signs comes from here on.</summary>
    public bool IsOver(int at)
    {
        while (at < Count && (IsBreak(at) || IsAside(at)))
            at++;
        return at >= Count;
    }

    /// <summary>Whether "was", "has been" or the like stands before a verb.</summary>
    public bool IsAuxiliaryBefore(int at)
    {
        while (Tag(at - 1).IsAdverb)
            at--;
        return IsVerb(at - 1) && VerbGroups.IsAuxiliary(Lower(at - 1));
    }

    /// <summary>The last sign inside of a quotation, before its closing mark: a comma, a full stop, or a letter's stand-in.</summary>
    public char LastSignInside(int at)
    {
        var item = this[at];
        for (var i = item.End - 1; i > item.First; i--)
        {
            if (document.Tokens[i] is { Kind: not TokenKind.CloseQuote } token)
                return token.Kind == TokenKind.Punctuation ? token.Text[^1] : 'a';
        }

        return 'a';
    }

    /// <summary>Whether a quotation reads as a sentence of its own rather than as words borrowed into one.</summary>
    public bool IsSpeech(int at)
    {
        if (!IsQuotation(at))
            return false;
        var item = this[at];
        if (LastSignInside(at) is ',' or '.' or '?' or '!' or '-' or '–' or '—' or '…')
            return true;
        return item.First + 1 < item.End && document.Tokens[item.First + 1].IsCapitalised && item.End - item.First > 6;
    }

    /// <summary>The tokens of these items.</summary>
    public TokenSpan Tokens(int first, int end) => new(items[first].First, items[end - 1].End);
}
