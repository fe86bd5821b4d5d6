using Timeline.Edtf;
using Timeline.Extraction.Actors;
using Timeline.Extraction.Claims;
using Timeline.Extraction.Text;
using Timeline.Extraction.Time;

namespace Timeline.Extraction.Events;

/// <summary>The results of the earlier stages for one article, and which tokens belong to which claim.</summary>
internal sealed class StageResults
{
    // An addressee and a time may stand between cue and content: "told the paper in an interview on Friday that".
    private const int FarthestContent = 12;

    private readonly int[] _contentOf;
    private readonly int[] _frameOf;
    private readonly int[] _timeOf;

    public StageResults(
        Document document,
        Day published,
        IReadOnlyList<TimeMention> times,
        ResolvedActors actors,
        IReadOnlyList<Attribution> claims
    )
    {
        (Document, Published, Times, Actors, Attributions) = (document, published, times, actors, claims);
        _contentOf = new int[document.Tokens.Length];
        _frameOf = new int[document.Tokens.Length];
        _timeOf = new int[document.Tokens.Length];
        for (var t = 0; t < times.Count; t++)
            Fill(_timeOf, new(times[t].First, times[t].End), t + 1);
        // The innermost claim owns a word: "rejected Holm's claim that …" is about what Holm says.
        foreach (var c in Enumerable.Range(0, claims.Count).OrderByDescending(c => claims[c].Content.Sum(part => part.End - part.First)))
        {
            // What nobody in particular is asked is nobody's word: "asked if it was so last year, she said".
            if (claims[c] is not { Manner: AttributionManner.Asked, Source: null })
            {
                foreach (var part in claims[c].Content)
                    Array.Fill(_contentOf, c + 1, part.First, part.End - part.First);
            }

            Fill(_frameOf, AttributionFrame(claims[c]), c + 1);
            if (claims[c].Content is [var content, ..] && content.First - claims[c].Cue.End is > 0 and <= FarthestContent)
                Fill(_frameOf, new(claims[c].Cue.End, content.First), c + 1);
        }
        foreach (var claim in claims)
            Array.Clear(_contentOf, claim.Cue.First, claim.Cue.End - claim.Cue.First);
    }

    public Document Document { get; }
    public Day Published { get; }
    public IReadOnlyList<TimeMention> Times { get; }
    public ResolvedActors Actors { get; }
    public IReadOnlyList<Attribution> Attributions { get; }

    /// <summary>The claim whose content holds this token.</summary>
    public int? ContentOf(int token) => _contentOf[token] > 0 ? _contentOf[token] - 1 : null;

    /// <summary>The claim whose source or cue holds this token, or that has it between them, or between cue and content.</summary>
    public int? FrameOf(int token) => _frameOf[token] > 0 ? _frameOf[token] - 1 : null;

    /// <summary>The time whose expression holds this token.</summary>
    public TimeMention? TimeAt(int token) => _timeOf[token] > 0 ? Times[_timeOf[token] - 1] : null;

    /// <summary>From the source to the cue, whichever comes first; the cue alone where they are far apart.</summary>
    public static TokenSpan AttributionFrame(Attribution claim)
    {
        if (claim.Source is not { } source)
            return claim.Cue;
        var both = new TokenSpan(Math.Min(source.First, claim.Cue.First), Math.Max(source.End, claim.Cue.End));
        return both.End - both.First > Sentence.MaxTokens || claim.Content.Any(part => part.Overlaps(both) && !part.Overlaps(source))
            ? claim.Cue
            : both;
    }

    private static void Fill(int[] owners, TokenSpan span, int owner)
    {
        for (var i = span.First; i < span.End; i++)
        {
            if (owners[i] == 0)
                owners[i] = owner;
        }
    }
}
