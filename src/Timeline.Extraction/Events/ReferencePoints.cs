using System.Collections.Immutable;
using Timeline.Extraction.Text;
using Timeline.Extraction.Time;

namespace Timeline.Extraction.Events;

/// <summary>Dates that something is only measured against: "the first loss since 1992", "lower than in 2012".</summary>
internal static class ReferencePoints
{
    private const int FarthestSuperlative = 14,
        FarthestAmount = 6;

    /// <summary>Whether the time only serves a comparison; a clause of its own ("since the strike began") is told.</summary>
    public static bool Is(StageResults results, TimeMention time)
    {
        var tokens = results.Document.Tokens;
        var sentence = results.Document.Sentences[results.Document.SentenceOf(time.First)];
        if (IsOfEra(tokens, time) || IsFromAmount(tokens, sentence, time) || IsUnseenSince(results.Document, sentence, time))
            return true;
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

    // "a touchstone of the 1960s": an era that only describes a noun.
    private static bool IsOfEra(ImmutableArray<Token> tokens, TimeMention time) =>
        time.First > 1
        && tokens[time.First - 1].Is("of")
        && tokens[time.First - 2].Tag.IsNoun
        && time.Expression.Date?.ToString() is ['0' or '1' or '2', .., 'X'];

    // "up from $3 million in 1998"
    private static bool IsFromAmount(ImmutableArray<Token> tokens, Sentence sentence, TimeMention time)
    {
        for (var i = time.First - 1; i >= Math.Max(sentence.First, time.First - FarthestAmount); i--)
        {
            var token = tokens[i];
            if (token.Is("from"))
                return i < time.First - 2 && (tokens[i + 1].Kind is TokenKind.Symbol or TokenKind.Number || tokens[i + 1].Tag == PosTag.CD);
            if (VerbForms.IsVerb(token) || token.Is(','))
                return false;
        }

        return false;
    }

    // "had not been updated since 2008": what did not happen is measured from there.
    private static bool IsUnseenSince(Document document, Sentence sentence, TimeMention time)
    {
        if (time.Signal != TemporalSignal.Since)
            return false;
        for (var i = time.First - 1; i >= Math.Max(sentence.First, time.First - FarthestSuperlative); i--)
        {
            if (VerbForms.IsNegation(document.Tokens[i].Lower) && !document.Tokens[i].Is("without"))
                return true;
            if (document.Tokens[i].Is(',') || document.Tokens[i].Is(';'))
                return false;
        }

        return false;
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
