using System.Collections.Frozen;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Events;

/// <summary>Finds where the noun phrase begins that is the subject of a verb.</summary>
internal sealed class SubjectStarts(StageResults results)
{
    // These open a clause wherever they stand; "after" and its like may also stand inside of a noun phrase.
    private static readonly FrozenSet<string> ClauseOpeners = WordSet.Parse(
        "that when while although though because if whether where as whereas unless once"
    );

    private static readonly FrozenSet<string> Connectives = WordSet.Parse(
        "meanwhile however also still then now finally later earlier instead thus here there yet so separately additionally"
    );

    private readonly Document _document = results.Document;

    /// <summary>The first token of the noun phrase that ends with this one.</summary>
    public int Find(int end, int from)
    {
        var (start, joint) = (end, -1);
        while (start > from && !IsBoundary(start - 1) && !OpensClause(start - 1, from))
        {
            start--;
            if (_document.Tokens[start].Tag == PosTag.CC)
                joint = start;
            if (OpensAfterNoun(start, from))
                break;
        }

        if (joint > 0 && start > from && VerbForms.IsVerb(_document.Tokens[start - 1]))
            start = joint + 1;
        return SkipOpening(start, end);
    }

    private bool IsBoundary(int at)
    {
        var token = _document.Tokens[at];
        if (token.Kind == TokenKind.Punctuation)
            return !token.Is('(') && !token.Is(')') && !token.Is('-') && !token.Is('.');
        if (token.Kind == TokenKind.OpenQuote || token.Tag is PosTag.WRB or PosTag.WP or PosTag.WDT or PosTag.WPS)
            return true;
        if (token.Tag == PosTag.IN && ClauseOpeners.Contains(token.Lower))
            return !token.Is("as") || !_document.Tokens[Math.Max(0, at - 1)].Tag.IsNoun;
        if (token.Tag is PosTag.VBN or PosTag.VBG)
            return at > 0 && VerbForms.IsVerb(_document.Tokens[at - 1]);
        return VerbForms.IsVerb(token);
    }

    // "the first meeting since the strike began": a verb stands before, so that what follows is a clause.
    private bool OpensClause(int at, int from)
    {
        if (
            _document.Tokens[at].Tag != PosTag.IN
            || _document.Tokens[at].Lower is not ("since" or "after" or "before" or "until" or "till")
        )
        {
            return false;
        }
        for (var i = at - 1; i >= from; i--)
        {
            if (_document.Tokens[i].Tag.IsFinite)
                return true;
        }

        return at == from;
    }

    /// <summary>"stone their crew cut": a determiner right after a noun opens another phrase.</summary>
    public bool OpensAfterNoun(int at, int from) =>
        at > from
        && _document.Tokens[at].Tag is PosTag.DT or PosTag.PRPS or PosTag.PRP
        && (_document.Tokens[at - 1].Tag.IsNoun || results.TimeAt(at - 1) is not null);

    private int SkipOpening(int start, int end)
    {
        while (start < end && AfterOpening(start, end) is var next && next > start)
            start = next;
        return start;
    }

    // What stands before a subject without being part of it; the start itself where the subject begins.
    private int AfterOpening(int start, int end)
    {
        var token = _document.Tokens[start];
        if (results.TimeAt(start) is { } time && time.End <= end && !NominalPhrases.CanStand(_document.Tokens[time.End]))
            return time.End;
        if (token.Tag is PosTag.CC or PosTag.UH or PosTag.POS || Connectives.Contains(token.Lower))
            return start + 1;
        if (token.Kind is TokenKind.Punctuation && !token.Is('('))
            return start + 1;
        var isConjunction = token.Is("that") && _document.Tokens[start + 1].Tag is not (PosTag.NN or PosTag.JJ);
        if (isConjunction && start + 1 < end)
            return start + 1;
        var leads = token.Tag is PosTag.IN or PosTag.TO;
        return leads && results.TimeAt(start + 1) is { } after && after.End <= end ? after.End : start;
    }
}
