using Timeline.Api.Domain;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Ingestion;

/// <summary>Links the actors of an article to those stored, or stores them.</summary>
internal sealed class ActorIngest(IngestContext context)
{
    private const int MaxName = 200;
    private const int MaxAliases = 20;
    private const int MaxSlug = 80;
    private readonly Dictionary<int, (long Id, string Slug)> _linked = [];

    /// <summary>The public ids of the actors linked so far, by their indexes in the extraction.</summary>
    public Dictionary<int, string?> Slugs => _linked.ToDictionary(pair => pair.Key, pair => (string?)pair.Value.Slug);

    /// <summary>The key of the stored actor of the same name, where there is just one; else of a new one.</summary>
    public long Link(int index)
    {
        if (_linked.TryGetValue(index, out var known))
            return known.Id;
        _linked[index] = FindOrAdd(index);
        return _linked[index].Id;
    }

    private (long Id, string Slug) FindOrAdd(int index)
    {
        var actor = context.Extraction.Actors[index];
        if (ActorNames.FindActors(context.Snapshot, actor.Name, Visibility.Everything) is [var only])
            return (only.Id, only.Slug);
        var row = new ActorRow(
            Id: context.Transaction.NextId("actor"),
            Slug: FreeSlug(actor.Name),
            Kind: actor.Kind,
            Names: [Ellipsis.Shorten(actor.Name, MaxName), .. actor.Aliases.Take(MaxAliases)]
        );
        context.Transaction.Add(row);
        return (row.Id, row.Slug);
    }

    /// <summary>The words of the name, hyphenated and numbered where another actor has them already.</summary>
    private string FreeSlug(string name)
    {
        var words = string.Join('-', TextFolding.Words(name));
        var plain = words.Length > 0 ? Ellipsis.Shorten(words, MaxSlug).TrimEnd('-') : "actor";
        var slug = plain;
        for (var number = 2; IsTaken(slug); number++)
            slug = $"{plain}-{number}";
        return slug;
    }

    private bool IsTaken(string slug) => context.Snapshot.QueryNumber($"select count(*) from actor where slug = {slug}") > 0;
}
