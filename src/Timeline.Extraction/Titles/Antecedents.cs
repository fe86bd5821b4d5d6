using Timeline.Extraction.Actors;
using Timeline.Extraction.Events;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Titles;

/// <summary>
/// What "it" and "they" stand for: the nearest earlier subject that agrees in number, in the same sentence or the one before.
/// </summary>
internal sealed class Antecedents(StageResults results)
{
    private const int MostTried = 12,
        MostBetween = 4,
        MostLookedAt = 60;

    private readonly Document _document = results.Document;
    private readonly SubjectFinder _subjects = new(results);

    /// <summary>The phrase that the pronoun stands for, or null.</summary>
    public TokenSpan? Find(int pronoun)
    {
        var sentence = _document.SentenceOf(pronoun);
        var own = _document.Sentences[sentence];
        if (Happens(pronoun + 1, own.End))
            return FindHappening(sentence, pronoun);
        return FindIn(new(own.First, pronoun), pronoun, last: true)
            ?? (
                sentence > 0 && results.ContentOf(pronoun) is null && _document.Sentences[sentence - 1].Paragraph >= own.Paragraph - 1
                    ? FindIn(new(_document.Sentences[sentence - 1].First, _document.Sentences[sentence - 1].End), pronoun, last: false)
                    : null
            );
    }

    // "it might begin": only what happens does so.
    private bool Happens(int from, int end)
    {
        for (var i = from; i < Math.Min(end, from + MostBetween); i++)
        {
            var token = _document.Tokens[i];
            if (token.Lower is "happen" or "happened" or "happens" or "occur" or "occurred" or "held")
                return true;
            if (token.Is("place") && _document.Tokens[i - 1].Lower is "take" or "takes" or "took" or "taken" or "taking")
                return true;
        }

        return false;
    }

    private TokenSpan? FindHappening(int sentence, int pronoun)
    {
        var first = _document.Sentences[Math.Max(0, sentence - 1)].First;
        for (var i = pronoun - 1; i >= Math.Max(first, pronoun - MostLookedAt); i--)
        {
            if (
                EventKindClassifier.Classify(_document.Tokens[i]) is not null
                && NominalPhrases.Before(_document, i + 1, first) is { } phrase
            )
            {
                return _document.Tokens[phrase.First].Is("such") ? phrase with { First = phrase.First + 1 } : phrase;
            }
        }

        return null;
    }

    private TokenSpan? FindIn(TokenSpan region, int pronoun, bool last)
    {
        var tried = 0;
        for (var n = 0; n < region.End - region.First && tried < MostTried; n++)
        {
            var i = last ? region.End - 1 - n : region.First + n;
            if (!_document.Tokens[i].Tag.IsFinite || i == region.First)
                continue;
            tried++;
            if (_subjects.SubjectBefore(i, region).Subject is { } subject && Base(subject) is { } phrase && Agrees(phrase, pronoun))
                return phrase;
        }

        return null;
    }

    // Without what follows by a preposition other than "of".
    private TokenSpan? Base(TokenSpan subject)
    {
        var end = NominalPhrases.EndFrom(_document, subject.First, subject.End);
        return end > subject.First ? new TokenSpan(subject.First, end) : null;
    }

    private bool Agrees(TokenSpan phrase, int pronoun)
    {
        var lower = _document.Tokens[pronoun].Lower;
        var person = IsPerson(phrase);
        if (
            _document.Tokens[phrase.First].Tag is PosTag.PRP or PosTag.EX or PosTag.WP
            || phrase.End - phrase.First == 1 && IsBareWord(phrase)
        )
        {
            return false;
        }
        // A body is one or many.
        if (results.Actors.MentionAt(phrase.End - 1) is { } body && results.Actors.Actors[body.Actor].Kind != ActorKind.Person)
            return lower is "it" or "its" or "they" or "their" or "them";
        return lower switch
        {
            "it" or "its" => !person && !IsPlural(phrase),
            "they" or "their" or "them" => IsPlural(phrase),
            "he" or "his" or "him" or "she" or "her" => person && !IsPlural(phrase),
            _ => false,
        };
    }

    private bool IsBareWord(TokenSpan phrase) => _document.Tokens[phrase.First].Tag is PosTag.DT or PosTag.CD or PosTag.JJ;

    private bool IsPerson(TokenSpan phrase)
    {
        if (results.Actors.MentionAt(phrase.End - 1) is { } mention)
            return results.Actors.Actors[mention.Actor].Kind == ActorKind.Person;
        return NameLexicon.IsRole(HeadOf(phrase), out _);
    }

    private bool IsPlural(TokenSpan phrase)
    {
        for (var i = phrase.First; i < phrase.End; i++)
        {
            if (_document.Tokens[i].Is("and"))
                return true;
        }

        return HeadOf(phrase).Tag is PosTag.NNS;
    }

    private Token HeadOf(TokenSpan phrase)
    {
        for (var i = phrase.First + 1; i < phrase.End; i++)
        {
            if (_document.Tokens[i].Tag == PosTag.IN)
                return _document.Tokens[i - 1];
        }

        return _document.Tokens[phrase.End - 1];
    }
}
