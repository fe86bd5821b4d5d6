using Timeline.Api.Domain;
using Timeline.Api.Querying;
using Timeline.Api.Storage;
using Timeline.Extraction;

namespace Timeline.Api.Ingestion;

/// <summary>
/// Stores what was read in an article: actors that are known by name are linked, events that are already on the timeline get
/// its claims, and everything new is proposed.
/// </summary>
public sealed class ArticleIngest
{
    private readonly WriteTransaction _ledger;
    private readonly ArticleInput _submission;
    private readonly ExtractionResult _read;
    private readonly string _review;
    private readonly Visibility _poster;
    private readonly CodePoints _text;
    private readonly MachineTitles _titles;
    private readonly Dictionary<int, string> _filedTitles = [];
    private readonly Dictionary<int, (long Id, string Slug)> _actors = [];
    private readonly Dictionary<int, long?> _claims = [];
    private readonly Dictionary<int, long?> _events = [];
    private readonly HashSet<long> _fresh = [];
    private readonly HashSet<int> _hidden = [];
    private long _article;

    private ArticleIngest(WriteTransaction ledger, ArticleInput submission, ExtractionResult read, string review, Visibility poster)
    {
        this._poster = poster;
        this._ledger = ledger;
        this._submission = submission;
        this._read = read;
        this._review = review;
        _text = new CodePoints(read.Text);
        _titles = new MachineTitles(submission.Rights, read.Text.Length);
    }

    /// <summary>Files the article, or finds it filed already under the same text.</summary>
    /// <param name="review">What becomes of it: <c>proposed</c> or <c>accepted</c>.</param>
    /// <param name="poster">What whoever posts it may see: he is told no ids of what is others' and not public.</param>
    public static IngestResult File(
        WriteTransaction ledger,
        ArticleInput submission,
        ExtractionResult read,
        string review,
        Visibility poster
    )
    {
        var same = ledger.Snapshot.Query<long>($"select id from article where sha256 = {submission.Sha256} order by id limit 1");
        return same is [var known]
            ? new IngestResult(
                false,
                known,
                null,
                new Dictionary<int, string?>(),
                new Dictionary<int, long?>(),
                new Dictionary<int, long?>()
            )
            : new ArticleIngest(ledger, submission, read, review, poster).File();
    }

    private IngestResult File()
    {
        var replaces = _submission.Url is null
            ? []
            : _ledger.Snapshot.Query<long>(
                $"select id from article where url = {_submission.Url} order by published_day desc, id desc limit 1"
            );
        _article = _ledger.NextId("article");
        var title = _submission.Title ?? _titles.Article(_submission.FirstLine, _submission.Published);
        _ledger.Add(
            new ArticleRow(
                _article,
                title,
                _submission.Publisher,
                _submission.Agency,
                _submission.Byline,
                _submission.Url,
                _submission.Published,
                _submission.PublishedDay.Number,
                _submission.Language,
                _submission.Sha256,
                _submission.Rights,
                _submission.Rights == "none" ? null : _read.Text,
                replaces is [var old] ? old : null,
                _submission.Title is null ? "machine" : "person"
            )
        );
        for (var i = 0; i < _read.Events.Count; i++)
            File(i);
        for (var i = 0; i < _read.Claims.Count; i++)
            StoreClaim(i);
        long? replaced = replaces is [var earlier] && CanSee("article", earlier, _poster.SourceCondition(Sql.Raw("x"))) ? earlier : null;
        return new IngestResult(
            true,
            _article,
            replaced,
            _actors.ToDictionary(pair => pair.Key, pair => (string?)pair.Value.Slug),
            _claims,
            _events
        )
        {
            Title = title,
            Titles = _filedTitles,
            Hidden = _hidden,
        };
    }

    private void File(int index)
    {
        var found = _read.Events[index];
        var parts = found.Actors.Select(part => (Actor: LinkActor(part.Actor).Id, part.Roles)).ToList();
        var span = DateRange.FromDate(found.Date);
        var twin = EventMatcher.FindNearest(_ledger.Snapshot, found.Title, span, [.. parts.Select(part => part.Actor)], _fresh);
        var id = twin is { IsCertain: true } ? twin.Event : _ledger.NextId("event");
        _events[index] = id;
        if (twin is { IsCertain: true } && !CanSee("event", id, $"(x.public = 1 or (1 = 1{_poster.EventCondition(Sql.Raw("x"))}))"))
            _hidden.Add(index);
        if (twin is not { IsCertain: true })
        {
            _fresh.Add(id);
            var full = Cut(found.Title, 300);
            var title = _filedTitles[index] = _titles.Event(full, found.Kind, found.Actors.Select(part => _read.Actors[part.Actor].Name));
            _ledger.Add(
                new EventRow(
                    id,
                    title,
                    null,
                    found.Kind,
                    [],
                    ToStatedDate(found.Date, found.Extent, found.Phrase, found.Anchor, found.Alternatives),
                    _review,
                    parts,
                    new MachineTitle(_submission.Rights == "none" ? null : full, _article)
                )
                {
                    DateFrom = "claims",
                }
            );
            if (twin is not null)
                _ledger.ProposeMerge(_ledger.NextId("merge"), id, twin.Event, twin.Likeness);
        }

        // A statement lists what was said in it too; such a claim stands on the event that it is about.
        var told = found.Claims.Where(claim => _read.Claims[claim].Event is not { } about || about == index).ToList();
        foreach (var claim in told)
            StoreClaim(claim);
        if (told.Count == 0)
            StoreOwnVoiceClaim(found, id);
    }

