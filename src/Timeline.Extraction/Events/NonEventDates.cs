using Timeline.Extraction.Text;
using Timeline.Extraction.Time;

namespace Timeline.Extraction.Events;

/// <summary>
/// Dates that date nothing that happened: those that tell when the article was written, those of captions, questions and suppositions.
/// </summary>
internal static class NonEventDates
{
    public static bool IsNonEventDate(Document document, TimeMention time)
    {
        var sentence = document.Sentences[document.SentenceOf(time.First)];
        if (sentence.Length > 1 && document.Tokens[sentence.First].Is('!') && document.Tokens[sentence.First + 1].Is('['))
            return true;
        if (IsAlone(document, sentence, time))
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
