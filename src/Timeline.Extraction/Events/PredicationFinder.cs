using System.Collections.Frozen;
using Timeline.Extraction.Claims;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Events;

/// <summary>Finds what a verb says of whom: its group, its subject, and where its complement ends.</summary>
internal sealed class PredicationFinder(StageResults results)
{
    private const int FarthestGovernor = 8;

    private static readonly FrozenSet<string> Intransitive = EmbeddedData.ReadWordSet("Events.intransitive.txt");

    private readonly Document _document = results.Document;
    private readonly SubjectFinder _subjects = new(results);
    private readonly ComplementFinder _complements = new(results);

    /// <summary>The predication of a verb of this region.</summary>
    public Predication Find(int verb, TokenSpan region)
    {
        var head = HeadOf(verb, region);
        var first = GroupStart(verb, region);
        if (OfGerund(first, head, region) is { } gerund)
            return gerund;
        var found = WithWholeName(_subjects.SubjectOf(first, head, region));
        var gap = found.IsParticiple || found.IsRelative || found.Subject is not { } subject ? null : GapBefore(subject, head, region);
        var within = found.IsParticiple || found.IsRelative || gap is not null;
        var form =
            found.IsParticiple || SharesAuxiliary(first, head, region) ? PredicationForm.Participle
            : found.IsRelative ? PredicationForm.Relative
            : PredicationForm.Finite;
        var end = _complements.EndOf(head, region, within);
        return new(found.Owner, found.Subject, new(first, head + 1), head, end, form) { Gap = gap };
    }

    // "became a surveyor after leaving the army in 1951"
    private Predication? OfGerund(int first, int head, TokenSpan region)
    {
        if (first - 1 <= region.First || _document.Tokens[first].Tag != PosTag.VBG)
            return null;
        if (_document.Tokens[first - 1].Lower is not ("after" or "before" or "since"))
            return null;
        var found = WithWholeName(_subjects.SubjectOfVerbBefore(first - 1, region.First));
        return found is { Subject: { } subject, IsParticiple: false }
            ? new(found.Owner, subject, new(first, head + 1), head, _complements.EndOf(head, region, true), PredicationForm.Gerund)
            : null;
    }

    // A name is not cut, whatever a tagger took its first word for.
    private FoundSubject WithWholeName(FoundSubject found) =>
        found.Subject is { } subject && results.Actors.MentionAt(subject.First) is { } name && name.First < subject.First
            ? found with
            {
                Subject = subject with { First = name.First },
            }
            : found;

    // From a modal or an auxiliary on to the verb that it helps.
    private int HeadOf(int verb, TokenSpan region)
    {
        var head = verb;
        for (var i = verb + 1; i < region.End; i++)
        {
            var token = _document.Tokens[i];
            if (token.Tag.IsAdverb)
                continue;
            if (!token.Tag.IsVerb || !VerbForms.IsAuxiliary(_document.Tokens[head]))
                break;
            head = i;
        }

        return head;
    }

    // Back over auxiliaries, adverbs among them, and what governs an infinitive or a gerund ("stopped sailing").
    private int GroupStart(int verb, TokenSpan region)
    {
        var first = verb;
        while (true)
        {
            var before = first - 1;
            while (before > region.First && _document.Tokens[before].Tag.IsAdverb)
                before--;
            if (before < region.First)
                return first;
            var token = _document.Tokens[before];
            if (VerbForms.IsAuxiliary(token) || token.Tag == PosTag.MD)
                first = before;
            else if (_document.Tokens[first].Tag == PosTag.VBG && VerbForms.IsVerb(token) && before == first - 1)
                first = before;
            else if (token.Tag == PosTag.TO && GovernorBefore(before, region) is { } governor)
                first = governor;
            else
                return first;
        }
    }

    // "plans to", "is due to", "ordered her to": the verb before, with at most a noun phrase between.
    private int? GovernorBefore(int to, TokenSpan region)
    {
        for (var i = to - 1; i >= Math.Max(region.First, to - FarthestGovernor); i--)
        {
            var token = _document.Tokens[i];
            if (VerbForms.IsVerb(token))
                return i;
            if (!CanStandBetween(token))
            {
                return null;
            }
        }

        return null;
    }

    private static bool CanStandBetween(Token token) =>
        !token.Is("that")
        && (
            token.Tag.IsNoun
            || token.Tag.IsAdverb
            || token.Tag.IsAdjective
            || token.Tag is PosTag.PRP or PosTag.DT or PosTag.PRPS or PosTag.CD or PosTag.IN or PosTag.POS
        );

    // "was bombed and repaired": the auxiliary of the verb before holds for this one.
    private bool SharesAuxiliary(int first, int head, TokenSpan region)
    {
        if (first != head || !CanBePassive(head, region) || first == region.First)
            return false;
        if (_document.Tokens[first - 1].Tag != PosTag.CC && !_document.Tokens[first - 1].Is(','))
            return false;
        for (var i = first - 2; i > region.First; i--)
        {
            if (_document.Tokens[i].Tag is PosTag.VBN or PosTag.VBD && !VerbForms.IsAuxiliary(_document.Tokens[i]))
                return VerbForms.IsBe(_document.Tokens[i - 1]) || VerbForms.IsBe(_document.Tokens[Math.Max(region.First, i - 2)]);
            if (_document.Tokens[i].Tag.IsFinite)
                return false;
        }

        return false;
    }

    private bool CanBePassive(int head, TokenSpan region)
    {
        var token = _document.Tokens[head];
        if (token.Tag == PosTag.VBD && head + 1 < region.End && NominalPhrases.CanOpen(_document.Tokens[head + 1]))
            return results.TimeAt(head + 1) is not null && !Intransitive.Contains(token.Lower);
        return token.Tag == PosTag.VBN || token.Tag == PosTag.VBD && !Intransitive.Contains(token.Lower);
    }

    // "a camp that Holm bought", "stone their crew cut": the object stands before the subject.
    private TokenSpan? GapBefore(TokenSpan subject, int head, TokenSpan region)
    {
        var at = subject.First - 1;
        if (
            at <= region.First
            || head + 1 < region.End && NominalPhrases.CanOpen(_document.Tokens[head + 1]) && results.TimeAt(head + 1) is null
        )
        {
            return null;
        }
        var token = _document.Tokens[at];
        // "the report that she left": what was reported is a clause.
        if (token.Is("that") && CueLexicon.Nouns.ContainsKey(_document.Tokens[at - 1].Lower) || VerbForms.IsBe(_document.Tokens[head - 1]))
            return null;
        if (
            token.Tag == PosTag.WDT
            || token.Is("that") && _document.Tokens[at - 1].Tag is PosTag.NN or PosTag.NNS && token.Tag != PosTag.IN
        )
        {
            return NominalPhrases.Before(_document, at, region.First);
        }
        return token.Tag is PosTag.NN or PosTag.NNS ? NominalPhrases.Before(_document, at + 1, region.First) : null;
    }
}
