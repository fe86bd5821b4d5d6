using Timeline.Api.Domain;
using Timeline.Api.Storage;
using Timeline.Extraction;

namespace Timeline.Api.Ingestion;

/// <summary>Stores the events of an article, or finds them on the timeline.</summary>
internal sealed class EventIngest(IngestContext context, ActorIngest actors, MachineTitles titles)
{
    private const int MaxTitle = 300;
    private readonly Dictionary<int, long?> _ids = [];
    private readonly Dictionary<int, string> _titles = [];
    private readonly HashSet<int> _hidden = [];

    /// <summary>The keys of events stored by this ingest, which are not duplicates of each other.</summary>
    private readonly HashSet<long> _added = [];

    /// <summary>The keys of the events, by their indexes in the extraction.</summary>
    public IReadOnlyDictionary<int, long?> Ids => _ids;

    /// <summary>The titles of those that are new.</summary>
    public IReadOnlyDictionary<int, string> Titles => _titles;

    /// <summary>Those that were there already and that the poster does not see.</summary>
    public IReadOnlySet<int> Hidden => _hidden;

    /// <summary>The key of the event: of one on the timeline that is certainly the same, else of a new one.</summary>
    public long Store(int index)
    {
        var found = context.Extraction.Events[index];
        var participants = found.Actors.Select(part => (Actor: actors.Link(part.Actor), part.Roles)).ToList();
        var match = EventMatcher.FindNearest(
            context.Snapshot,
            found.Title,
            DateRange.FromDate(found.Date),
            [.. participants.Select(part => part.Actor)],
            _added
        );
        if (match is { IsCertain: true })
            return Join(index, match.Event);
        var id = Add(index, found, participants);
        if (match is not null)
            context.Transaction.ProposeMerge(context.Transaction.NextId("merge"), id, match.Event, match.Likeness);
        return id;
    }

    private long Join(int index, long known)
    {
        _ids[index] = known;
        if (!context.PosterSees("event", known, $"(x.public = 1 or (1 = 1{context.Poster.EventCondition(Sql.Raw("x"))}))"))
            _hidden.Add(index);
        return known;
    }

    private long Add(int index, ExtractedEvent found, IReadOnlyList<(long Actor, IReadOnlyList<string> Roles)> participants)
    {
        var id = context.Transaction.NextId("event");
        _ids[index] = id;
        _added.Add(id);
        var full = Ellipsis.Shorten(found.Title, MaxTitle);
        _titles[index] = titles.Event(full, found.Kind, found.Actors.Select(part => context.Extraction.Actors[part.Actor].Name));
        context.Transaction.Add(
            new EventRow(
                Id: id,
                Title: _titles[index],
                Summary: null,
                Kind: found.Kind,
                Tags: [],
                When: IngestContext.ToStatedDate(found.Date, found.Extent, found.Phrase, found.Anchor, found.Alternatives),
                Review: context.Review,
                Actors: participants,
                MachineTitle: new MachineTitle(context.KeepsText ? full : null, context.Article)
            )
            {
                DateFrom = Vocabulary.ByClaims,
            }
        );
        return id;
    }
}
