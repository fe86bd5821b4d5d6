using Timeline.Extraction.Actors;
using Timeline.Extraction.Text;
using Timeline.Extraction.Time;

namespace Timeline.Extraction.Events;

/// <summary>Times that describe a noun instead of dating a verb: "the 2022 invasion", "author of the 1994 guide".</summary>
internal static class DatedNouns
{
    /// <summary>The noun that a year stands before, where the two are a phrase of their own: the token, or null.</summary>
    public static int? FindDescribed(Document document, TokenSpan time, TokenSpan region)
    {
        if (time.End >= region.End || time.First <= region.First)
            return null;
        var (before, after) = (document.Tokens[time.First - 1], document.Tokens[time.End]);
        if (after.Tag is not (PosTag.NN or PosTag.NNS) || before.Tag is not (PosTag.DT or PosTag.PRPS or PosTag.JJ or PosTag.POS))
            return null;
        // "the 1991 agreement" is the name of one; "the March 2019 accord" tells when.
        if (before.Is("the") && time.End - time.First == 1 && EventKindClassifier.Classify(after) != EventKind.Publication)
            return null;
        return EventKindClassifier.Classify(after) is not null ? time.End : null;
    }

    /// <summary>
    /// The phrase of a noun that the time follows: "the opening next week of the quay", and, for what lies ahead, "by a seminar in Ostby
    /// on 14 November"; null where the time dates a verb.
    /// </summary>
    public static TokenSpan? FindFollowed(StageResults results, TimeMention time, TokenSpan region)
    {
        var (document, at) = (results.Document, time.First);
        if (at - 1 <= region.First)
            return null;
        var before = document.Tokens[at - 1];
        if (before.Tag is PosTag.NN or PosTag.NNS && time.End < region.End && document.Tokens[time.End].Is("of"))
        {
            var end = NominalPhrases.EndFrom(document, time.End + 1, region.End);
            return NominalPhrases.Before(document, at, region.First) is { } named && end > time.End + 1 ? named with { End = end } : null;
        }

        var isAhead = time.Expression.Date is { Earliest: { } first } && first > results.Published;
        if (!isAhead || before.Tag != PosTag.IN || NominalPhrases.Before(document, at, region.First) is not { } phrase)
            return null;
        if (
            phrase.First - 2 > region.First
            && document.Tokens[phrase.First - 1].Is("in")
            && NominalPhrases.Before(document, phrase.First - 1, region.First) is { } wider
        )
        {
            phrase = wider with { End = phrase.End };
        }

        var governor = phrase.First > region.First ? document.Tokens[phrase.First - 1].Lower : "";
        return
            governor is "by" or "of" or "for" or "before" or "with" or "about" or "against"
            && EventKindClassifier.Classify(document, phrase) != EventKind.Other
            ? phrase
            : null;
    }

    /// <summary>Whether a year only tells things of one name apart, and dates nothing: "the 2011 version", "Suite '11".</summary>
    public static bool IsLabel(Document document, TokenSpan time, TokenSpan region)
    {
        if (time.First <= region.First || document.Tokens[time.First].Kind != TokenKind.Number || time.End - time.First > 1)
            return false;
        var before = document.Tokens[time.First - 1];
        if (!char.IsDigit(document.Tokens[time.First].Text[0]))
            return before.Tag.IsName;
        if (IsInName(document, time, region))
            return true;
        if (
            time.End >= region.End
            || document.Tokens[time.End].Tag is not (PosTag.NN or PosTag.NNS)
            || before.Tag is not (PosTag.DT or PosTag.PRPS or PosTag.POS)
        )
        {
            return false;
        }

        return (before.Is("the") || EventKindClassifier.Classify(document.Tokens[time.End]) is null)
            && EventKindClassifier.Classify(document.Tokens[time.End]) != EventKind.Publication
            && (before.Is("the") || !(time.First - 2 >= region.First && document.Tokens[time.First - 2].Tag is PosTag.IN or PosTag.TO));
    }

    // "the 2010 World Congress", "Expo 2016": the year belongs to the name.
    private static bool IsInName(Document document, TokenSpan time, TokenSpan region)
    {
        var before = document.Tokens[time.First - 1];
        var isLast = time.End == region.End || !document.Tokens[time.End].IsWord || document.Tokens[time.End].Tag == PosTag.IN;
        if (before.Tag.IsName && document.Tokens[time.First].Start == before.End + 1 && isLast)
            return true;
        if (IsEditionOf(document, time, region))
            return true;
        return time.End < region.End
            && document.Tokens[time.End].Tag.IsName
            && document.Tokens[time.End].IsCapitalised
            && before.Tag is PosTag.DT or PosTag.PRPS or PosTag.POS or PosTag.JJ;
    }

    // "in 2018 FIFA World Cup qualifiers": the name goes on to a word for an event, a law or a work.
    private static bool IsEditionOf(Document document, TokenSpan time, TokenSpan region)
    {
        for (var i = time.End; i < Math.Min(region.End, time.End + 5) && document.Tokens[i].IsCapitalised; i++)
        {
            if (i > time.End && NameLexicon.ThingWords.Contains(document.Tokens[i].Text))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether the time stands in an apposition between source and cue: "Holm, author of the 1994 guide, said"; "Holm, in his 1987 book,
    /// said" is none.
    /// </summary>
    public static bool IsApposition(Document document, TokenSpan time, TokenSpan frame)
    {
        if (time.First <= frame.First || time.End >= frame.End)
            return false;
        for (var i = time.First - 1; i >= frame.First; i--)
        {
            if (document.Tokens[i].Is(','))
                return document.Tokens[i + 1].Tag is PosTag.NN or PosTag.NNS or PosTag.NNP or PosTag.DT;
        }

        return false;
    }
}
