using Timeline.Api.Storage;
using Timeline.Extraction;

namespace Timeline.Api.Articles;

/// <summary>
/// Stores what was read in an article: actors that are known by name are linked, events that are already on the timeline get
/// its claims, and everything new is proposed.
/// </summary>
public sealed class Filing
{
    private readonly Ledger ledger;
    private readonly Submission submission;
    private readonly ExtractionResult read;
    private readonly string review;
    private readonly View poster;
    private readonly CodePoints text;
    private readonly MachineTitles titles;
    private readonly Dictionary<int, string> filedTitles = [];
    private readonly Dictionary<int, (long Id, string Slug)> actors = [];
    private readonly Dictionary<int, long?> claims = [];
    private readonly Dictionary<int, long?> events = [];
    private readonly HashSet<long> fresh = [];
    private readonly HashSet<int> hidden = [];
    private long article;

    private Filing(Ledger ledger, Submission submission, ExtractionResult read, string review, View poster)
    {
        this.poster = poster;
        this.ledger = ledger;
        this.submission = submission;
        this.read = read;
        this.review = review;
        text = new CodePoints(read.Text);
        titles = new MachineTitles(submission.Rights, read.Text.Length);
    }

    /// <summary>Files the article, or finds it filed already under the same text.</summary>
    /// <param name="review">What becomes of it: <c>proposed</c> or <c>accepted</c>.</param>
    /// <param name="poster">What whoever posts it may see: he is told no ids of what is others' and not public.</param>
    public static Filed File(Ledger ledger, Submission submission, ExtractionResult read, string review, View poster)
    {
        var same = ledger.Now.Query<long>($"select id from article where sha256 = {submission.Sha256} order by id limit 1");
        return same is [var known]
            ? new Filed(false, known, null, new Dictionary<int, string?>(), new Dictionary<int, long?>(), new Dictionary<int, long?>())
            : new Filing(ledger, submission, read, review, poster).File();
    }

    private Filed File()
    {
        var replaces = submission.Url is null
            ? []
            : ledger.Now.Query<long>($"select id from article where url = {submission.Url} order by published_day desc, id desc limit 1");
        article = ledger.NextId("article");
        var title = submission.Title ?? titles.Article(submission.FirstLine, submission.Published);
        ledger.Add(
            new ArticleRow(
                article,
                title,
                submission.Publisher,
                submission.Agency,
                submission.Byline,
                submission.Url,
                submission.Published,
                submission.PublishedDay.Number,
                submission.Language,
                submission.Sha256,
                submission.Rights,
                submission.Rights == "none" ? null : read.Text,
                replaces is [var old] ? old : null,
                submission.Title is null ? "machine" : "person"
            )
        );
        for (var i = 0; i < read.Events.Count; i++)
            File(i);
        for (var i = 0; i < read.Claims.Count; i++)
            FileClaim(i);
        long? replaced = replaces is [var earlier] && Sees("article", earlier, poster.Source(Sql.Raw("x"))) ? earlier : null;
        return new Filed(true, article, replaced, actors.ToDictionary(pair => pair.Key, pair => (string?)pair.Value.Slug), claims, events)
        {
            Title = title,
            Titles = filedTitles,
            Hidden = hidden,
        };
    }

    private void File(int index)
    {
        var found = read.Events[index];
        var parts = found.Actors.Select(part => (Actor: Actor(part.Actor).Id, part.Roles)).ToList();
        var span = Span.Of(found.Date);
        var twin = Twins.Nearest(ledger.Now, found.Title, span, [.. parts.Select(part => part.Actor)], fresh);
        var id = twin is { IsCertain: true } ? twin.Event : ledger.NextId("event");
        events[index] = id;
        if (twin is { IsCertain: true } && !Sees("event", id, $"(x.public = 1 or (1 = 1{poster.Event(Sql.Raw("x"))}))"))
            hidden.Add(index);
        if (twin is not { IsCertain: true })
        {
            fresh.Add(id);
            var full = Cut(found.Title, 300);
            var title = filedTitles[index] = titles.Event(full, found.Kind, found.Actors.Select(part => read.Actors[part.Actor].Name));
            ledger.Add(
                new EventRow(
                    id,
                    title,
                    null,
                    found.Kind,
                    [],
                    Told(found.Date, found.Extent, found.Phrase, found.Anchor, found.Alternatives),
                    review,
                    parts,
                    new MachineTitle(submission.Rights == "none" ? null : full, article)
                )
            );
            if (twin is not null)
                ledger.Propose(ledger.NextId("merge"), id, twin.Event, twin.Likeness);
        }

        // A statement lists what was said in it too; such a claim stands on the event that it is about.
        var told = found.Claims.Where(claim => read.Claims[claim].Event is not { } about || about == index).ToList();
        foreach (var claim in told)
            FileClaim(claim);
        if (told.Count == 0)
            FileOwnVoice(found, id);
    }

