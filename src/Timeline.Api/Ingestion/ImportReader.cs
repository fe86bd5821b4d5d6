using System.Text;
using Timeline.Api.Actors;
using Timeline.Api.Articles;
using Timeline.Api.Claims;
using Timeline.Api.Domain;
using Timeline.Api.Events;
using Timeline.Api.Http;
using Timeline.Api.Http.Problems;
using Timeline.Api.Storage;

namespace Timeline.Api.Ingestion;

/// <summary>Loads a timeline from NDJSON in the format that <c>db/README.md</c> describes, all or nothing.</summary>
public sealed class ImportReader
{
    private static readonly string[] Types = ["article", "actor", "event", "claim", ImportFormat.HeaderType];
    private readonly WriteTransaction _transaction;
    private readonly List<Fault> _faults = [];
    private readonly ImportReferences _references = new();
    private readonly ImportDates _dates = new();

    private ImportReader(WriteTransaction transaction) => _transaction = transaction;

    /// <summary>Adds every line's thing; a <see cref="ProblemException"/> with each fault and its line where there is any.</summary>
    public static void Load(WriteTransaction transaction, IEnumerable<string> lines)
    {
        var import = new ImportReader(transaction);
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (JsonBody.Parse(Encoding.UTF8.GetBytes(line), import._faults, number) is { } body)
                import.Add(body, number);
        }

        import._dates.Complete(transaction);
        foreach (var (id, at) in import._references.EventsWithoutClaims)
            import._faults.Add(Fault.InBody("", FaultCode.Required, $"No claim here tells of '{Ids.Text(Ids.Event, id)}'.", at));

        if (import._faults.Count > 0)
            throw ProblemException.FromFaults(import._faults);
    }

    private void Add(JsonBody body, int line)
    {
        var before = _faults.Count;
        switch (body.Choice("type", Types, null))
        {
            case ImportFormat.HeaderType:
                _dates.Format = ImportHeader.ReadFormat(body, line);
                break;
            case "article":
                AddIfFaultless(ReadArticle(body), _transaction.Add);
                break;
            case "actor":
                AddIfFaultless(ReadActor(body), _transaction.Add);
                break;
            case "event":
                AddIfFaultless(ReadEvent(body, line), _transaction.Add);
                break;
            default:
                AddIfFaultless(ReadClaim(body), _transaction.Add);
                break;
        }

        void AddIfFaultless<T>(T row, Action<T> add)
        {
            if (_faults.Count == before)
                add(row);
        }
    }

    private ArticleRow ReadArticle(JsonBody body)
    {
        var id = _references.AddArticle(body);
        var (published, day) = body.Published("published");
        var row = new ArticleRow(
            Id: id,
            Title: body.Required("title"),
            Publisher: body.Text("publisher"),
            Agency: body.Text("agency"),
            Byline: body.Text("byline"),
            Url: body.Text("url"),
            Published: published,
            PublishedDay: day.Number,
            Language: body.Required("language"),
            Sha256: body.Required("sha256"),
            Rights: body.Choice("textRights", Vocabulary.Rights, Vocabulary.DefaultImportRights),
            Text: body.Text("text", int.MaxValue),
            Replaces: null
        );
        body.RejectUnknownMembers(ArticleMembers.Line.Derived);
        return row;
    }

    private ActorRow ReadActor(JsonBody body)
    {
        var row = new ActorRow(
            Id: _transaction.NextId("actor"),
            Slug: body.Required("id"),
            Kind: body.Choice("kind", Vocabulary.ActorKinds, null),
            Names: [body.Required("name"), .. body.Texts("aliases")]
        );
        _references.AddActor(body, row.Slug, row.Id);
        body.RejectUnknownMembers(ActorMembers.Line.Derived);
        return row;
    }

    private EventRow ReadEvent(JsonBody body, int line)
    {
        var row = new EventRow(
            Id: _references.AddEvent(body, line),
            Title: body.Required("title"),
            Summary: body.Text("summary"),
            Kind: body.Choice("kind", Vocabulary.EventKinds, "other"),
            Tags: body.Texts("tags"),
            When: body.StatedDate(),
            Review: body.Choice("review", Vocabulary.Reviews, "proposed"),
            Actors: [.. body.Objects("actors").Select(ReadParticipant)],
            MachineTitle: ReadMachineTitle(body)
        );
        row = row with { DateFrom = _dates.ReadDateFrom(body, row.Id) };
        body.RejectUnknownMembers(EventColumns.Line.Derived);
        return row;
    }

    private static MachineTitle? ReadMachineTitle(JsonBody body) =>
        body.Choice("titleFrom", Vocabulary.TitleSources, Vocabulary.ByPerson) == Vocabulary.ByMachine
            ? new MachineTitle(null, null)
            : null;

    private (long Actor, IReadOnlyList<string> Roles) ReadParticipant(JsonBody body)
    {
        var actor = _references.FindActor(body) ?? 0;
        var roles = body.Texts("roles");
        foreach (var role in roles.Where(role => !Vocabulary.Roles.Contains(role)))
        {
            var detail = $"Must be of: {string.Join(", ", Vocabulary.Roles)}; got '{Excerpt.From(role)}'.";
            body.AddFault("roles", FaultCode.InvalidChoice, detail);
        }

        if (roles.Count == 0)
            body.AddFault("roles", FaultCode.Required, "Must name at least one role.");
        body.RejectUnknownMembers("name");
        return (actor, roles);
    }

    private ClaimRow ReadClaim(JsonBody body)
    {
        var (@event, article) = (_references.FindEvent(body), _references.FindArticle(body));
        // Before the claim itself is known, so that none can answer itself.
        var answered = _references.FindAnswered(body);
        var id = _references.AddClaim(body);
        var (speaker, speakerName) = ReadSource(body.Object("speaker"));
        var (via, viaName) = ReadSource(body.Object("via"));
        var said = body.Object("said");
        var quote = body.Object("quote");
        var row = new ClaimRow(
            Id: id,
            Event: @event,
            Article: article,
            Speaker: speaker,
            SpeakerName: speakerName,
            Via: via,
            ViaName: viaName,
            Stance: body.Choice("stance", Vocabulary.Stances, null),
            Cue: body.Text("cue"),
            Direct: body.Flag("direct"),
            Text: body.Text("text"),
            Said: said?.StatedDate() ?? StatedDate.Unknown,
            RespondsTo: answered,
            QuoteExact: quote?.Text("exact"),
            QuotePrefix: quote?.Text("prefix"),
            QuoteSuffix: quote?.Text("suffix"),
            QuoteSpans: quote?.Spans("spans") ?? [],
            Review: body.Choice("review", Vocabulary.Reviews, "proposed")
        )
        {
            Tells = _dates.ReadTells(body, @event),
        };
        said?.RejectUnknownMembers(ClaimMembers.When.Derived);
        quote?.RejectUnknownMembers(ClaimMembers.Quote.Derived);
        body.RejectUnknownMembers(ClaimMembers.Line.Derived);
        return row;
    }

    private (long? Actor, string? Name) ReadSource(JsonBody? body)
    {
        if (body is null)
            return (null, null);
        var actor = _references.FindActor(body);
        var name = body.Text("name", required: actor is null);
        body.RejectUnknownMembers();
        return (actor, name);
    }
}
