using Timeline.Extraction.Claims;
using Timeline.Extraction.Events;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Titles;

/// <summary>
/// Puts together what a title says, before anything is left out: the clause of the verb that the date dates, the phrase of its noun, or
/// who says what.
/// </summary>
internal sealed class TitleComposer(StageResults results)
{
    private const int LongestWork = 10;

    private readonly Document _document = results.Document;
    private readonly StatementComposer _statements = new(results);

    /// <summary>The titles to try, best first.</summary>
    public IEnumerable<TitleDraft> Compose(EventDraft draft)
    {
        if (draft.Statement is { } claim)
        {
            yield return _statements.Compose(claim);
            yield break;
        }
        if (draft.IsNamedByClaim)
        {
            yield return _statements.Compose(draft.Claims[0]);
            yield break;
        }

        int? voice = draft.IsInArticleVoice || draft.Claims.Count == 0 ? null : draft.Claims[0];
        if (voice is { } quoted && IsQuoted(quoted, draft.Title))
        {
            if (_statements.ComposeQuotation(quoted, ClauseOf(draft)) is { } quotation)
                yield return quotation;
        }
        else if (draft.Apposition is { } apposition)
        {
            yield return ComposeApposition(apposition, voice);
        }
        else if (draft.Predication is { } predication)
        {
            if (predication.Subject is not null && !IsGerund(predication))
                yield return ComposeClause(predication, voice);
        }
        else if (voice is null || draft.Verb >= 0)
        {
            yield return ComposePhrase(draft, voice);
        }

        if (voice is { } told)
            yield return _statements.Compose(told);
    }

    private TitleDraft ComposeClause(Predication predication, int? voice)
    {
        var title = new TitleDraft([], predication.Head, voice);
        if (predication.Owner is { } owner)
        {
            title.Words.AddRange(TitleWord.FromSpan(_document, owner));
            title.Put("’s", PosTag.POS, glued: true);
        }
        if (predication.Subject is { } subject)
            title.Words.AddRange(TitleWord.FromSpan(_document, subject));
        if (predication.Form == PredicationForm.Participle)
            title.Put(IsPlural(predication.Subject!.Value) ? "were" : "was", PosTag.VBD);
        if (predication.Form == PredicationForm.Gerund)
            AddGerund(title, predication);
        else
            title.Words.AddRange(TitleWord.FromSpan(_document, new(FirstWithAdverbs(predication), predication.Head + 1)));
        if (predication.Gap is { } gap)
        {
            var words = TitleWord.FromSpan(_document, gap).ToList();
            if (words[0].Tag == PosTag.DT)
                words[0] = words[0] with { Text = words[0].Text.ToLowerInvariant() };
            title.Words.AddRange(words);
        }
        title.Words.AddRange(TitleWord.FromSpan(_document, new(predication.Head + 1, predication.End)));
        return title;
    }

    // "after leaving the army": left the army; "after being dismissed": was dismissed.
    private void AddGerund(TitleDraft title, Predication predication)
    {
        var (first, head) = (_document.Tokens[predication.Group.First], predication.Head);
        if (head == predication.Group.First)
        {
            title.Words.Add(TitleWord.FromToken(_document, head) with { Text = Inflection.PastOfGerund(first.Lower), Tag = PosTag.VBD });
            return;
        }

        var verb = first.Is("having") ? "had" : "was";
        title.Put(verb == "was" && IsPlural(predication.Subject!.Value) ? "were" : verb, PosTag.VBD);
        title.Words.AddRange(TitleWord.FromSpan(_document, new(predication.Group.First + 1, head + 1)));
    }

    // "Holm, a shareholder since June": Holm is a shareholder.
    private TitleDraft ComposeApposition(Apposition apposition, int? voice)
    {
        var title = new TitleDraft([], apposition.Phrase.End - 1, voice);
        title.Words.AddRange(TitleWord.FromSpan(_document, apposition.Named));
        var verb = (IsPlural(apposition.Named), apposition.IsOver) switch
        {
            (true, true) => "were",
            (true, false) => "are",
            (false, true) => "was",
            _ => "is",
        };
        title.Put(verb, PosTag.VBZ);
        title.Words.AddRange(TitleWord.FromSpan(_document, apposition.Phrase));
        return title;
    }

    private int FirstWithAdverbs(Predication predication)
    {
        var first = predication.Group.First;
        while (predication.Subject is { } subject && first > subject.End && _document.Tokens[first - 1].Tag.IsAdverb)
            first--;
        return first;
    }

    private bool IsGerund(Predication predication) =>
        predication.Form == PredicationForm.Participle && _document.Tokens[predication.Head].Tag == PosTag.VBG;

    private bool IsPlural(TokenSpan phrase)
    {
        for (var i = phrase.First; i < phrase.End; i++)
        {
            if (_document.Tokens[i].Tag is PosTag.IN)
                return i > phrase.First && _document.Tokens[i - 1].Tag is PosTag.NNS or PosTag.NNPS;
            if (_document.Tokens[i].Is("and"))
                return true;
        }

        return _document.Tokens[phrase.End - 1].Tag is PosTag.NNS or PosTag.NNPS;
    }

    private TitleDraft ComposePhrase(EventDraft draft, int? voice) =>
        draft is { Kind: EventKind.Publication, Verb: >= 0 } && WorkAfter(draft.Verb) is { } work
            ? ComposePublication(draft.Verb, work, voice)
            : new([.. TitleWord.FromSpan(_document, draft.Title)], draft.Verb, voice);

    // "author of the 1994 guide Dawn": the book Dawn is published.
    private TitleDraft ComposePublication(int noun, TokenSpan work, int? voice)
    {
        var title = new TitleDraft([], noun, voice);
        title.Put("The", PosTag.DT);
        title.Words.Add(TitleWord.FromToken(_document, noun));
        title.Put(_document.TextOf(work.First, work.End), PosTag.NNP);
        title.Put("is", PosTag.VBZ);
        title.Put("published", PosTag.VBN);
        return title;
    }

    // The name of a work: capitals, with a colon and small words among them.
    private TokenSpan? WorkAfter(int noun)
    {
        var (end, at) = (noun + 1, noun + 1);
        var limit = Math.Min(_document.Sentences[_document.SentenceOf(noun)].End, noun + LongestWork);
        while (at < limit && (_document.Tokens[at].Kind == TokenKind.Word || _document.Tokens[at].Is(':')))
        {
            if (_document.Tokens[at].IsCapitalised)
                end = at + 1;
            else if (end == noun + 1 || VerbForms.IsVerb(_document.Tokens[at]))
                break;
            at++;
        }

        return end > noun + 1 ? new TokenSpan(noun + 1, end) : null;
    }

    private static TokenSpan ClauseOf(EventDraft draft) =>
        draft.Predication is { Subject: { } subject } predication && subject.First < predication.End
            ? new(subject.First, predication.End)
            : draft.Title;

    // Words of a speaker that a reader must see to be the speaker's: "we had forty boats ready".
    private bool IsQuoted(int claim, TokenSpan words)
    {
        if (!results.Attributions[claim].IsDirect)
            return false;
        for (var i = words.First; i < words.End; i++)
        {
            if (_document.Tokens[i].Lower is "i" or "we" or "you" or "my" or "our" or "us" or "me" or "your")
                return true;
        }

        return false;
    }
}
