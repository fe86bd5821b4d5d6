using Timeline.Extraction.Text;
using Timeline.Extraction.Time;

namespace Timeline.Extraction.Events;

/// <summary>What is told without a verb of its own: "and Mr Berg two months later", "Holm, mayor since May, …".</summary>
internal sealed class EllipticClauses(StageResults results)
{
    private const int FarthestJoint = 14;

    private readonly Document _document = results.Document;

    /// <summary>
    /// "Ms Ade left in March and Mr Berg two months later": the verb of the clause before with this clause's noun phrase, as its subject,
    /// or, where that verb has an object, as its object; null where the time belongs to a verb of its own.
    /// </summary>
    /// <param name="before">What the time before this one dates.</param>
    public Predication? FindGapped(TimeMention time, TokenSpan region, EventDraft? before)
    {
        if (before is not { Predication: { Subject: not null } told, Times: [.., var last] } || !EndsClause(time.End, region))
            return null;
        var joint = JointBefore(time.First, region);
        var earlier = results.Times[last];
        if (joint < 0 || earlier.First <= told.Head || earlier.End > joint || joint - earlier.End > 1)
            return null;
        var end = NominalPhrases.EndFrom(_document, joint + 1, time.First);
        if (end == joint + 1 || results.TimeAt(joint + 1) is not null || !IsAdjunct(end, time.First))
            return null;
        var phrase = new TokenSpan(joint + 1, end);
        var hasObject = NominalPhrases.CanOpen(_document.Tokens[told.Head + 1]) && results.TimeAt(told.Head + 1) is null;
        return hasObject
            ? told with
            {
                Gap = phrase,
                End = told.Head + 1,
            }
            : told with
            {
                Owner = null,
                Subject = phrase,
                End = Math.Max(told.Head + 1, Math.Min(told.End, earlier.First)),
                Form = PredicationForm.Finite,
            };
    }

    /// <summary>"Holm, a shareholder since June, …": who, and what he is called; null where the time stands in no apposition.</summary>
    public Apposition? FindApposition(TimeMention time, TokenSpan region)
    {
        var end = time.First;
        while (end > region.First && _document.Tokens[end - 1].Tag is PosTag.IN or PosTag.RB && !_document.Tokens[end - 1].Is("of"))
            end--;
        if (end == time.First || time.End >= _document.Tokens.Length || !_document.Tokens[time.End].Is(','))
            return null;
        var comma = end - 1;
        while (comma > region.First && !_document.Tokens[comma].Is(','))
            comma--;
        if (comma <= region.First || end - comma < 2 || NominalPhrases.EndFrom(_document, comma + 1, end) != end)
            return null;
        var (opening, head) = (_document.Tokens[comma + 1], _document.Tokens[end - 1]);
        if (
            opening.Tag is not (PosTag.DT or PosTag.CD or PosTag.NN or PosTag.JJ or PosTag.PRPS)
            || head.Tag is not (PosTag.NN or PosTag.NNS)
        )
        {
            return null;
        }

        return NominalPhrases.Before(_document, comma, region.First) is { } named && _document.Tokens[comma - 1].Tag.IsNoun
            ? new Apposition(named, new(comma + 1, end), IsOver: time.Signal != TemporalSignal.Since)
            : null;
    }

    private int JointBefore(int at, TokenSpan region)
    {
        for (var i = at - 1; i > region.First && i > at - FarthestJoint; i--)
        {
            if (VerbForms.IsVerb(_document.Tokens[i]) || _document.Tokens[i].Is(';'))
                return -1;
            if (_document.Tokens[i].Is("and"))
                return i;
        }

        return -1;
    }

    // Nothing, a preposition, or an aside between commas.
    private bool IsAdjunct(int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            var token = _document.Tokens[i];
            if (token.Is(',') || i > from && _document.Tokens[from].Is(',') && _document.Tokens[end - 1].Is(','))
                continue;
            if (token.Tag is not (PosTag.IN or PosTag.RB or PosTag.TO))
                return false;
        }

        return true;
    }

    private bool EndsClause(int at, TokenSpan region) =>
        at >= region.End || _document.Tokens[at].Kind == TokenKind.Punctuation || _document.Tokens[at].Tag == PosTag.CC;
}

/// <summary>A noun phrase that says what somebody is.</summary>
/// <param name="IsOver">Whether it tells of what he was.</param>
internal readonly record struct Apposition(TokenSpan Named, TokenSpan Phrase, bool IsOver);
