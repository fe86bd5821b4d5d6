using Timeline.Edtf;
using Timeline.Extraction.Claims;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Events;

/// <summary>Turns times and claims into events: what was said when, what happened when, and what is only told by somebody.</summary>
internal sealed class EventStage
{
    // An addressee may stand between cue and content: "told the paper in an interview that".
    private const int FarthestContent = 12;

    private readonly Findings _findings;
    private readonly Document _document;
    private readonly Clauses _clauses;
    private readonly Dating _dating;
    private readonly Twins _twins;
    private readonly Dictionary<int, EdtfDate> _saidOn = [];

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
            if ((i & 0xff) == 0)
                cancel.ThrowIfCancellationRequested();
            stage.Dated(i);
        }
        stage.Undated(cancel);
        return stage._twins.All;
    }

    private void Dated(int index)
    {
        var time = _findings.Times[index];
        if (time.Stretch is null || time.Partner < index || Dateless.Is(_document, time))
            return;
        var run = new Run(time.First, time.End);
        var region = _clauses.Region(time.First);
        if (Nouns.IsLabel(_document, run, region))
            return;
        var (voice, verb) = (_findings.ContentOf(time.First), _clauses.VerbOf(run, region));
        if (voice is null && SaidThen(run, verb) is { } said)
            Add(index, Said(said, run), run);
        else if (Nouns.Described(_document, run, region) is { } noun)
            Add(index, Told(_clauses.PhraseOf(run, region), noun, voice), run);
        else if (verb >= 0)
            Add(index, Told(_clauses.ClauseOf(run, verb, region), verb, voice), run);
        else if (region.End - region.First - (run.End - run.First) > 4)
            Add(index, Told(_clauses.PhraseOf(run, region), -1, voice), run);
    }

    // The claim that was made at this time: its cue is the verb, or the time stands between source and cue and describes neither.
    private int? SaidThen(Run time, int verb)
    {
        if (verb >= 0 && _findings.FrameOf(verb) is { } cue && InCue(cue, verb) && IsSaid(_findings.Claims[cue]))
            return Nouns.IsApposition(_document, time, Findings.Frame(_findings.Claims[cue])) ? null : cue;
        return _findings.FrameOf(time.First) is { } around && InCue(around, time.First) && IsSaid(_findings.Claims[around]) ? around : null;
    }

    // What somebody only thinks or wants is not a moment of speech.
    private static bool IsSaid(Claim claim) => claim.Manner is Manner.Said or Manner.Silent or Manner.Asked;

    private bool InCue(int claim, int token) => _findings.Claims[claim].Cue is var cue && cue.First <= token && token < cue.End;

    // From source to content, with the time where it stands among them.
    private Happening Said(int claim, Run time)
    {
        var (first, end) = Findings.Frame(_findings.Claims[claim]);
        if (time.First > first)
            end = Math.Max(end, time.End);
        foreach (var part in _findings.Claims[claim].Content)
        {
            if (part.First - end < FarthestContent && first - part.End < FarthestContent)
                (first, end) = (Math.Min(first, part.First), Math.Max(end, part.End));
        }
        // What follows a colon belongs to what was said.
        if (end < _document.Tokens.Length && _document.Tokens[end].Is(':'))
            end = _document.Sentences[_document.SentenceOf(end)].End;
        return new(new(first, end), _findings.Claims[claim].Cue.First, claim)
        {
            Kind = Kinds.Statement,
            IsTold = true,
            Aside = AsideOf(claim, time),
        };
    }

    // "Holm, who leads the party, said": what stands between commas after the source, unless the time is in it.
    private Run? AsideOf(int claim, Run time)
    {
        var (who, cue) = (_findings.Claims[claim].Who, _findings.Claims[claim].Cue);
        if (who is not { } source || source.End >= cue.First || !_document.Tokens[source.End].Is(','))
            return null;
        var close = cue.First - 1;
        while (close > source.End && !_document.Tokens[close].Is(','))
            close--;
        var aside = new Run(source.End, close + 1);
        return close > source.End && !aside.Overlaps(time) ? aside : null;
    }

    private Happening Told((Run Clause, Run? Aside) words, int verb, int? voice) =>
        Told(words.Clause, verb, voice) with
        {
            Aside = words.Aside,
        };

    private Happening Told(Run title, int verb, int? voice)
    {
        var told = new Happening(title, verb, null) { Kind = Kinds.Of(_document, title, verb), IsTold = voice is null };
        if (voice is { } claim)
            told.Claims.Add(claim);
        return told;
    }

    private void Add(int index, Happening happening, Run time)
    {
        if (happening.Statement is null && Dateless.IsSupposed(_document, happening.Title))
            return;
        var mention = _findings.Times[index];
        var region = _clauses.Region(time.First);
        var after = happening.Statement is null ? _clauses.AfterClause(time, region) : 0;
        happening.Date = _dating.DateOf(
            mention,
            happening.Title,
            _clauses.WhenClause(time, region) is not null,
            after > 0 ? ToldBy(happening) : null
        );
        if (happening.Date is null)
            return;
        if (after > 0)
            happening.Phrase = new(after, time.End);
        happening.IsThroughout = _dating.IsThroughout(mention, happening.Title);
        happening.Times.Add(index);
        if (mention.Partner is { } partner)
        {
            happening.Times.Add(partner);
            happening.Phrase = new(time.First, _findings.Times[partner].End);
        }
        if (happening.Statement is { } claim)
        {
            happening.Claims.Add(claim);
            _saidOn.TryAdd(claim, happening.Date.Value);
        }
        _twins.Add(happening);
    }

    // Nobody tells of what has not happened yet: the day of the statement, else that of the article.
    private EdtfDate ToldBy(Happening happening) =>
        happening.Claims.Count > 0 && _saidOn.TryGetValue(happening.Claims[0], out var said) && said.Latest <= _findings.Published
            ? said
            : EdtfDate.Of(_findings.Published);

    private void Undated(CancellationToken cancel)
    {
        var dated = _twins.All.SelectMany(happening => happening.Claims).ToHashSet();
        var echoes = new Echoes(_findings, [.. _twins.All]);
        for (var c = 0; c < _findings.Claims.Count; c++)
        {
            if ((c & 0xff) == 0)
                cancel.ThrowIfCancellationRequested();
            var claim = _findings.Claims[c];
            if (dated.Contains(c) || !IsSaid(claim) || (Voices.SpeakerOf(_findings, claim) ?? Voices.ViaOf(_findings, claim)) is null)
                continue;
            if (echoes.Of(claim) is { } earlier)
                earlier.Claims.Add(c);
            else
                _twins.All.Add(Only(c));
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
