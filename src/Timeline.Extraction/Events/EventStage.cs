using Timeline.Extraction.Claims;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Events;

/// <summary>Turns times and claims into events: what was said when, what happened when, and what is only told by somebody.</summary>
internal sealed class EventStage
{
    private readonly Findings _findings;
    private readonly Document _document;
    private readonly Clauses _clauses;
    private readonly Dating _dating;
    private readonly Twins _twins;

    private EventStage(Findings findings)
    {
        (_findings, _document) = (findings, findings.Document);
        (_clauses, _dating, _twins) = (new(findings), new(findings), new(findings));
    }

    /// <summary>All events, dated ones in the order of their expressions, then those that nothing dates.</summary>
    public static List<Happening> Read(Findings findings, CancellationToken cancel)
    {
        var stage = new EventStage(findings);
        for (var i = 0; i < findings.Times.Count; i++)
        {
            if ((i & 0xff) == 0) cancel.ThrowIfCancellationRequested();
            stage.Dated(i);
        }
        stage.Undated(cancel);
        return stage._twins.All;
    }

    private void Dated(int index)
    {
        var time = _findings.Times[index];
        if (time.Stretch is null || time.Partner < index || Datelines.Is(_document, time)) return;
        var run = new Run(time.First, time.End);
        var region = _clauses.Region(time.First);
        var (voice, verb) = (_findings.ContentOf(time.First), _clauses.VerbOf(run, region));
        if (voice is null && SaidThen(run, verb) is { } said) Add(index, Said(said, run), run);
        else if (Nouns.Described(_document, run, region) is { } noun) Add(index, Told(_clauses.PhraseOf(run, region), noun, voice), run);
        else if (verb >= 0) Add(index, Told(_clauses.ClauseOf(run, verb, region), verb, voice), run);
        else if (region.End - region.First - (run.End - run.First) > 4) Add(index, Told(_clauses.PhraseOf(run, region), -1, voice), run);
    }

    // The claim that was made at this time: its cue is the verb, or the time stands between source and cue and describes neither.
    private int? SaidThen(Run time, int verb)
    {
        if (verb >= 0 && _findings.FrameOf(verb) is { } cue && InCue(cue, verb)) return Nouns.IsApposition(_document, time, Findings.Frame(_findings.Claims[cue])) ? null : cue;
        return _findings.FrameOf(time.First) is { } around && InCue(around, time.First) ? around : null;
    }

    private bool InCue(int claim, int token) => _findings.Claims[claim].Cue is var cue && cue.First <= token && token < cue.End;

    private Happening Said(int claim, Run time)
    {
        var frame = Findings.Frame(_findings.Claims[claim]);
        var (first, end) = (Math.Min(frame.First, time.First), Math.Max(frame.End, time.End));
        foreach (var part in _findings.Claims[claim].Content)
            if (part.First - end < 4 && first - part.End < 4) (first, end) = (Math.Min(first, part.First), Math.Max(end, part.End));
        return new(_clauses.Cap(new(first, end)), _findings.Claims[claim].Cue.First, claim) { Kind = Kinds.Statement, IsTold = true };
    }

    private Happening Told(Run title, int verb, int? voice)
    {
        var told = new Happening(title, verb, null) { Kind = Kinds.Of(_document, title, verb), IsTold = voice is null };
        if (voice is { } claim) told.Claims.Add(claim);
        return told;
    }

    private void Add(int index, Happening happening, Run time)
    {
        var mention = _findings.Times[index];
        happening.Date = _dating.DateOf(mention, happening.Title, _clauses.WhenClause(time, _clauses.Region(time.First)) is not null);
        if (happening.Date is null) return;
        happening.IsThroughout = _dating.IsThroughout(mention, happening.Title);
        happening.Times.Add(index);
        if (mention.Partner is { } partner) happening.Times.Add(partner);
        if (happening.Statement is { } claim) happening.Claims.Add(claim);
        _twins.Add(happening);
    }

    private void Undated(CancellationToken cancel)
    {
        var dated = _twins.All.SelectMany(happening => happening.Claims).ToHashSet();
        var echoes = new Echoes(_findings, [.. _twins.All]);
        for (var c = 0; c < _findings.Claims.Count; c++)
        {
            if ((c & 0xff) == 0) cancel.ThrowIfCancellationRequested();
            var claim = _findings.Claims[c];
            if (claim.Source is null || dated.Contains(c)) continue;
            if (echoes.Of(claim) is { } earlier) earlier.Claims.Add(c);
            else _twins.All.Add(Only(c));
        }
    }

    // What somebody says and nothing dates: the saying is all that there is.
    private Happening Only(int claim)
    {
        var said = Said(claim, _findings.Claims[claim].Cue) with { IsTold = false };
        said.Claims.Add(claim);
        return said;
    }
}
