using Timeline.Edtf;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Time;

/// <summary>Tells what a document says about time: words, items, frames (what the text says), then readings (what it means against the day of publication).</summary>
public sealed class TimeStage
{
    private readonly Document _document;
    private readonly Word[] _words;
    private readonly Item[] _items;
    private readonly Day _published;
    private Context _context = null!;
    private readonly TenseReader _tense;
    private readonly List<TimeMention> _mentions = [];

    private TimeStage(Document document, Day published)
    {
        _document = document;
        _words = WordReader.Read(document, Grammar.English.Lexicon);
        _items = ItemReader.Read(_words);
        _published = published;
        _tense = new(document);
    }

    /// <summary>All expressions in the order of the text, never overlapping, read against the day of publication; in time linear in the text's length.</summary>
    public static IReadOnlyList<TimeMention> Read(Document document, Day published, CancellationToken cancel = default) =>
        new TimeStage(document, published).Run(cancel);

    private List<TimeMention> Run(CancellationToken cancel)
    {
        var frames = Frames(cancel);
        _context = new(_published, Story.Is(frames, _published));
        for (var i = 0; i < frames.Count; i++)
        {
            if ((i & 0xff) == 0)
                cancel.ThrowIfCancellationRequested();
            var (frame, lead) = (frames[i], LeadOf(frames[i]));
            var link = i + 1 < frames.Count ? Linker.Between(_document, _words, _items, frame, frames[i + 1], lead) : Link.None;
            if (link != Link.None)
                Linker.ShareYear(frame, frames[i + 1]);
            if (link == Link.Or && Either(frame, frames[i + 1], lead))
                i++;
            else if (Mention(frame, lead, Read(frame, lead)) is { } mention)
                Add(mention, link == Link.Range);
            else
                Close();
        }

        Close();
        return _mentions;
    }

    private List<Frame> Frames(CancellationToken cancel)
    {
        var (frames, match) = (new List<Frame>(), new Match());
        var guard = new Guard(_document, _words, _items, _published);
        var at = 0;
        while (at < _items.Length)
        {
            if ((at & 0xfff) == 0)
                cancel.ThrowIfCancellationRequested();
            var frame = Grammar.English.Longest(_items, at, _items.Length, match);
            // What is refused may still begin with something that is not: "2018 day five".
            while (frame is not null && frame.Kind != "none" && !guard.Accepts(frame))
                frame = frame.End - at > 1 ? Grammar.English.Longest(_items, at, frame.End - 1, match) : null;
            if (frame is not null && frame.Kind != "none")
                frames.Add(frame);
            at = frame?.End ?? at + 1;
        }

        return frames;
    }

    private int FirstToken(Frame frame) => _words[_items[frame.First].First].Token;

    private int EndToken(Frame frame) => _words[_items[frame.End - 1].End - 1].Token + 1;

    private Lead LeadOf(Frame frame) =>
        LeadReader.At(_document, FirstToken(frame), _document.Sentences[_document.SentenceOf(FirstToken(frame))]);

    private Reading? Read(Frame frame, Lead lead)
    {
        var sentence = _document.SentenceOf(FirstToken(frame));
        _context.Sentence = sentence;
        _context.Tense = _tense.At(FirstToken(frame), EndToken(frame), _document.Sentences[sentence]);
        if (_context.Tense == Tense.Intended && Modifies(frame))
            _context.Tense = Tense.Unknown;
        else if (_context.Tense == Tense.Unknown && lead == Lead.Until)
            _context.Tense = Tense.Future;
        var reading = Resolver.Resolve(frame, _context);
        if (reading is not null)
            _context.Note(reading);
        return reading;
    }

    private bool IsPerfect(Frame frame) => _tense.IsPerfect(FirstToken(frame), EndToken(frame), _document.Sentences[_context.Sentence]);

    // "A June agreement" to do something is one that was made in June.
    private bool Modifies(Frame frame) =>
        FirstToken(frame) > 0
        && EndToken(frame) < _document.Tokens.Length
        && _document.Tokens[FirstToken(frame) - 1].Tag is Tag.DT or Tag.PRPS
        && _document.Tokens[EndToken(frame)].Tag.IsNoun;

    private TimeMention? Mention(Frame frame, Lead lead, Reading? reading)
    {
        if (reading is null)
            return null;
        var (start, end) = (_words[_items[frame.First].First].Start, _words[_items[frame.End - 1].End - 1].End);
        var date =
            !reading.Inferred && (reading.Edtf ?? reading.Period?.Edtf()) is { } text && EdtfDate.TryParse(text, out var parsed, out _)
                ? parsed
                : (EdtfDate?)null;
        var others = reading
            .Others.Select(p => EdtfDate.TryParse(p.Edtf(), out var other, out _) ? other : (EdtfDate?)null)
            .OfType<EdtfDate>()
            .ToArray();
        var expression = new TimeExpression(
            _document.CodePoints(start, end),
            _document.Text[start..end],
            date,
            reading.Anchor,
            others,
            reading.Type,
            reading.Value
        );
        var stretch =
            reading.Type is "DATE" or "TIME" || reading.Edtf is not null
                ? Stretches.Of(date, lead, _context.Tense, IsPerfect(frame), _context.Published)
                : null;
        return new(expression, FirstToken(frame), EndToken(frame), lead, _context.Tense, null, stretch);
    }

    // "February or March": one of them.
    private bool Either(Frame first, Frame second, Lead lead)
    {
        if (
            Read(first, lead)?.Period is not { } a
            || Read(second, lead) is not { Period: { } b } reading
            || a.Unit != b.Unit
            || a.First >= b.First
        )
        {
            return false;
        }

        first.End = second.End;
        if (Mention(first, lead, reading with { Value = a.Timex(), Edtf = $"[{a.Edtf()},{b.Edtf()}]", Others = [] }) is not { } mention)
            return false;
        Add(mention, startsStretch: false);
        return true;
    }

    // The other end of a stretch turned out to say nothing.
    private void Close()
    {
        if (_mentions.Count > 0 && _mentions[^1].Partner == _mentions.Count)
            _mentions[^1] = _mentions[^1] with { Partner = null };
    }

    private void Add(TimeMention mention, bool startsStretch)
    {
        var (last, index) = (_mentions.Count - 1, _mentions.Count);
        if (last >= 0 && _mentions[last] is { Partner: var partner } open && partner == index)
        {
            var both = Stretches.Between(open.Expression.Date, mention.Expression.Date);
            _mentions[last] = both is null ? open with { Partner = null } : open with { Stretch = both };
            if (both is not null)
                mention = mention with { Partner = last, Stretch = both };
        }

        _mentions.Add(startsStretch ? mention with { Partner = index + 1 } : mention);
    }
}
