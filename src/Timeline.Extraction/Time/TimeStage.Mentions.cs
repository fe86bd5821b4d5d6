using Timeline.Edtf;

namespace Timeline.Extraction.Time;

/// <content>Frames as mentions, ranges and alternatives among them.</content>
public sealed partial class TimeStage
{
    private TimeMention? CreateMention(TimexFrame frame, TemporalSignal signal, ResolvedTimex? timex)
    {
        if (timex is null)
            return null;
        var (start, end) = (_words[_lexemes[frame.First].First].Start, _words[_lexemes[frame.End - 1].End - 1].End);
        var date =
            !timex.IsInferred && (timex.Edtf ?? timex.Period?.ToEdtf()) is { } text && EdtfDate.TryParse(text, out var parsed, out _)
                ? parsed
                : (EdtfDate?)null;
        var others = timex
            .Alternatives.Select(p => EdtfDate.TryParse(p.ToEdtf(), out var other, out _) ? other : (EdtfDate?)null)
            .OfType<EdtfDate>()
            .ToArray();
        var expression = new TimeExpression(
            _document.ToCodePoints(start, end),
            _document.Text[start..end],
            date,
            timex.Anchor,
            others,
            timex.Type.Name.ToUpperInvariant(),
            timex.Value
        );
        var eventDate =
            timex.Type is TimexType.Date or TimexType.Time || timex.Edtf is not null
                ? EventDates.Infer(date, signal, _context.Tense, IsPerfect(frame), _context.Published)
                : Deadline(frame, timex);
        return new(expression, FirstToken(frame), EndToken(frame), signal, _context.Tense, null, eventDate);
    }

    // "must leave within 30 days": between now and then.
    private EdtfDate? Deadline(TimexFrame frame, ResolvedTimex timex) =>
        timex.Type == TimexType.Duration
        && (_context.Tense is Tense.Future or Tense.Present || _tense.IsBoundAhead(FirstToken(frame), _context.Tense))
        && Deadlines.IsBounded(_document, FirstToken(frame))
            ? Deadlines.FromDuration(timex.Value, _context.Published)
            : null;

    // "February or March": one of them.
    private bool AddAlternatives(TimexFrame first, TimexFrame second, TemporalSignal signal)
    {
        if (
            Resolve(first, signal)?.Period is not { } a
            || Resolve(second, signal) is not { Period: { } b } timex
            || a.Unit != b.Unit
            || a.First >= b.First
        )
        {
            return false;
        }

        first.End = second.End;
        if (
            CreateMention(first, signal, timex with { Value = a.ToTimexValue(), Edtf = $"[{a.ToEdtf()},{b.ToEdtf()}]", Alternatives = [] })
            is not { } mention
        )
        {
            return false;
        }

        Add(mention, startsRange: false);
        return true;
    }

    // The other end of a range turned out to say nothing.
    private void DropOpenPartner()
    {
        if (_mentions.Count > 0 && _mentions[^1].RangePartner == _mentions.Count)
            _mentions[^1] = _mentions[^1] with { RangePartner = null };
    }

    private void Add(TimeMention mention, bool startsRange)
    {
        var (last, index) = (_mentions.Count - 1, _mentions.Count);
        if (last >= 0 && _mentions[last] is { RangePartner: var partner } open && partner == index)
        {
            var both = EventDates.FromRange(open.Expression.Date, mention.Expression.Date);
            _mentions[last] = both is null ? open with { RangePartner = null } : open with { EventDate = both };
            if (both is not null)
                mention = mention with { RangePartner = last, EventDate = both };
        }

        _mentions.Add(startsRange ? mention with { RangePartner = index + 1 } : mention);
    }
}
