using System.Text;
using Timeline.Api.Domain;
using Timeline.Api.Http;
using Timeline.Api.Http.Problems;
using Timeline.Api.Storage;

namespace Timeline.Api.Ingestion;

/// <summary>Loads a timeline from NDJSON in the format that <c>db/README.md</c> describes, all or nothing.</summary>
public sealed class ImportReader
{
    private readonly WriteTransaction _ledger;
    private readonly List<Fault> _faults = [];
    private readonly Dictionary<string, long> _actors = [];
    private readonly HashSet<long> _articles = [];
    private readonly Dictionary<long, int> _events = [];
    private readonly HashSet<long> _claims = [];
    private readonly HashSet<long> _eventsWithClaims = [];
    private readonly ImportDates _dates = new();

    private ImportReader(WriteTransaction ledger) => this._ledger = ledger;

    /// <summary>Adds every line's thing; a <see cref="ProblemException"/> with each fault and its line where there is any.</summary>
    public static void Load(WriteTransaction ledger, IEnumerable<string> lines)
    {
        var import = new ImportReader(ledger);
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (JsonBody.Parse(Encoding.UTF8.GetBytes(line), import._faults, number) is { } body)
                import.Add(body, number);
        }

        import._dates.Complete(ledger);
        foreach (var (id, at) in import._events.Where(pair => !import._eventsWithClaims.Contains(pair.Key)))
            import._faults.Add(Fault.InBody("", "required", $"The event '{Ids.Text(Ids.Event, id)}' has no claim in this file.", at));
        if (import._faults.Count > 0)
            throw ProblemException.FromFaults(import._faults);
    }

    private void Add(JsonBody body, int number)
    {
        var before = _faults.Count;
        switch (body.Choice("type", ["article", "actor", "event", "claim", "timeline"], null))
        {
            case "timeline":
                _dates.Format = ImportHeader.ReadFormat(body, number);
                break;
            case "article":
                AddWhenSound(Article(body), _ledger.Add);
                break;
            case "actor":
                AddWhenSound(Actor(body), _ledger.Add);
                break;
            case "event":
                AddWhenSound(Event(body, number), _ledger.Add);
                break;
            default:
                AddWhenSound(Claim(body), _ledger.Add);
                break;
        }

        void AddWhenSound<T>(T row, Action<T> add)
        {
            if (_faults.Count == before)
                add(row);
        }
    }

    private ArticleRow Article(JsonBody body)
    {
        var id = Id(body, "id", Ids.Article);
        if (!_articles.Add(id))
            body.AddFault("id", "duplicate_id", "Stands on an earlier line already.");
        var (published, day) = body.Published("published");
        var row = new ArticleRow(
            id,
            body.Required("title"),
            body.Text("publisher"),
            body.Text("agency"),
            body.Text("byline"),
            body.Text("url"),
            published,
            day.Number,
            body.Required("language"),
            body.Required("sha256"),
            body.Choice("textRights", Vocabulary.Rights, "none"),
            body.Text("text", int.MaxValue),
            null
        );
        body.RejectUnknownMembers("eventCount", "claimCount", "replaces", "version", "createdAt", "updatedAt");
        return row;
    }

    private ActorRow Actor(JsonBody body)
    {
        var slug = body.Required("id");
        var row = new ActorRow(
            _ledger.NextId("actor"),
            slug,
            body.Choice("kind", Vocabulary.ActorKinds, null),
            [body.Required("name"), .. body.Texts("aliases")]
        );
        if (!_actors.TryAdd(slug, row.Id))
            body.AddFault("id", "duplicate_id", "Stands on an earlier line already.");
        body.RejectUnknownMembers("eventCount", "claimCount", "version", "createdAt", "updatedAt");
        return row;
    }

    private EventRow Event(JsonBody body, int number)
    {
        var id = Id(body, "id", Ids.Event);
        if (!_events.TryAdd(id, number))
            body.AddFault("id", "duplicate_id", "Stands on an earlier line already.");
        var row = new EventRow(
            id,
            body.Required("title"),
            body.Text("summary"),
            body.Choice("kind", Vocabulary.EventKinds, "other"),
            body.Texts("tags"),
            body.StatedDate(),
            body.Choice("review", Vocabulary.Reviews, "proposed"),
            [.. body.Objects("actors").Select(Participant)],
            body.Choice("titleFrom", Vocabulary.TitleSources, "person") == "machine" ? new MachineTitle(null, null) : null
        )
        {
            DateFrom = _dates.ReadDateFrom(body, id),
        };
        body.RejectUnknownMembers(
            "earliest",
            "latest",
            "precision",
            "approximate",
            "uncertain",
            "standing",
            "claimCount",
            "articleCount",
            "version",
            "createdAt",
            "updatedAt"
        );
        return row;
    }

    private (long, IReadOnlyList<string>) Participant(JsonBody body)
    {
        var actor = ActorNamed(body, "id") ?? 0;
        var roles = body.Texts("roles");
        foreach (var role in roles.Where(role => !Vocabulary.Roles.Contains(role)))
            body.AddFault("roles", "invalid_choice", $"Must be of: {string.Join(", ", Vocabulary.Roles)}; got '{Excerpt.From(role)}'.");
        if (roles.Count == 0)
            body.AddFault("roles", "required", "Must name at least one role.");
        body.RejectUnknownMembers("name");
        return (actor, roles);
    }

    private ClaimRow Claim(JsonBody body)
    {
        var id = Id(body, "id", Ids.Claim);
        var (@event, article) = (Id(body, "event", Ids.Event), Id(body, "article", Ids.Article));
        if (!_events.ContainsKey(@event))
            body.AddFault("event", "unknown_reference", "No earlier line has this event.");
        if (!_articles.Contains(article))
            body.AddFault("article", "unknown_reference", "No earlier line has this article.");
        var answered = body.Text("respondsTo") is null ? (long?)null : Id(body, "respondsTo", Ids.Claim);
        if (answered is { } known && !_claims.Contains(known))
            body.AddFault("respondsTo", "unknown_reference", "No earlier line has this claim.");
        if (!_claims.Add(id))
            body.AddFault("id", "duplicate_id", "Stands on an earlier line already.");
        _eventsWithClaims.Add(@event);
        var (speaker, speakerName) = Source(body.Object("speaker"));
        var (via, viaName) = Source(body.Object("via"));
        var said = body.Object("said");
        var quote = body.Object("quote");
        var row = new ClaimRow(
            id,
            @event,
            article,
            speaker,
            speakerName,
            via,
            viaName,
            body.Choice("stance", Vocabulary.Stances, null),
            body.Text("cue"),
            body.Flag("direct"),
            body.Text("text"),
            said?.StatedDate() ?? StatedDate.Unknown,
            answered,
            quote?.Text("exact"),
            quote?.Text("prefix"),
            quote?.Text("suffix"),
            quote?.Spans("spans") ?? [],
            body.Choice("review", Vocabulary.Reviews, "proposed")
        )
        {
            Tells = _dates.ReadTells(body, @event),
        };
        said?.RejectUnknownMembers("earliest", "latest", "precision", "approximate", "uncertain");
        quote?.RejectUnknownMembers("sha256");
        body.RejectUnknownMembers("version", "createdAt", "updatedAt");
        return row;
    }

    private (long?, string?) Source(JsonBody? body)
    {
        if (body is null)
            return (null, null);
        var actor = ActorNamed(body, "id");
        var name = body.Text("name", required: actor is null);
        body.RejectUnknownMembers();
        return (actor, name);
    }

    private long? ActorNamed(JsonBody body, string name)
    {
        if (body.Text(name) is not { } slug)
            return null;
        if (_actors.TryGetValue(slug, out var actor))
            return actor;
        body.AddFault(name, "unknown_reference", $"No earlier line has the actor '{Excerpt.From(slug)}'.");
        return null;
    }

    private static long Id(JsonBody body, string name, string prefix)
    {
        var text = body.Required(name);
        if (!Ids.TryParse(prefix, text, out var id) && text != "")
            body.AddFault(name, "invalid_id", $"Must be '{prefix}' and 13 characters of base 32; got '{Excerpt.From(text)}'.");
        return id;
    }
}
