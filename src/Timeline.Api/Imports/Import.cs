using System.Text;
using Timeline.Api.Http;
using Timeline.Api.Storage;

namespace Timeline.Api.Imports;

/// <summary>Loads a timeline from NDJSON in the format that <c>db/README.md</c> describes, all or nothing.</summary>
public sealed class Import
{
    private readonly Ledger ledger;
    private readonly List<Fault> faults = [];
    private readonly Dictionary<string, long> actors = [];
    private readonly HashSet<long> articles = [];
    private readonly Dictionary<long, int> events = [];
    private readonly HashSet<long> claims = [];
    private readonly HashSet<long> told = [];

    private Import(Ledger ledger) => this.ledger = ledger;

    /// <summary>Adds every line's thing; a <see cref="Problem"/> with each fault and its line where there is any.</summary>
    public static void Load(Ledger ledger, IEnumerable<string> lines)
    {
        var import = new Import(ledger);
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (JsonBody.Parse(Encoding.UTF8.GetBytes(line), import.faults, number) is { } body)
                import.Add(body, number);
        }

        foreach (var (id, at) in import.events.Where(pair => !import.told.Contains(pair.Key)))
            import.faults.Add(Fault.InBody("", "required", $"The event '{Ids.Text(Ids.Event, id)}' has no claim in this file.", at));
        if (import.faults.Count > 0)
            throw Problem.Of(import.faults);
    }

    private void Add(JsonBody body, int number)
    {
        var before = faults.Count;
        switch (body.Choice("type", ["article", "actor", "event", "claim"], null))
        {
            case "article":
                AddWhenSound(Article(body), ledger.Add);
                break;
            case "actor":
                AddWhenSound(Actor(body), ledger.Add);
                break;
            case "event":
                AddWhenSound(Event(body, number), ledger.Add);
                break;
            default:
                AddWhenSound(Claim(body), ledger.Add);
                break;
        }

        void AddWhenSound<T>(T row, Action<T> add)
        {
            if (faults.Count == before)
                add(row);
        }
    }

    private ArticleRow Article(JsonBody body)
    {
        var id = Id(body, "id", Ids.Article);
        if (!articles.Add(id))
            body.Add("id", "duplicate_id", "Stands on an earlier line already.");
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
        body.NothingElse("eventCount", "claimCount", "replaces", "version", "createdAt", "updatedAt");
        return row;
    }

    private ActorRow Actor(JsonBody body)
    {
        var slug = body.Required("id");
        var row = new ActorRow(
            ledger.NextId("actor"),
            slug,
            body.Choice("kind", Vocabulary.ActorKinds, null),
            [body.Required("name"), .. body.Texts("aliases")]
        );
        if (!actors.TryAdd(slug, row.Id))
            body.Add("id", "duplicate_id", "Stands on an earlier line already.");
        body.NothingElse("eventCount", "claimCount", "version", "createdAt", "updatedAt");
        return row;
    }

    private EventRow Event(JsonBody body, int number)
    {
        var id = Id(body, "id", Ids.Event);
        if (!events.TryAdd(id, number))
            body.Add("id", "duplicate_id", "Stands on an earlier line already.");
        var row = new EventRow(
            id,
            body.Required("title"),
            body.Text("summary"),
            body.Choice("kind", Vocabulary.EventKinds, "other"),
            body.Texts("tags"),
            body.ToldDate(),
            body.Choice("review", Vocabulary.Reviews, "proposed"),
            [.. body.Objects("actors").Select(Participant)],
            body.Choice("titleFrom", Vocabulary.TitleSources, "person") == "machine" ? new MachineTitle(null, null) : null
        );
        body.NothingElse(
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
            body.Add("roles", "invalid_choice", $"Must be of: {string.Join(", ", Vocabulary.Roles)}; got '{Excerpt.Of(role)}'.");
        if (roles.Count == 0)
            body.Add("roles", "required", "Must name at least one role.");
        body.NothingElse("name");
        return (actor, roles);
    }

    private ClaimRow Claim(JsonBody body)
    {
        var id = Id(body, "id", Ids.Claim);
        var (@event, article) = (Id(body, "event", Ids.Event), Id(body, "article", Ids.Article));
        if (!events.ContainsKey(@event))
            body.Add("event", "unknown_reference", "No earlier line has this event.");
        if (!articles.Contains(article))
            body.Add("article", "unknown_reference", "No earlier line has this article.");
        var answered = body.Text("respondsTo") is null ? (long?)null : Id(body, "respondsTo", Ids.Claim);
        if (answered is { } known && !claims.Contains(known))
            body.Add("respondsTo", "unknown_reference", "No earlier line has this claim.");
        if (!claims.Add(id))
            body.Add("id", "duplicate_id", "Stands on an earlier line already.");
        told.Add(@event);
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
            said?.ToldDate() ?? ToldDate.Unknown,
            answered,
            quote?.Text("exact"),
            quote?.Text("prefix"),
            quote?.Text("suffix"),
            quote?.Spans("spans") ?? [],
            body.Choice("review", Vocabulary.Reviews, "proposed")
        );
        said?.NothingElse("earliest", "latest", "precision", "approximate", "uncertain");
        quote?.NothingElse("sha256");
        body.NothingElse("version", "createdAt", "updatedAt");
        return row;
    }

    private (long?, string?) Source(JsonBody? body)
    {
        if (body is null)
            return (null, null);
        var actor = ActorNamed(body, "id");
        var name = body.Text("name", required: actor is null);
        body.NothingElse();
        return (actor, name);
    }

    private long? ActorNamed(JsonBody body, string name)
    {
        if (body.Text(name) is not { } slug)
            return null;
        if (actors.TryGetValue(slug, out var actor))
            return actor;
        body.Add(name, "unknown_reference", $"No earlier line has the actor '{Excerpt.Of(slug)}'.");
        return null;
    }

    private static long Id(JsonBody body, string name, string prefix)
    {
        var text = body.Required(name);
        if (!Ids.TryParse(prefix, text, out var id) && text != "")
            body.Add(name, "invalid_id", $"Must be '{prefix}' and 13 characters of base 32; got '{Excerpt.Of(text)}'.");
        return id;
    }
}
