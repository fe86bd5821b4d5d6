using Timeline.Edtf;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Time;

/// <summary>Refuses what only looks like a time: "may" and "march" as verbs, "a second" as a rank, "USA Today". Numbers are <see cref="YearGuard"/>'s.</summary>
internal sealed class Guard(Document document, Word[] words, Item[] items, Day published)
{
    private readonly Neighbours _near = new(document);
    private readonly YearGuard _years = new(document, words, items, published);

    /// <summary>Whether what was matched is meant as a time.</summary>
    public bool Accepts(Frame frame)
    {
        var (first, last) = (words[items[frame.First].First], words[items[frame.End - 1].End - 1]);
        if (IsInsideWord(frame) || IsTitle(frame, first.Token))
            return false;
        return frame.Kind switch
        {
            "span" => IsLength(frame, first, last),
            "date" when frame.Has(Slot.Years) => _years.IsDecade(frame),
            "date" when YearGuard.IsBare(frame) => _years.IsYear(frame),
            "date" when frame.Has(Slot.Month) && !frame.Has(Slot.Dom) => IsMonth(frame, first, last),
            "date" when frame.Has(Slot.Weekday) && !frame.Has(Slot.Month) && !frame.Has(Slot.Unit) => IsWeekday(first, last),
            "date" when frame.Has(Slot.Season) && !frame.Has(Slot.Year) && !frame.Has(Slot.Dir) => IsSeason(last),
            _ => true,
        };
    }

    // Part of something longer: a number with more digits, a model's name, a path.
    private bool IsInsideWord(Frame frame)
    {
        var (start, end) = (items[frame.First].First, items[frame.End - 1].End);
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
    private bool IsTitle(Frame frame, int token)
    {
        if (!(frame.Kind is "set" or "ref" or "near" || frame.Has(Slot.RDay)) || !_near.Tag(token - 1).IsName)
            return false;
        for (var i = frame.First; i < frame.End; i++)
        {
            if (!words[items[i].First].Capital)
                return false;
        }

        return document.Sentences[document.SentenceOf(token)].First != token;
    }

    // "32 May" is no month; "May", "March" and short names need a word before them that takes a month.
    private bool IsMonth(Frame frame, Word first, Word last)
    {
        if (items[frame.First].First is > 0 and var at && words[at - 1].Shape == WordShape.Digits)
            return false;
        var ambiguous = first.Entry is { NeedsCapital: true } or { Abbreviation: true };
        if (frame.End - frame.First > 1 || !ambiguous || last.Token != first.Token)
            return true;
        return Neighbours.BeforeMonth.Contains(_near.Lower(first.Token - 1))
            && !(_near.Tag(first.Token + 1).IsName && !document.Tokens[first.Token].Text.EndsWith('.'));
    }

    private bool IsWeekday(Word first, Word last) =>
        last.Entry is not { NeedsCapital: true }
        || (Neighbours.BeforeShortDay.Contains(_near.Lower(first.Token - 1)) && !_near.Tag(last.Token + 1).IsName);

    // "The fall of", "the Winter Carnival".
    private bool IsSeason(Word last) =>
        !Neighbours.NotAfterSeason.Contains(_near.Lower(last.Token + 1)) && !(last.Capital && _near.Tag(last.Token + 1).IsName);

    // "A second" is a rank, "three-quarters" a share, "2018 day" two things.
    private bool IsLength(Frame frame, Word first, Word last)
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
