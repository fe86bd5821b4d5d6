using Timeline.Edtf;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Time;

/// <summary>
/// Finds a document's time expressions: words, lexemes, frames (what the text says), then values (what it means against the day of
/// publication).
/// </summary>
public sealed partial class TimeStage
{
    private readonly Document _document;
    private readonly TimeWord[] _words;
    private readonly Lexeme[] _lexemes;
    private readonly Day _published;
    private ResolutionContext _context = null!;
    private readonly TenseReader _tense;
    private readonly List<TimeMention> _mentions = [];

    private TimeStage(Document document, Day published)
    {
        _document = document;
        _words = TimeWordSplitter.Split(document, TimexGrammar.English.Lexicon);
        _lexemes = LexemeScanner.Scan(_words);
        _published = published;
        _tense = new(document);
    }

    /// <summary>
    /// All expressions in the order of the text, never overlapping, read against the day of publication; in time linear in the text's
    /// length.
    /// </summary>
    public static IReadOnlyList<TimeMention> Run(Document document, Day published, CancellationToken cancel = default) =>
        new TimeStage(document, published).RecognizeAndResolve(cancel);

    private List<TimeMention> RecognizeAndResolve(CancellationToken cancel)
    {
        var frames = RecognizeFrames(cancel);
        _context = new(_published, StoryDetector.IsStory(frames, _published));
        for (var i = 0; i < frames.Count; i++)
        {
            if ((i & 0xff) == 0)
                cancel.ThrowIfCancellationRequested();
            var (frame, signal) = (frames[i], SignalOf(frames[i]));
            var link =
                i + 1 < frames.Count ? TimexLinker.FindLink(_document, _words, _lexemes, frame, frames[i + 1], signal) : TimexLink.None;
            if (link != TimexLink.None)
                TimexLinker.ShareYear(frame, frames[i + 1]);
            if (link == TimexLink.Or && AddAlternatives(frame, frames[i + 1], signal))
                i++;
            else if (CreateMention(frame, signal, Resolve(frame, signal)) is { } mention)
                Add(mention, link == TimexLink.Range);
            else
                DropOpenPartner();
        }

        DropOpenPartner();
        return _mentions;
    }

    private List<TimexFrame> RecognizeFrames(CancellationToken cancel)
    {
        var (frames, match) = (new List<TimexFrame>(), new PatternMatch());
        var filter = new TimexFilter(_document, _words, _lexemes, _published);
        var at = 0;
        while (at < _lexemes.Length)
        {
            if ((at & 0xfff) == 0)
                cancel.ThrowIfCancellationRequested();
            var frame = TimexGrammar.English.MatchLongest(_lexemes, at, _lexemes.Length, match);
            // What is refused may still begin with something that is not: "2018 day five".
            while (frame is not null && frame.Kind != TimexFrameKind.None && !filter.Accepts(frame))
                frame = frame.End - at > 1 ? TimexGrammar.English.MatchLongest(_lexemes, at, frame.End - 1, match) : null;
            if (frame is not null && frame.Kind != TimexFrameKind.None)
                frames.Add(frame);
            at = frame?.End ?? at + 1;
        }

        return frames;
    }

    private int FirstToken(TimexFrame frame) => _words[_lexemes[frame.First].First].Token;

    private int EndToken(TimexFrame frame) => _words[_lexemes[frame.End - 1].End - 1].Token + 1;

    private TemporalSignal SignalOf(TimexFrame frame) =>
        TemporalSignalReader.SignalBefore(_document, FirstToken(frame), _document.Sentences[_document.SentenceOf(FirstToken(frame))]);

    private ResolvedTimex? Resolve(TimexFrame frame, TemporalSignal signal)
    {
        var sentence = _document.SentenceOf(FirstToken(frame));
        _context.Sentence = sentence;
        _context.Tense = _tense.TenseAt(FirstToken(frame), EndToken(frame), _document.Sentences[sentence]);
        if (_context.Tense == Tense.Intended && Modifies(frame))
            _context.Tense = Tense.Unknown;
        else if (signal is TemporalSignal.Until or TemporalSignal.To && _tense.IsBoundAhead(FirstToken(frame), _context.Tense))
            _context.Tense = Tense.Future;
        else if (_context.Tense == Tense.Present && _tense.IsAppointed(FirstToken(frame), EndToken(frame), _document.Sentences[sentence]))
            _context.Tense = Tense.Future;
        var timex = TimexResolver.Resolve(frame, _context);
        if (timex is not null)
            _context.UpdateFocus(timex, IsAdjunct(frame));
        return timex;
    }

    private bool IsAdjunct(TimexFrame frame) =>
        FirstToken(frame) > 0
        && (_document.Tokens[FirstToken(frame) - 1].Tag == PosTag.IN || FirstToken(frame) == _document.Sentences[_context.Sentence].First)
        && (EndToken(frame) >= _document.Tokens.Length || !_document.Tokens[EndToken(frame)].Tag.IsNoun);

    private bool IsPerfect(TimexFrame frame) =>
        _tense.IsPerfect(FirstToken(frame), EndToken(frame), _document.Sentences[_context.Sentence]);

    // "A June agreement" to do something is one that was made in June.
    private bool Modifies(TimexFrame frame) =>
        FirstToken(frame) > 0
        && EndToken(frame) < _document.Tokens.Length
        && _document.Tokens[FirstToken(frame) - 1].Tag is PosTag.DT or PosTag.PRPS
        && _document.Tokens[EndToken(frame)].Tag.IsNoun;
}
