using System.Collections.Frozen;
using Timeline.Extraction.Text;
using Timeline.Extraction.Time;

namespace Timeline.Extraction.Events;

/// <summary>
/// Dates that date nothing that happened: those that tell when the article was written, those of captions, questions and suppositions.
/// </summary>
internal static class NonEventDates
{
    private static readonly FrozenSet<string> States = WordSet.Parse(
        "am are is 're 's 'm have has know knows think thinks believe believes feel feels need needs want wants love loves like likes hope"
            + " hopes"
    );

    public static bool IsNonEventDate(Document document, TimeMention time)
    {
        var sentence = document.Sentences[document.SentenceOf(time.First)];
        if (sentence.Length > 1 && document.Tokens[sentence.First].Is('!') && document.Tokens[sentence.First + 1].Is('['))
            return true;
        if (IsAlone(document, sentence, time) || IsDuration(document, time) || IsSourceNote(document, sentence, time))
            return true;
        if (time.First - sentence.First > 6)
            return false;
        // "PARIS, Feb. 9 (Agency) - The minister said"
        for (var i = sentence.First; i < Math.Min(time.End + 5, sentence.End); i++)
        {
            var token = document.Tokens[i];
            if (token.Tag.IsFinite || (token.Kind == TokenKind.Word && char.IsLower(token.Text[0]) && i >= time.End))
                return false;
            if (i >= time.End && (token.Is('-') || token.Is('–') || token.Is('—') || token.Is("--")))
                return true;
        }
        return false;
    }

    // "for the last six days", "over the past year": how long, not when.
    private static bool IsDuration(Document document, TimeMention time)
    {
        var first = time.First;
        while (first < time.End - 1 && document.Tokens[first].Lower is "the" or "these")
            first++;
        if (document.Tokens[first].Lower is not ("last" or "past" or "next") || time.End - first < 3)
            return false;
        var before = time.First > 0 ? document.Tokens[time.First - 1].Lower : "";
        before = before == "the" && time.First > 1 ? document.Tokens[time.First - 2].Lower : before;
        return before is "for" or "over" or "of" or "during" or "in" or "within";
    }

    // "Found on a street — The Herald, 15 August 2008"
    private static bool IsSourceNote(Document document, Sentence sentence, TimeMention time)
    {
        if (
            time.End < sentence.End && document.Tokens[time.End].IsWord
            || time.First - 2 < sentence.First
            || !document.Tokens[time.First - 1].Is(',')
        )
        {
            return false;
        }
        for (var i = time.First - 2; i >= Math.Max(sentence.First, time.First - 8); i--)
        {
            var token = document.Tokens[i];
            if (token.Is('—') || token.Is('–') || token.Is("--") || token.Kind == TokenKind.CloseQuote)
                return true;
            if (token.IsWord && !token.Tag.IsName && !token.IsCapitalised)
                return false;
        }

        return false;
    }

    /// <summary>Whether the clause only asks or supposes.</summary>
    public static bool IsSupposed(Document document, TokenSpan clause)
    {
        var sentence = document.Sentences[document.SentenceOf(clause.First)];
        for (var i = sentence.End - 1; i >= sentence.First && !document.Tokens[i].IsWord; i--)
        {
            if (document.Tokens[i].Text[0] == '?')
                return true;
        }

        return clause.First > sentence.First && document.Tokens[clause.First - 1].Lower is "if" or "unless" or "whether"
            || document.Tokens[clause.First].Lower is "if" or "unless" or "whether";
    }

    /// <summary>
    /// Whether it stands in somebody's own words without being told: "today", of a day that is the speaker's, or what he says is the case
    /// ("we all see in 2019").
    /// </summary>
    public static bool IsOfSpeaker(StageResults results, TimeMention time, int verb)
    {
        if (
            results.ContentOf(time.First) is not { } claim
            || !results.Attributions[claim].IsDirect
            || !IsQuoted(results.Document, time.First)
        )
        {
            return false;
        }

        for (var i = time.First; i < time.End; i++)
        {
            if (results.Document.Tokens[i].Lower is "today" or "tonight" or "today's" or "now")
                return true;
        }

        return verb >= 0
            && results.Document.Tokens[verb] is { Tag: PosTag.VBP or PosTag.VBZ } head
            && States.Contains(head.Lower)
            && (
                verb + 1 >= results.Document.Tokens.Length
                || results.Document.Tokens[verb + 1].Tag is not (PosTag.VBG or PosTag.VBN or PosTag.TO)
            );
    }

    private static bool IsQuoted(Document document, int at)
    {
        var sentence = document.Sentences[document.SentenceOf(at)];
        for (var i = at - 1; i >= sentence.First; i--)
        {
            if (document.Tokens[i].Kind == TokenKind.CloseQuote)
                return false;
            if (document.Tokens[i].Kind == TokenKind.OpenQuote)
                return true;
        }

        return true;
    }

    // Nothing but dates, places and signs in its sentence.
    private static bool IsAlone(Document document, Sentence sentence, TimeMention time)
    {
        var words = 0;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (i >= time.First && i < time.End)
                continue;
            if (document.Tokens[i].Tag.IsFinite)
                return false;
            if (document.Tokens[i].IsWord)
                words++;
        }
        return words < 4;
    }
}