    /// <summary>Files a claim once its event is, and after the claim that it answers.</summary>
    private void FileClaim(int index)
    {
        var claim = read.Claims[index];
        if (
            claims.ContainsKey(index)
            || claim.Event is not { } about
            || !events.TryGetValue(about, out var known)
            || known is not { } @event
        )
        {
            return;
        }

        claims[index] = null;
        if (claim.RespondsTo is { } answered && answered != index)
            FileClaim(answered);
        var id = ledger.NextId("claim");
        claims[index] = id;
        var said = claim.Said is { } at ? read.Expressions[at] : null;
        IReadOnlyList<TextSpan> place = claim.Content.Count > 0 ? claim.Content : [.. claim.Source, .. claim.Cue];
        Add(
            id,
            @event,
            claim.Speaker,
            claim.Speaker is { } speaker ? read.Actors[speaker].Name : claim.SpeakerName,
            claim.Via,
            claim.Stance,
            Words(claim.Cue),
            claim.Direct,
            said is null ? ToldDate.Unknown : Told(said.Date, "within", said.Phrase, said.Anchor, said.Alternatives),
            claim.RespondsTo is { } earlier ? claims.GetValueOrDefault(earlier) : null,
            place
        );
    }

    /// <summary>An event that no claim tells of is told by the article itself, where its date stands.</summary>
    private void FileOwnVoice(ExtractedEvent found, long id) =>
        Add(
            ledger.NextId("claim"),
            id,
            null,
            null,
            null,
            "asserts",
            null,
            false,
            ToldDate.Unknown,
            null,
            [.. found.Expressions.Select(i => read.Expressions[i].Span)]
        );

    private void Add(
        long id,
        long about,
        int? speaker,
        string? name,
        int? via,
        string stance,
        string? cue,
        bool direct,
        ToldDate said,
        long? answered,
        IReadOnlyList<TextSpan> place
    )
    {
        var kept = submission.Rights != "none" && place.Count > 0;
        ledger.Add(
            new ClaimRow(
                id,
                about,
                article,
                speaker is { } who ? Actor(who).Id : null,
                name,
                via is { } medium ? Actor(medium).Id : null,
                via is { } reporter ? read.Actors[reporter].Name : null,
                stance,
                cue,
                direct,
                null,
                said,
                answered,
                kept ? Words(place) : null,
                kept ? text.Slice(place[0].Start - Context, place[0].Start) : null,
                kept ? text.Slice(place[^1].End, place[^1].End + Context) : null,
                [.. Ordered(place)],
                review
            )
        );
    }

    private const int Context = 32;

    private static IEnumerable<IReadOnlyList<int>> Ordered(IEnumerable<TextSpan> spans) =>
        spans.Where(span => span.End > span.Start).OrderBy(span => span.Start).Select(span => (IReadOnlyList<int>)[span.Start, span.End]);

    private string? Words(IReadOnlyList<TextSpan> spans) =>
        spans.Count == 0 ? null : string.Join(" … ", spans.Select(span => text.Slice(span.Start, span.End)));

    /// <summary>The stored actor of the same name, where there is just one; else a new one.</summary>
    private (long Id, string Slug) Actor(int index)
    {
        if (actors.TryGetValue(index, out var filed))
            return filed;
        var found = read.Actors[index];
        var known = Names.Find(ledger.Now, found.Name, View.Everything);
        if (known is not [var only])
        {
            var row = new ActorRow(ledger.NextId("actor"), Slug(found.Name), found.Kind, [Cut(found.Name, 200), .. found.Aliases.Take(20)]);
            ledger.Add(row);
            return actors[index] = (row.Id, row.Slug);
        }

        return actors[index] = (only.Id, only.Slug);
    }

    private bool Sees(string table, long id, Sql seen) =>
        ledger.Now.Number($"select count(*) from {Sql.Raw(table)} x where x.id = {id} and {seen}") > 0;

    private string Slug(string name)
    {
        var plain = string.Join('-', Folding.Words(name)) is { Length: > 0 } words ? Cut(words, 80).TrimEnd('-') : "actor";
        for (var i = 1; ; i++)
        {
            var slug = i == 1 ? plain : $"{plain}-{i}";
            if (ledger.Now.Number($"select count(*) from actor where slug = {slug}") == 0)
                return slug;
        }
    }

    private static ToldDate Told(
        Edtf.EdtfDate? date,
        string extent,
        string? phrase,
        Edtf.Day? anchor,
        IReadOnlyList<Edtf.EdtfDate> alternatives
    ) => new(date, extent, phrase, anchor?.ToString(), [.. alternatives.Select(other => other.ToString())]);

    private static string Cut(string words, int most) =>
        words.Length <= most ? words : string.Concat(words.AsSpan(0, char.IsHighSurrogate(words[most - 2]) ? most - 2 : most - 1), "…");
}
