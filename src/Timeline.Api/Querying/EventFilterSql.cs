using Timeline.Api.Domain;
using Timeline.Api.Storage;

namespace Timeline.Api.Querying;

/// <summary>Which events a question asks for, as SQL: what lists, charts and feeds of events share.</summary>
public static class EventFilterSql
{
    private static readonly Sql E = Sql.Raw("e");
    private static readonly Sql T = Sql.Raw("t");
    private static readonly Sql TimeKey = Sql.Raw("time_key");

    /// <summary>
    /// The scans that together meet every event asked for: along the terms of the first filter that has few enough, or along the
    /// events themselves. What a scan does not settle is a condition on each event it meets. Several scans can meet one event.
    /// </summary>
    public static IReadOnlyList<IndexScan> Scans<TQuery>(ResolvedQuery<TQuery> resolved)
        where TQuery : TimelineQuery
    {
        var filters = TermFilters(resolved);
        var conditions = Conditions(resolved);
        var isMaterialized = resolved.Query.Visibility.IsMaterialized;
        var isOfAll = filters.Count + conditions.Count == 0;
        var isByWords = isMaterialized && resolved.Query.Words is not null && filters.Count == 0 && conditions.Count == 1;
        if (filters.Find(terms => terms.Count <= IndexScan.MaxScans) is not { } scanned)
        {
            return
            [
                new IndexScan(
                    $"event e",
                    Sql.Join("", [.. filters.Select(terms => HasAnyTerm(terms, E, Sql.Raw("id"))), .. conditions]),
                    E,
                    Sql.Raw("id"),
                    TimeKey
                )
                {
                    IsAlongRows = isOfAll,
                    TextWalk = isByWords ? new TextWalk(resolved.Dialect, resolved.Query.Words!) : null,
                    CountedTerm = isOfAll && isMaterialized ? FilterTerm.Every : null,
                },
            ];
        }

        var others = filters.Where(terms => terms != scanned).Select(terms => HasAnyTerm(terms, T, Sql.Raw("event")));
        // The terms alone tell where an event lies, so the events themselves are met only where something is asked of them.
        var (from, same) =
            conditions.Count == 0
                ? (Sql.Raw("event_term t"), Sql.None)
                : (Sql.Raw("event_term t cross join event e"), Sql.Raw(" and e.time_key = t.time_key"));
        var rest = Sql.Join("", [same, .. others, .. conditions]);
        var isAlone = isMaterialized && filters.Count == 1 && conditions.Count == 0;
        return
        [
            .. scanned.Select(term => new IndexScan(from, $" and t.term = {term}{rest}", T, Sql.Raw("event"), TimeKey)
            {
                CountedTerm = isAlone && FilterTerm.IsCounted(term) ? term : null,
            }),
        ];
    }

    /// <summary>True where everything that the reader sees is asked for, in whatever window.</summary>
    public static bool IsUnfiltered<TQuery>(ResolvedQuery<TQuery> resolved)
        where TQuery : TimelineQuery => TermFilters(resolved).Count == 0 && Conditions(resolved).Count == 0;

    /// <summary>Everything asked for as conditions on <c>e</c> (each begins with <c>and</c>), for orders that do not follow time.</summary>
    public static Sql WhereClause<TQuery>(ResolvedQuery<TQuery> resolved)
        where TQuery : TimelineQuery =>
        Sql.Join(
            "",
            [
                InRange(resolved.Query.Range),
                .. TermFilters(resolved).Select(terms => HasAnyTerm(terms, E, Sql.Raw("id"))),
                .. Conditions(resolved),
            ]
        );

