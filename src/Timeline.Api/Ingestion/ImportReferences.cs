using Timeline.Api.Domain;
using Timeline.Api.Http;
using Timeline.Api.Http.Problems;

namespace Timeline.Api.Ingestion;

/// <summary>The things that the lines of an import have given so far, by their ids; what later lines refer to must be among them.</summary>
internal sealed class ImportReferences
{
    private readonly Dictionary<string, long> _actors = [];
    private readonly HashSet<long> _articles = [];
    private readonly Dictionary<long, int> _eventLines = [];
    private readonly HashSet<long> _claims = [];
    private readonly HashSet<long> _eventsWithClaims = [];

    /// <summary>The events that no claim tells of, each with its line.</summary>
    public IEnumerable<(long Id, int Line)> EventsWithoutClaims =>
        _eventLines.Where(pair => !_eventsWithClaims.Contains(pair.Key)).Select(pair => (pair.Key, pair.Value));

    public long AddArticle(JsonBody body) => AddOnce(body, ReadId(body, "id", Ids.Article), _articles.Add);

    public long AddEvent(JsonBody body, int line) => AddOnce(body, ReadId(body, "id", Ids.Event), id => _eventLines.TryAdd(id, line));

    public long AddClaim(JsonBody body) => AddOnce(body, ReadId(body, "id", Ids.Claim), _claims.Add);

    public void AddActor(JsonBody body, string slug, long key) => AddOnce(body, key, _ => _actors.TryAdd(slug, key));

    /// <summary>The event that a claim is about.</summary>
    public long FindEvent(JsonBody body)
    {
        var id = Find(body, "event", Ids.Event, _eventLines.ContainsKey, "event");
        _eventsWithClaims.Add(id);
        return id;
    }

    public long FindArticle(JsonBody body) => Find(body, "article", Ids.Article, _articles.Contains, "article");

    /// <summary>The claim that a claim answers; null where it answers none.</summary>
    public long? FindAnswered(JsonBody body) =>
        body.Text("respondsTo") is null ? null : Find(body, "respondsTo", Ids.Claim, _claims.Contains, "claim");

    /// <summary>The key of the actor with this id; null where there is no id, or none that is known.</summary>
    public long? FindActor(JsonBody body)
    {
        if (body.Text("id") is not { } slug)
            return null;
        if (_actors.TryGetValue(slug, out var actor))
            return actor;
        body.AddFault("id", FaultCode.UnknownReference, $"No earlier line has the actor '{Excerpt.From(slug)}'.");
        return null;
    }

    private static long AddOnce(JsonBody body, long id, Func<long, bool> add)
    {
        if (!add(id))
            body.AddFault("id", FaultCode.DuplicateId, "An earlier line already has this id.");
        return id;
    }

    private static long Find(JsonBody body, string name, string prefix, Func<long, bool> isKnown, string thing)
    {
        var id = ReadId(body, name, prefix);
        if (!isKnown(id))
            body.AddFault(name, FaultCode.UnknownReference, $"No earlier line has this {thing}.");
        return id;
    }

    private static long ReadId(JsonBody body, string name, string prefix)
    {
        var text = body.Required(name);
        if (!Ids.TryParse(prefix, text, out var id) && text != "")
            body.AddFault(name, FaultCode.InvalidId, $"Must be '{prefix}' and 13 characters of base 32; got '{Excerpt.From(text)}'.");
        return id;
    }
}
