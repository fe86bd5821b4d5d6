using System.Collections.Frozen;
using Timeline.Edtf;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Time;

/// <summary>Refuses what only looks like a time: counts that look like years, "may" and "march" as verbs, "a second" as a rank.</summary>
internal sealed class Guard(Document document, Word[] words, Item[] items, Day published)
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = Data.Lines("Time.guards.txt")
        .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
        .ToFrozenDictionary(p => p[0], p => p[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet());

    private static readonly FrozenSet<string> BeforeYear = Lists["before-year"], NoYearAfter = Lists["no-year-after"], CountAfter = Lists["count-after"],
        BeforeMonth = Lists["before-month"], BeforeShortDay = Lists["before-short-day"], NotAfterSeason = Lists["not-after-season"];

    public bool Accepts(Frame frame)
    {
        var (first, last) = (words[items[frame.First].First], words[items[frame.End - 1].End - 1]);
        if (Glued(frame))
            return false;
        return frame.Kind switch
        {
            "date" when IsBareYear(frame) => Year(frame, first.Token, last.Token),
            "date" when frame.Has(Slot.Month) && frame.End - frame.First == 1 => Month(first, last),
            "date" when frame.Has(Slot.Weekday) && !frame.Has(Slot.Month) && !frame.Has(Slot.Unit) => Weekday(first, last),
            "date" when frame[Slot.Years] < 100 => document.Tokens[first.Token].Lower is "the" or "mid" || frame.Has(Slot.Part) || document.Text[first.Start] is '\'' or '\u2019',
            "date" when frame.Has(Slot.Season) && !frame.Has(Slot.Year) && !frame.Has(Slot.Dir) => !NotAfterSeason.Contains(Lower(last.Token + 1)) && !(last.Capital && Tag(last.Token + 1).IsName),
            "span" => Span(frame, first, last),
            "set" => document.Tokens[first.Token].Is("each") is false || !frame.Has(Slot.N),
            _ => true,
        };
    }

    private static bool IsBareYear(Frame frame) => frame.Has(Slot.Year) && !frame.Has(Slot.Month) && !frame.Has(Slot.Quarter) && !frame.Has(Slot.Half)
        && !frame.Has(Slot.Season) && !frame.Has(Slot.Holiday) && !frame.Has(Slot.Part) && !frame.Has(Slot.Fiscal) && !frame.Has(Slot.Era) && !frame.Has(Slot.Mod);

    // Part of something longer: a number with more digits, a model's name, a path.
    private bool Glued(Frame frame)
    {
        var (start, end) = (items[frame.First].First, items[frame.End - 1].End);
        var before = start > 0 && words[start].Tight && (words[start - 1].Shape != WordShape.Mark || words[start - 1].Entry?.Text is "." or "/" or "&" or "_" or "@" or "#" or "$")
            && words[start - 1].Token == words[start].Token;
        var after = end < words.Length && words[end].Tight && words[end].Token == words[end - 1].Token && (words[end].Shape != WordShape.Mark || Spelling(end) is "_" or "@" or "/")
            && words[end - 1].Shape == WordShape.Digits;
        return before || after;
    }

    private string Spelling(int word) => document.Text[words[word].Start..words[word].End];

    private bool Year(Frame frame, int first, int last)
    {
        var year = frame[Slot.Year] ?? 0;
        var before = Lower(first - 1);
        if (BeforeYear.Contains(before))
            return !CountAfter.Contains(Lower(last + 1));
        if (frame.Has(Slot.Approx) || NoYearAfter.Contains(before) || CountAfter.Contains(Lower(last + 1)) || year is < 1400 or > 2100)
            return false;
        if (words[items[frame.First].First].Token is var token && document.Tokens[token].Text.Length > 5)
            return document.Tokens[token].Text.Contains("19", StringComparison.Ordinal) || document.Tokens[token].Text.Contains("20", StringComparison.Ordinal);
        return !(Tag(first - 1).IsName && items[frame.First].Entry is null && Math.Abs(year - published.Year) > 2) && Tag(last + 1) is not (Timeline.Extraction.Text.Tag.NNS or Timeline.Extraction.Text.Tag.CD) || Tag(first - 1) is Timeline.Extraction.Text.Tag.DT;
    }

    private bool Month(Word first, Word last)
    {
        if (first.Entry is { NeedsCapital: true } or { Abbreviation: true } && last.Token == first.Token)
            return BeforeMonth.Contains(Lower(first.Token - 1)) && !(Tag(first.Token + 1).IsName && !document.Tokens[first.Token].Text.EndsWith('.'));
        return Lower(first.Token) != "august" || BeforeMonth.Contains(Lower(first.Token - 1));
    }

    private bool Weekday(Word first, Word last) =>
        last.Entry is not { NeedsCapital: true } || (BeforeShortDay.Contains(Lower(first.Token - 1)) && !Tag(last.Token + 1).IsName);

    private bool Span(Frame frame, Word first, Word last)
    {
        if (frame[Slot.Unit] is (long)CalendarUnit.Second && Lower(last.Token) == "second")
            return frame[Slot.N] > 1;
        if (frame[Slot.Unit] is (long)CalendarUnit.Quarter)
            return (frame[Slot.N] > 1 && !document.Tokens[last.Token].Text.Contains('-')) || frame.Has(Slot.Vague);
        return true;
    }

    private string Lower(int token) => token >= 0 && token < document.Tokens.Length ? document.Tokens[token].Lower : "";

    private Tag Tag(int token) => token >= 0 && token < document.Tokens.Length ? document.Tokens[token].Tag : Timeline.Extraction.Text.Tag.Sign;
}