    /// <summary>
    /// Filters as lists of terms, any of which will do; all lists must be met. The rarest actor comes first, since it is scanned.
    /// </summary>
    private static List<IReadOnlyList<string>> TermFilters<TQuery>(ResolvedQuery<TQuery> resolved)
        where TQuery : TimelineQuery
    {
        var query = resolved.Query;
        var filters = new List<IReadOnlyList<string>>();
        filters.AddRange(KeptTerms(query, EventFilter.Article));
        if (query.AllActors)
        {
            filters.AddRange(
                resolved
                    .Actors.OrderBy(found => found.Sum(actor => actor.EventCount))
                    .Select(found => (IReadOnlyList<string>)[.. found.Select(actor => FilterTerm.Actor(actor.Id))])
            );
        }
        else if (resolved.Actors.Count > 0)
        {
            filters.Add([.. resolved.Actors.SelectMany(found => found).Select(actor => FilterTerm.Actor(actor.Id))]);
        }

        filters.AddRange(EventFilter.All.Where(filter => filter != EventFilter.Article).SelectMany(filter => KeptTerms(query, filter)));
        return [.. filters.Select(terms => (IReadOnlyList<string>)[.. terms.Distinct()]).DistinctBy(terms => string.Join('\n', terms))];
    }

    /// <summary>The terms of a filter that is set and that this view has terms for; else nothing.</summary>
    private static IEnumerable<IReadOnlyList<string>> KeptTerms(TimelineQuery query, EventFilter filter) =>
        query.Filters[filter] is { Count: > 0 } values && filter.IsKeptFor(query.Visibility) ? [filter.Terms(values)] : [];

    /// <summary>
    /// A subquery that is compared, not <c>exists</c>: of each of those both databases make a join, and take seconds to plan twenty
    /// of them.
    /// </summary>
    private static Sql HasAnyTerm(IReadOnlyList<string> terms, Sql t, Sql id) =>
        $"""
             and (select 1 from event_term x where x.term in {terms} and x.public = {t}.public
              and x.start_day = {t}.start_day and x.end_day = {t}.end_day and x.event = {t}.{id} limit 1) = 1
            """;

    private static List<Sql> Conditions<TQuery>(ResolvedQuery<TQuery> resolved)
        where TQuery : TimelineQuery
    {
        var (query, view) = (resolved.Query, resolved.Query.Visibility);
        var conditions = new List<Sql>();
        if (!view.IsMaterialized)
            conditions.Add(view.EventCondition(E));
        if (query.Range.Match == RangeMatch.Covers)
            conditions.Add($" and e.extent = 'throughout'");
        if (query.Role is { } role)
            conditions.AddRange(Roles(resolved, role));
        foreach (var (filter, values) in query.Filters.Where(pair => pair.Value.Count > 0 && !pair.Key.IsKeptFor(view)))
            conditions.Add(filter.EventCondition(values, view));
        if (query.Words is { } words)
        {
            conditions.Add(
                $" and e.time_key in ({resolved.Dialect.TextMatches("event_text", words.All, words.EndsInPrefix, view.Review is not null)})"
            );
        }

        return conditions;
    }

    /// <summary>The role belongs to the actors asked for; without any, somebody has it.</summary>
    private static IEnumerable<Sql> Roles<TQuery>(ResolvedQuery<TQuery> resolved, string role)
        where TQuery : TimelineQuery
    {
        if (resolved.Actors.Count == 0)
            return [$" and exists (select 1 from event_actor p where p.event = e.id and p.role = {role})"];
        var groups = resolved.Query.AllActors
            ? resolved.Actors.Select(found => found.Select(actor => actor.Id))
            : [resolved.Actors.SelectMany(found => found).Select(actor => actor.Id)];
        return groups.Select(ids =>
            (Sql)$" and (select 1 from event_actor p where p.event = e.id and p.role = {role} and p.actor in {ids.ToList()} limit 1) = 1"
        );
    }

    /// <summary>The whole window as one condition.</summary>
    private static Sql InRange(DateRangeFilter window) =>
        $" and ({Sql.Join(" or ", window.Phases(null).SelectMany(phase => phase).Select(bounds => (Sql)$"({bounds.Condition(E)})"))})";
}