    /// <summary>Files a claim once its event is, and after the claim that it answers.</summary>
    private void StoreClaim(int index)
    {
        var claim = _read.Claims[index];
        if (
            _claims.ContainsKey(index)
            || claim.Event is not { } about
            || !_events.TryGetValue(about, out var known)
            || known is not { } @event
        )
        {
            return;
        }

        _claims[index] = null;
        if (claim.RespondsTo is { } answered && answered != index)
            StoreClaim(answered);
        var id = _ledger.NextId("claim");
        _claims[index] = id;
        var said = claim.Said is { } at ? _read.Expressions[at] : null;
        IReadOnlyList<TextSpan> place = claim.Content.Count > 0 ? claim.Content : [.. claim.Source, .. claim.Cue];
        AddClaim(
            id,
            @event,
            claim.Speaker,
            claim.Speaker is { } speaker ? _read.Actors[speaker].Name : claim.SpeakerName,
            claim.Via,
            claim.Stance,
            Words(claim.Cue),
            claim.Direct,
            said is null ? StatedDate.Unknown : ToStatedDate(said.Date, "within", said.Phrase, said.Anchor, said.Alternatives),
            claim.RespondsTo is { } earlier ? _claims.GetValueOrDefault(earlier) : null,
            place,
            _read.Events[about]
        );
    }

    /// <summary>An event that no claim tells of is told by the article itself, where its date stands.</summary>
    private void StoreOwnVoiceClaim(ExtractedEvent found, long id) =>
        AddClaim(
            _ledger.NextId("claim"),
            id,
            null,
            null,
            null,
            "asserts",
            null,
            false,
            StatedDate.Unknown,
            null,
            [.. found.Expressions.Select(i => _read.Expressions[i].Span)],
            found
        );

    private void AddClaim(
        long id,
        long about,
        int? speaker,
        string? name,
        int? via,
        string stance,
        string? cue,
        bool direct,
        StatedDate said,
        long? answered,
        IReadOnlyList<TextSpan> place,
        ExtractedEvent found
    )
    {
        var kept = _submission.Rights != "none" && place.Count > 0;
        _ledger.Add(
            new ClaimRow(
                id,
                about,
                _article,
                speaker is { } who ? LinkActor(who).Id : null,
                name,
                via is { } medium ? LinkActor(medium).Id : null,
                via is { } reporter ? _read.Actors[reporter].Name : null,
                stance,
                cue,
                direct,
                null,
                said,
                answered,
                kept ? Words(place) : null,
                kept ? _text.Slice(place[0].Start - Context, place[0].Start) : null,
                kept ? _text.Slice(place[^1].End, place[^1].End + Context) : null,
                [.. Ordered(place)],
                _review
            )
            {
                Tells = ToStatedDate(found.Date, found.Extent, found.Phrase, found.Anchor, found.Alternatives),
            }
        );
    }

    private const int Context = 32;

    private static IEnumerable<IReadOnlyList<int>> Ordered(IEnumerable<TextSpan> spans) =>
        spans.Where(span => span.End > span.Start).OrderBy(span => span.Start).Select(span => (IReadOnlyList<int>)[span.Start, span.End]);

    private string? Words(IReadOnlyList<TextSpan> spans) =>
        spans.Count == 0 ? null : string.Join(" … ", spans.Select(span => _text.Slice(span.Start, span.End)));

    /// <summary>The stored actor of the same name, where there is just one; else a new one.</summary>
    private (long Id, string Slug) LinkActor(int index)
    {
        if (_actors.TryGetValue(index, out var filed))
            return filed;
        var found = _read.Actors[index];
        var known = ActorNames.FindActors(_ledger.Snapshot, found.Name, Visibility.Everything);
        if (known is not [var only])
        {
            var row = new ActorRow(
                _ledger.NextId("actor"),
                Slug(found.Name),
                found.Kind,
                [Cut(found.Name, 200), .. found.Aliases.Take(20)]
            );
            _ledger.Add(row);
            return _actors[index] = (row.Id, row.Slug);
        }

        return _actors[index] = (only.Id, only.Slug);
    }

    private bool CanSee(string table, long id, Sql seen) =>
        _ledger.Snapshot.QueryNumber($"select count(*) from {Sql.Raw(table)} x where x.id = {id} and {seen}") > 0;

    private string Slug(string name)
    {
        var plain = string.Join('-', TextFolding.Words(name)) is { Length: > 0 } words ? Cut(words, 80).TrimEnd('-') : "actor";
        for (var i = 1; ; i++)
        {
            var slug = i == 1 ? plain : $"{plain}-{i}";
            if (_ledger.Snapshot.QueryNumber($"select count(*) from actor where slug = {slug}") == 0)
                return slug;
        }
    }

    private static StatedDate ToStatedDate(
        Edtf.EdtfDate? date,
        string extent,
        string? phrase,
        Edtf.Day? anchor,
        IReadOnlyList<Edtf.EdtfDate> alternatives
    ) => new(date, extent, phrase, anchor?.ToString(), [.. alternatives.Select(other => other.ToString())]);

    private static string Cut(string words, int most) =>
        words.Length <= most ? words : string.Concat(words.AsSpan(0, char.IsHighSurrogate(words[most - 2]) ? most - 2 : most - 1), "…");
}
