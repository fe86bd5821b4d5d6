using Timeline.Extraction.Text;
using Timeline.Extraction.Time;

namespace Timeline.Extraction.Events;

/// <summary>Dates that something is only measured against: "the first loss since 1992", "lower than in 2012".</summary>
internal static class ReferencePoints
{
    private const int FarthestSuperlative = 14;

    /// <summary>Whether the time only serves a comparison; a clause of its own ("since the strike began") is told.</summary>
    public static bool Is(StageResults results, TimeMention time)
    {
        var tokens = results.Document.Tokens;
        var sentence = results.Document.Sentences[results.Document.SentenceOf(time.First)];
        for (var i = time.First - 1; i >= Math.Max(sentence.First, time.First - FarthestSuperlative); i--)
        {
            var token = tokens[i];
            if (token.Is("than") && token.Tag == PosTag.IN || token.Is("compared") || token.Is("versus"))
                return true;
            if (token.Is("since") && token.Tag is PosTag.IN or PosTag.RB)
                return HasSuperlativeBefore(results.Document, sentence, i);
            if (VerbForms.IsVerb(token) || token.Is(';'))
                return false;
        }

        return time.Signal == TemporalSignal.Since && HasSuperlativeBefore(results.Document, sentence, time.First);
    }

    // "the fastest pace since", "a level not seen since"
    private static bool HasSuperlativeBefore(Document document, Sentence sentence, int since)
    {
        for (var i = since - 1; i >= Math.Max(sentence.First, since - FarthestSuperlative); i--)
        {
            var token = document.Tokens[i];
            if (token.Tag is PosTag.JJS or PosTag.RBS || token.Lower is "first" or "last" or "only" or "worst" or "best" or "unseen")
                return true;
            if (
                token.Tag == PosTag.VBN
                && token.Lower is "seen" or "recorded"
                && VerbForms.IsNegation(document.Tokens[Math.Max(sentence.First, i - 1)].Lower)
            )
            {
                return true;
            }
            if (token.Tag.IsFinite && !VerbForms.IsBe(token) && i < since - 1 && !token.Is("seen"))
                continue;
        }
        return false;
    }
}
