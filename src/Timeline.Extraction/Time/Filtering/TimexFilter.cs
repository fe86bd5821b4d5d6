using Timeline.Edtf;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Time;

/// <summary>
/// Rejects what only looks like a time: "may" and "march" as verbs, "a second" as a rank, "USA Today". Numbers are
/// <see cref="YearFilter"/>'s.
/// </summary>
internal sealed class TimexFilter(Document document, TimeWord[] words, Lexeme[] lexemes, Day published)
{
    private const int LongestCompound = 3;

    private readonly NeighbouringTokens _near = new(document);
    private readonly YearFilter _years = new(document, words, lexemes, published);

    /// <summary>Whether what was matched is meant as a time.</summary>
    public bool Accepts(TimexFrame frame)
    {
        var (first, last) = (words[lexemes[frame.First].First], words[lexemes[frame.End - 1].End - 1]);
        if (IsInsideWord(frame) || IsTitle(frame, first.Token))
            return false;
        return frame.Kind switch
        {
            TimexFrameKind.Span => IsLength(frame, first, last),
            TimexFrameKind.Date when frame.Has(Slot.Years) => _years.IsDecade(frame),
            TimexFrameKind.Date when YearFilter.IsBare(frame) => _years.IsYear(frame),
            TimexFrameKind.Date when frame.Has(Slot.Month) && !frame.Has(Slot.Dom) => IsMonth(frame, first, last),
            TimexFrameKind.Date when frame.Has(Slot.Weekday) && !frame.Has(Slot.Month) && !frame.Has(Slot.Unit) => IsWeekday(first, last),
            TimexFrameKind.Date when frame.Has(Slot.Holiday) && !frame.Has(Slot.Year) && !frame.Has(Slot.Dir) => IsNamed(frame)
                && IsHoliday(last),
            TimexFrameKind.Date when frame.Has(Slot.Season) && !frame.Has(Slot.Year) && !frame.Has(Slot.Dir) => IsSeason(last),
            _ => true,
        };
    }

    // Part of something longer: a number with more digits, a model's name, a path.
    private bool IsInsideWord(TimexFrame frame)
    {
        var (start, end) = (lexemes[frame.First].First, lexemes[frame.End - 1].End);
        var before =
            start > 0
            && words[start].Tight
            && words[start - 1].Token == words[start].Token
            && (words[start - 1].Shape != WordShape.Mark || Mark(start - 1) is '.' or '/' or '&' or '_' or '@' or '#' or '$');
        var after =
            end < words.Length
            && words[end].Tight
            && words[end].Token == words[end - 1].Token
            && words[end - 1].Shape == WordShape.Digits
            && (words[end].Shape != WordShape.Mark || Mark(end) is '_' or '@' or '/');
        return before || after;
    }

    // A pointing word with a capital, after a name and inside of a sentence, belongs to the name.
    private bool IsTitle(TimexFrame frame, int token)
    {
        var points = frame.Kind is TimexFrameKind.Set or TimexFrameKind.Ref or TimexFrameKind.Near || frame.Has(Slot.RDay);
        if (!points)
            return false;
        // "the programme This Week": two capitals behind a small word are a title by themselves.
        var isOwnTitle = frame.End - frame.First > 1 && token > 0 && !document.Tokens[token - 1].IsCapitalised;
        if (!isOwnTitle && !_near.Tag(token - 1).IsName)
            return false;
        for (var i = frame.First; i < frame.End; i++)
        {
            if (!words[lexemes[i].First].Capital)
                return false;
        }

        return document.Sentences[document.SentenceOf(token)].First != token;
    }

    // "32 May" is no month; "May", "March" and short names need a word before them that takes a month.
    private bool IsMonth(TimexFrame frame, TimeWord first, TimeWord last)
    {
        if (lexemes[frame.First].First is > 0 and var at && words[at - 1].Shape == WordShape.Digits)
            return false;
        var ambiguous = first.Entry is { NeedsCapital: true } or { Abbreviation: true };
        if (frame.End - frame.First > 1 || !ambiguous || last.Token != first.Token)
            return true;
        return NeighbouringTokens.BeforeMonth.Contains(_near.Lower(first.Token - 1))
            && !(_near.Tag(first.Token + 1).IsName && !document.Tokens[first.Token].Text.EndsWith('.'));
    }

    private bool IsWeekday(TimeWord first, TimeWord last) =>
        last.Entry is not { NeedsCapital: true }
        || (NeighbouringTokens.BeforeShortDay.Contains(_near.Lower(first.Token - 1)) && !_near.Tag(last.Token + 1).IsName);

    // "Election Day" is a day of one country; "on election day" is that of an election which only the text knows.
    private bool IsNamed(TimexFrame frame)
    {
        var isCommon = false;
        for (var i = words[lexemes[frame.First].First].Token; i <= words[lexemes[frame.End - 1].End - 1].Token; i++)
        {
            if (document.Tokens[i].IsCapitalised)
                return true;
            isCommon |= NeighbouringTokens.CommonHoliday.Contains(_near.Lower(i));
        }

        return !isCommon;
    }

    // "Christmas trees", "Easter Island": a thing or a place called after the feast; "Christmas shopping season" is of it.
    private bool IsHoliday(TimeWord last)
    {
        var at = last.Token + 1;
        while (_near.Tag(at).IsNoun && at <= last.Token + LongestCompound)
        {
            if (NeighbouringTokens.OfHoliday.Contains(_near.Lower(at)))
                return true;
            at++;
        }

        return at == last.Token + 1;
    }

    // "The fall of", "the Winter Carnival".
    private bool IsSeason(TimeWord last) =>
        !NeighbouringTokens.NotAfterSeason.Contains(_near.Lower(last.Token + 1)) && !(last.Capital && _near.Tag(last.Token + 1).IsName);

    // "A second" is a rank, "three-quarters" a share, "2018 day" two things.
    private bool IsLength(TimexFrame frame, TimeWord first, TimeWord last)
    {
        var count = frame[Slot.N] ?? 0;
        if (first.Length == 4 && count is >= 1900 and <= 2100 && first.Token + 1 == last.Token && !_near.Lower(last.Token).EndsWith('s'))
            return false;
        return (CalendarUnit)(frame[Slot.Unit] ?? 0) switch
        {
            CalendarUnit.Second => _near.Lower(last.Token) != "second" || count > 1,
            CalendarUnit.Quarter => frame.End - frame.First > 1
                && (frame.Has(Slot.Vague) || (count > 1 && !document.Tokens[last.Token].Text.Contains('-'))),
            _ => true,
        };
    }

    private char Mark(int word) => document.Text[words[word].Start];
}
