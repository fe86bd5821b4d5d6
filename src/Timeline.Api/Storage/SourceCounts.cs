namespace Timeline.Api.Storage;

/// <summary>
/// Counts of the events and claims that everyone sees of an actor or an article, kept up by what each change adds or takes away.
/// </summary>
internal sealed class SourceCounts(Connection connection)
{
    private readonly EventReadModel _eventModel = new(connection);
    private readonly Dictionary<long, (long Events, long Claims)> _actors = [];
    private readonly Dictionary<long, (long Events, long Claims)> _articles = [];

    /// <summary>Adds what everyone sees of the event to its actors' and articles' counts, or takes it away.</summary>
    /// <param name="sign">1 to add, -1 to take away.</param>
    public void AddEvent(long id, int sign)
    {
        var claims = _eventModel.ReadClaims(id).Where(claim => claim.Public).ToList();
        if (claims.Count == 0)
            return;
        foreach (var actor in connection.Query<long>($"select distinct actor from event_actor where event = {id}"))
            Add(_actors, actor, sign, 0);
        foreach (var claim in claims)
        {
            foreach (var actor in new[] { claim.Speaker, claim.Via }.OfType<long>().Distinct())
                Add(_actors, actor, 0, sign);
            Add(_articles, claim.Article, 0, sign);
        }

        foreach (var article in claims.Select(claim => claim.Article).Distinct())
            Add(_articles, article, sign, 0);
    }

    /// <summary>Changes the stored counts; an actor or article is public as long as any is left.</summary>
    public void Write()
    {
        Write("actor", _actors);
        Write("article", _articles);
    }

    private void Write(string table, Dictionary<long, (long Events, long Claims)> counts)
    {
        foreach (var (id, (eventCount, claimCount)) in counts)
        {
            connection.Execute(
                $"""
                update {Sql.Raw(table)} set event_count = event_count + {eventCount}, claim_count = claim_count + {claimCount},
                  public = case when event_count + {eventCount} + claim_count + {claimCount} > 0 then 1 else 0 end
                where id = {id}
                """
            );
        }
    }

    private static void Add(Dictionary<long, (long Events, long Claims)> counts, long key, int eventCount, int claimCount)
    {
        var old = counts.GetValueOrDefault(key);
        counts[key] = (old.Events + eventCount, old.Claims + claimCount);
    }
}
