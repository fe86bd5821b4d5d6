using Timeline.Api.Domain;
using Timeline.Api.Events;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Feeds;

/// <summary>The SQL of feeds: pure, a question in, statements out.</summary>
public static class FeedSql
{
    /// <summary>
    /// How many events fit that lie, as far as their bounds are known, before this day or have no known bound; exact to 10,000.
    /// </summary>
    public static Sql CountBefore(ResolvedQuery<EventQuery> resolved, long day)
    {
        var (openStart, openEnd) = (Sql.Raw(DateRange.OpenStart), Sql.Raw(DateRange.OpenEnd));
        return $"""
            select count(*) from (
              select 1 from event e
              where e.public in {resolved.Query.Visibility.PublicFlags} and e.start_day < {day}
                and (e.start_day > {openStart} or e.end_day < {day} or e.end_day = {openEnd}){EventFilterSql.WhereClause(resolved)}
              limit {Sql.Raw(IndexScan.ExactCountLimit)}) counted
            """;
    }

    /// <summary>Articles and actors that these events and their claims refer to.</summary>
    public static Sql ReferencedThings(IReadOnlyList<long> events, Visibility view)
    {
        var isVisible = view.ClaimCondition(Sql.Raw("c"));
        return $"""
            select 1 as is_article, c.article as id from claim c where c.event in {events} and {isVisible}
            union select 0, c.speaker from claim c where c.speaker is not null and c.event in {events} and {isVisible}
            union select 0, c.via from claim c where c.via is not null and c.event in {events} and {isVisible}
            union select 0, p.actor from event_actor p where p.event in {events}
            """;
    }

    /// <summary>Articles that everyone sees, after this one.</summary>
    public static Sql Articles(long after, int limit, Visibility view) =>
        $"{ArticleColumns(view)} where a.id > {after} and a.public = 1 order by a.id limit {Sql.Raw(limit)}";

    public static Sql Articles(IReadOnlyList<long> ids, Visibility view) => $"{ArticleColumns(view)} where a.id in {ids} order by a.id";

    /// <summary>Actors that everyone sees, after this one.</summary>
    public static Sql Actors(long after, int limit) =>
        $"{ActorColumns} where a.id > {after} and a.public = 1 and a.merged_into is null order by a.id limit {Sql.Raw(limit)}";

    public static Sql Actors(IReadOnlyList<long> ids) => $"{ActorColumns} where a.id in {ids} order by a.id";

    public static Sql Actors(IReadOnlyList<string> slugs) => $"{ActorColumns} where a.slug in {slugs}";

    public static Sql Aliases(IReadOnlyList<long> actors) =>
        $"select actor, name from alias where actor in {actors} and position > 0 order by actor, position";

    /// <summary>These claims as far as the reader sees them: what each is about and which it answers.</summary>
    public static Sql AnsweredClaims(IReadOnlyList<long> claims, Visibility view) =>
        $"select c.id, c.event, c.responds_to from claim c where c.id in {claims} and {view.ClaimCondition(Sql.Raw("c"))}";

    /// <summary>Those of these events that are asked for.</summary>
    public static Sql MatchingEvents(ResolvedQuery<EventQuery> resolved, IReadOnlyList<long> events) =>
        $"""
            select e.id from event e
            where e.id in {events} and e.public in {resolved.Query.Visibility.PublicFlags}{EventFilterSql.WhereClause(resolved)}
            """;

    private static Sql ArticleColumns(Visibility view)
    {
        var showsText = view.TextCondition(Sql.Raw("a"));
        return $"""
            select a.id as key, a.title, a.publisher, a.agency, a.byline, a.url, a.published, a.published_day, a.language, a.sha256,
              a.text_rights, case when {showsText} then a.text else null end as text from article a
            """;
    }

    private static Sql ActorColumns => Sql.Raw("select a.id as key, a.slug as id, a.name, a.kind from actor a");
}
