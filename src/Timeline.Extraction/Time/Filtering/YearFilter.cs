using Timeline.Edtf;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Time;

/// <summary>Tells years and decades from counts: four digits alone are a year only where the words around them allow it.</summary>
internal sealed class YearFilter(Document document, TimeWord[] words, Lexeme[] lexemes, Day published)
{
    /// <summary>Four digits by themselves are no year before and after these.</summary>
    private const long Earliest = 1400,
        Latest = 2100;

    /// <summary>After a name ("World Cup 2018") a year is a year only when it is this near.</summary>
    private const long NearInName = 2;

    private readonly NeighbouringTokens _near = new(document);

    /// <summary>The words are nothing but four digits.</summary>
    public static bool IsBare(TimexFrame frame) =>
        frame.Has(Slot.Year)
        && !frame.Has(Slot.Month)
        && !frame.Has(Slot.Quarter)
        && !frame.Has(Slot.Half)
        && !frame.Has(Slot.Season)
        && !frame.Has(Slot.Holiday)
        && !frame.Has(Slot.Part)
        && !frame.Has(Slot.Fiscal)
        && !frame.Has(Slot.Era)
        && !frame.Has(Slot.Mod);

    /// <summary>Whether a bare number is a year.</summary>
    public bool IsYear(TimexFrame frame)
    {
        var (first, last) = (First(frame), words[lexemes[frame.End - 1].End - 1]);
        var (before, after) = (_near.Lower(first.Token - 1), _near.Lower(last.Token + 1));
        var plural = _near.Tag(last.Token + 1) == PosTag.NNS;
        if (IsModel(lexemes[frame.First].First))
            return false;
        if (NeighbouringTokens.BeforeYear.Contains(before))
            return !NeighbouringTokens.CountAfter.Contains(after) && !(plural && NeighbouringTokens.WeakBeforeYear.Contains(before));
        if (words[lexemes[frame.End - 1].First].Shape == WordShape.Letters || IsFirstOfTwo(last.Token))
            return true;
        if (
            frame.Has(Slot.Approx)
            || NeighbouringTokens.NoYearAfter.Contains(before)
            || NeighbouringTokens.CountAfter.Contains(after)
            || frame[Slot.Year] is < Earliest or > Latest
        )
        {
            return false;
        }

        if (_near.Tag(first.Token - 1) is PosTag.DT)
            return true;
        var named = _near.Tag(first.Token - 1).IsName && lexemes[frame.First].Entry is null;
        return !plural
            && _near.Tag(last.Token + 1) != PosTag.CD
            && !(named && Math.Abs(frame[Slot.Year]!.Value - published.Year) > NearInName);
    }

    /// <summary>
    /// Whether "30s" or "80s" are years: they are with an apostrophe, else from the fifties on and after "the"; people and thermometers
    /// have the others.
    /// </summary>
    public bool IsDecade(TimexFrame frame)
    {
        if (frame[Slot.Years] >= 100)
            return true;
        var digits = lexemes[frame.End - 1].First;
        if (digits > 0 && words[digits - 1].Entry?.Text == "'")
            return true;
        return frame[Slot.Years] >= 50 && (frame.Has(Slot.Part) || First(frame).Entry?.Text == "the");
    }

    // "an R-2000": a hyphen without blanks joins it to a name.
    private bool IsModel(int word) =>
        word >= 2
        && words[word].Tight
        && words[word - 1] is { Tight: true, Shape: WordShape.Mark }
        && document.Text[words[word - 1].Start] == '-'
        && words[word - 2] is { Shape: WordShape.Letters, Capital: true, Entry: null };

    private TimeWord First(TimexFrame frame) => words[lexemes[frame.First].First];

    // "2000 – 2050"
    private bool IsFirstOfTwo(int token) =>
        _near.Lower(token + 1) is "-" or "–"
        && token + 2 < document.Tokens.Length
        && document.Tokens[token + 2] is { Kind: TokenKind.Number, Text.Length: 4 };
}
