using Timeline.Api.Domain;
using Timeline.Api.Http;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Claims;

/// <summary>Reads claims, for this slice and for others.</summary>
public static class ClaimReader
{
    /// <summary>The claim as the reader sees it; a problem 404 or 410 where there is none for him.</summary>
    public static Claim Require(Snapshot snapshot, string id, Visibility visibility) =>
        EntityLookup.Require(
            snapshot,
            Ids.Claim,
            id,
            visibility,
            number => snapshot.QuerySingleOrDefault<Claim>(ClaimSql.Single(number, visibility))
        );

    /// <summary>One page of claims.</summary>
    public static Page<Claim> ReadPage(Snapshot snapshot, ClaimQuery query)
    {
        var resolved = ResolvedQuery.Resolve(snapshot, query);
        var scans = ClaimSql.Scans(resolved);
        return Pager.ToPage(snapshot, resolved, scans, ReadRows(snapshot, resolved, scans));
    }

    /// <summary>All claims of these events, by event, in the order in which they were made.</summary>
    public static ILookup<long, Claim> ReadAll(Snapshot snapshot, IReadOnlyList<long> events, Visibility visibility) =>
        snapshot.Query<Claim>(ClaimSql.AllForEvents(events, visibility)).ToLookup(claim => claim.EventKey);

    /// <summary>The 20 newest claims of each of the events.</summary>
    public static ILookup<long, Claim> ReadNewest(Snapshot snapshot, IReadOnlyList<long> events, Visibility visibility) =>
        snapshot.Query<Claim>(ClaimSql.NewestForEvents(events, visibility)).ToLookup(claim => claim.EventKey);

    private static List<Claim> ReadRows(Snapshot snapshot, ResolvedQuery<ClaimQuery> resolved, IReadOnlyList<IndexScan> scans)
    {
        if (resolved.IsEmpty)
            return [];
        return resolved.Query.Sort switch
        {
            SortOrder.LastChangedFirst => snapshot.Query<Claim>(ClaimSql.LastChanged(resolved)),
            SortOrder.BestMatchFirst => snapshot.Query<Claim>(ClaimSql.BestMatches(resolved)),
            _ => Pager.ReadInOrder(resolved.Query, ClaimSql.ByDate(resolved.Query, scans), snapshot.Query<Claim>),
        };
    }
}
