using Timeline.Extraction.Text;

namespace Timeline.Extraction.Events;

/// <summary>Adverbs, times and asides between a subject and its verb.</summary>
internal sealed class SubjectAdjuncts(StageResults results)
{
    private readonly Document _document = results.Document;

    /// <summary>From the word before a verb back to the end of its subject.</summary>
    public int Skip(int at, TokenSpan region)
    {
        while (at > region.First)
        {
            var before = at;
            if (IsAdverb(_document.Tokens[at]))
                at--;
            else if (results.TimeAt(at) is { } time && time.First > region.First)
                at = BeforeTime(time.First, region);
            else if (_document.Tokens[at].Is(',') && AsideStart(at, region) is { } aside)
                at = aside - 1;
            if (at == before)
                break;
        }

        return at;
    }

    // "Holm last spoke": where a tagger saw an adjective.
    private static bool IsAdverb(Token token) =>
        token.Tag.IsAdverb && !token.Is("not") || token.Lower is "last" or "first" && token.Tag is PosTag.JJ or PosTag.JJS;

    private int BeforeTime(int first, TokenSpan region)
    {
        var at = first - 1;
        while (at > region.First && _document.Tokens[at].Tag is PosTag.IN or PosTag.RB or PosTag.JJ or PosTag.DT or PosTag.TO)
            at--;
        return at;
    }

    /// <summary>The comma that opens what this one closes: right after a noun, and nothing but a description between.</summary>
    public int? AsideStart(int close, TokenSpan region)
    {
        for (var i = close - 1; i > region.First; i--)
        {
            var token = _document.Tokens[i];
            if (token.Is(';') || token.Is(':'))
                return null;
            if (!token.Is(','))
                continue;
            var next = _document.Tokens[i + 1];
            var describes = next.Tag.IsNoun || next.Tag.IsAdjective || next.Tag is PosTag.DT or PosTag.CD or PosTag.IN or PosTag.PRPS;
            describes |= next.Tag == PosTag.PRP && i + 2 < close + 1 && VerbForms.IsVerb(_document.Tokens[i + 2]);
            describes |= next.Tag is PosTag.WP or PosTag.WDT or PosTag.WPS or PosTag.VBN or PosTag.VBG or PosTag.VBD or PosTag.WRB;
            if (describes && (NominalPhrases.CanEnd(_document.Tokens[i - 1]) || results.TimeAt(i - 1) is not null))
                return i;
            if (next.Tag == PosTag.CC)
                return null;
        }
        return null;
    }
}
