using System.Collections.Frozen;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Events;

/// <summary>Finds where what belongs to a verb ends: at the next clause, and never before the verb has its object.</summary>
internal sealed class ComplementFinder(StageResults results)
{
    private const int FarthestVerb = 10;

    private static readonly FrozenSet<string> Subordinators = WordSet.Parse("while although though because whereas when where as");

    private readonly Document _document = results.Document;

    /// <summary>The index after the last token of the complement.</summary>
    /// <param name="isWithin">Whether the clause only describes a noun, so that its comma closes it.</param>
    public int EndOf(int head, TokenSpan region, bool isWithin)
    {
        var depth = 0;
        for (var i = head + 1; i < region.End; i++)
        {
            var token = _document.Tokens[i];
            depth +=
                token.Is('(') ? 1
                : token.Is(')') ? -1
                : 0;
            if (depth > 0)
                continue;
            if (IsEnd(token) || depth < 0)
                return i;
            if (token.Is(',') && (isWithin || EndsAtComma(i, region)))
                return i;
            if (
                token.Tag == PosTag.CC
                && (
                    isWithin && IsVerbAfter(i, region)
                    || OpensClause(i + 1, region)
                    || IsDatedVerbAfter(i, region)
                    || IsGappedAfter(i, head, region)
                )
            )
            {
                return i;
            }

            if (i > head + 1 && (IsSubordinator(i, region) || ChangesToPresent(i, head, region)))
                return i;
            if (isWithin && token.Tag.IsFinite && !VerbForms.IsVerb(_document.Tokens[i - 1]) && !FollowsOpener(i, head))
                return i;
        }
        return region.End;
    }

    // "was mayor until 1991 and speaks from experience": what is so now is another thing.
    private bool ChangesToPresent(int at, int head, TokenSpan region) =>
        _document.Tokens[at].Tag == PosTag.CC
        && at + 1 < region.End
        && _document.Tokens[head].Tag == PosTag.VBD
        && _document.Tokens[at + 1].Tag == PosTag.VBZ;

    private static bool IsEnd(Token token) =>
        token.Is(';')
        || token.Is('—')
        || token.Is('–')
        || token.Is("--")
        || token.Is('.')
        || token.Is('?')
        || token.Is('!')
        || token.Is('…')
        || token.Is("...")
        || token.Is(':')
        || token.Is('|');

    // A list of nouns goes on after a comma, and so does what only names a place more closely.
    private bool EndsAtComma(int comma, TokenSpan region)
    {
        var next = comma + 1;
        if (next >= region.End || results.TimeAt(comma - 1) is not null)
            return true;
        if (results.TimeAt(next) is { } time)
            return !(time.End < region.End && _document.Tokens[time.End].Is(','));
        for (var i = next; i < region.End && i < next + FarthestVerb; i++)
        {
            var token = _document.Tokens[i];
            if (VerbForms.IsVerb(token) || IsEnd(token) || token.Tag is PosTag.WP or PosTag.WDT or PosTag.WRB or PosTag.WPS)
                return true;
            if (token.Tag == PosTag.CC)
                return !token.Is("and") || OpensClause(i + 1, region) || IsVerbAfter(i, region);
            if (i == next && !NominalPhrases.CanStand(token) && token.Tag is not (PosTag.CD or PosTag.DT or PosTag.PRPS))
                return true;
        }

        return true;
    }

    private bool IsSubordinator(int at, TokenSpan region)
    {
        var token = _document.Tokens[at];
        if (token.Tag is not (PosTag.IN or PosTag.WRB))
            return false;
        if (token.Is("as"))
            return OpensClause(at + 1, region);
        return Subordinators.Contains(token.Lower) || token.Lower is "after" or "before" && OpensClause(at + 1, region);
    }

    /// <summary>Whether a subject with its verb follows.</summary>
    private bool OpensClause(int at, TokenSpan region)
    {
        var noun = false;
        for (var i = at; i < region.End && i < at + FarthestVerb; i++)
        {
            var token = _document.Tokens[i];
            if (token.Tag.IsFinite)
                return noun;
            if (token.Is(',') || IsEnd(token) || token.Tag is PosTag.IN && i > at && !token.Is("of") || token.Tag is PosTag.CC or PosTag.TO)
                return false;
            noun |= NominalPhrases.CanEnd(token);
        }

        return false;
    }

    private bool IsVerbAfter(int joint, TokenSpan region)
    {
        var i = joint + 1;
        while (i < region.End && _document.Tokens[i].Tag.IsAdverb)
            i++;
        return i < region.End && VerbForms.IsVerb(_document.Tokens[i]);
    }

    // "was arrested and died three days later": the second verb has a time, and an entry, of its own.
    private bool IsDatedVerbAfter(int joint, TokenSpan region)
    {
        if (!IsVerbAfter(joint, region))
            return false;
        for (var i = joint + 1; i < region.End; i++)
        {
            if (results.TimeAt(i) is not null)
                return true;
            if (IsEnd(_document.Tokens[i]) || _document.Tokens[i].Tag == PosTag.CC)
                return false;
        }

        return false;
    }

    // "The first left in March and the second nine days later": a noun phrase with a time of its own, behind a time.
    private bool IsGappedAfter(int joint, int head, TokenSpan region)
    {
        if (!_document.Tokens[joint].Is("and") || joint - 1 <= head || results.TimeAt(joint - 1) is null)
            return false;
        var end = NominalPhrases.EndFrom(_document, joint + 1, region.End);
        if (end == joint + 1 || results.TimeAt(joint + 1) is not null)
            return false;
        while (end < region.End && _document.Tokens[end].Tag is PosTag.IN or PosTag.RB && results.TimeAt(end) is null)
            end++;
        return end < region.End && results.TimeAt(end) is not null;
    }

    private bool FollowsOpener(int at, int head)
    {
        for (var i = at - 1; i > head; i--)
        {
            if (_document.Tokens[i].Tag is PosTag.WP or PosTag.WDT or PosTag.WRB || _document.Tokens[i].Is("that"))
                return true;
        }

        return false;
    }
}
