using Timeline.Api.Domain;

namespace Timeline.Api.Storage;

/// <summary>
/// What follows from events and claims and is kept so that reading need not work it out: who may see what, standings, counts,
/// the terms an event is filtered by, the words it is found by. This keeps it up to date with the changes of one transaction;
/// <see cref="ReadModelRebuild"/> makes all of it again.
/// </summary>
public sealed class ReadModel(Connection connection)
{
    private readonly EventReadModel _eventModel = new(connection);
    private readonly QuoteGrants _quotes = new(connection);
    private readonly TextIndex _texts = new(connection);
    private readonly SourceCounts _counts = new(connection);
    private readonly HashSet<long> _events = [];
    private readonly HashSet<long> _added = [];
    private readonly Dictionary<long, PublicState?> _before = [];
    private readonly HashSet<long> _articles = [];

    /// <summary>So many of the low bits of a time key tell apart what starts on the same day.</summary>
    public const int TimeKeySeqBits = 40;

    /// <summary>
    /// The number of an event's row and of its words, which lie in order of its first day; unique, as the change number is.
    /// </summary>
    public static long TimeKey(long startDay, long seq) => startDay - DateRange.OpenStart << TimeKeySeqBits | seq;

    /// <summary>A database whose read model is of an older version makes all of it again.</summary>
    public const int Version = 1;

    /// <summary>Marks an event as changed. Call it before changing one that others may already see.</summary>
    public void MarkChanged(long @event)
    {
        if (!_events.Add(@event))
            return;
        _before[@event] = _eventModel.ReadPublicState(@event);
        _counts.AddEvent(@event, -1);
    }

    /// <summary>Marks an event that was just added, and so has no state before.</summary>
    public void MarkAdded(long @event)
    {
        _events.Add(@event);
        _added.Add(@event);
        _before[@event] = null;
    }

    /// <summary>Takes away what is kept beside an event that is to be deleted and was marked before.</summary>
    public void Delete(long @event) => _eventModel.Delete(@event);

    public void MarkArticleChanged(long article) => _articles.Add(article);

    /// <summary>
    /// Derives everything for the events touched, for those whose claims they answer, at one remove too, or are answered by, and for
    /// those that show other quotes because of them. Gives those, in order, of which everyone now sees something else than before.
    /// </summary>
    public List<long> Update()
    {
        _eventModel.UpdatePublicFlags(_events);
        var quotes = _quotes.FindChanges(_quotes.FindArticles(_events));
        var reached = EventsReached();
        reached.UnionWith(quotes.Select(quote => quote.Event));
        foreach (var id in reached.Where(id => !_events.Contains(id)))
            _before[id] = _eventModel.ReadPublicState(id);
        _quotes.Apply(quotes);
        foreach (var id in reached)
        {
            if (_added.Contains(id))
                _eventModel.UpdateFresh(id);
            else
                _eventModel.Update(id);
        }

        _eventModel.WriteCounts();
        foreach (var id in _events)
            _counts.AddEvent(id, +1);
        _counts.Write();
        foreach (var id in _articles)
            _texts.ReindexArticle(id);
        return [.. reached.Order().Where(id => _eventModel.ReadPublicState(id) != _before[id])];
    }

    private HashSet<long> EventsReached()
    {
        var reached = new HashSet<long>(_events);
        foreach (var id in _events)
        {
            reached.UnionWith(
                connection.Query<long>(
                    $"""
                    select answered.event from claim c join claim answered on answered.id = c.responds_to where c.event = {id}
                    union select first.event from claim c join claim answered on answered.id = c.responds_to
                      join claim first on first.id = answered.responds_to where c.event = {id}
                    union select answer.event from claim c join claim answer on answer.responds_to = c.id where c.event = {id}
                    """
                )
            );
        }

        return reached;
    }
}
