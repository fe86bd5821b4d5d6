using Timeline.Api.Http;
using Timeline.Api.Storage;

namespace Timeline.Api.Events;

/// <summary>The SQL of events: pure, a question in, statements out.</summary>
public static class EventSql
{
    private static readonly Sql E = Sql.Raw("e");

    /// <summary>
    /// The walks that together meet every event asked for: along the terms of the first filter that has terms, or along the
    /// events themselves. What the walk does not settle is a condition on each event it meets.
    /// </summary>
    public static IReadOnlyList<Walk> Walks(Asked<EventQuery> asked)
    {
        var filters = Filters(asked);
        var conditions = Conditions(asked);
        if (filters.Count == 0) return [new Walk($"event e", conditions, E, Sql.Raw("id"))];
        Sql rest = $"{conditions}{Sql.Join("", filters.Skip(1).Select(Having))}";
        return [.. filters[0].Distinct().Select(term => new Walk(
            $"event_term t cross join event e",
            $" and t.term = {term} and e.public = t.public and e.start_day = t.start_day and e.end_day = t.end_day and e.id = t.event{rest}",
            Sql.Raw("t"), Sql.Raw("event")))];
    }

    /// <summary>The events at these places.</summary>
    public static Sql At(Sql places, View view, bool ascending)
    {
        var order = Sql.Raw(ascending ? "asc" : "desc");
        return $"""
            select {Columns(view)} from (
            {places}
            ) place cross join event e
            where e.public = place.public and e.start_day = place.start_day and e.end_day = place.end_day and e.id = place.id
            order by place.start_day {order}, place.end_day {order}, place.id {order}
            """;
    }

    /// <summary>Last changed first.</summary>
    public static Sql Updated(Asked<EventQuery> asked)
    {
        var (query, view) = (asked.Query, asked.Query.View);
        Sql after = query.After is [var seq] ? $" and e.seq < {seq}" : Sql.None;
        return $"""
            select {Columns(view)} from event e
            where e.public in {view.Publics}{after}{InWindow(query.Window)}{Sql.Join("", Filters(asked).Select(Having))}{Conditions(asked)}
            order by e.seq desc limit {Sql.Raw(query.Limit + 1)}
            """;
    }

    /// <summary>The best match for the words first.</summary>
    public static Sql Relevant(Asked<EventQuery> asked)
    {
        var (query, view) = (asked.Query, asked.Query.View);
        return $"""
            select {Columns(view)} from event e
            where e.public in {view.Publics}{InWindow(query.Window)}{Sql.Join("", Filters(asked).Select(Having))}{Conditions(asked)}
            order by {asked.Dialect.Rank("event_text", "e.text_key", query.Words!, query.Prefix)} desc, e.start_day desc, e.end_day desc, e.id desc limit {Sql.Raw(query.Limit)}
            """;
    }

    /// <summary>One event, if the reader sees it.</summary>
    public static Sql One(long id, View view) => $"select {Columns(view)} from event e where e.id = {id} and e.public in {view.Publics}{view.Event(E)}";

    private static Sql Columns(View view) => $"""
        e.id as key, e.title, e.summary, e.kind, e.tags, e.date, e.start_day, e.end_day, e.precision, e.approximate, e.uncertain, e.extent, e.phrase, e.anchor, e.alternatives,
        e.review, e.actors, e.version, e.created_at, e.updated_at, e.seq, {Derived(view)}
        """;

    /// <summary>Kept for what everyone sees; worked out for a reviewer and for the past.</summary>
    private static Sql Derived(View view) => view.IsKept
        ? Sql.Raw("e.standing, e.claim_count, e.article_count")
        : $"""
          {Storage.Standing.Of(view)} as standing,
          (select count(*) from claim c where c.event = e.id and {view.Claim(Sql.Raw("c"))}) as claim_count,
          (select count(distinct c.article) from claim c where c.event = e.id and {view.Claim(Sql.Raw("c"))}) as article_count
          """;

    /// <summary>Filters as lists of terms, any of which will do; all lists must be met. The rarest actor comes first, since it is walked.</summary>
    private static List<IReadOnlyList<string>> Filters(Asked<EventQuery> asked)
    {
        var query = asked.Query;
        var filters = new List<IReadOnlyList<string>>();
        if (query.View.IsKept && query.Articles.Count > 0) filters.Add([.. query.Articles.Select(Term.Article)]);
        if (query.AllActors) filters.AddRange(asked.Actors.OrderBy(found => found.Sum(actor => actor.EventCount)).Select(found => (IReadOnlyList<string>)[.. found.Select(actor => Term.Actor(actor.Id))]));
        else if (asked.Actors.Count > 0) filters.Add([.. asked.Actors.SelectMany(found => found).Select(actor => Term.Actor(actor.Id))]);
        if (query.Tags.Count > 0) filters.Add([.. query.Tags.Select(Term.Tag)]);
        if (query.View.IsKept && query.Stances.Count > 0) filters.Add([.. query.Stances.Select(Term.Stance)]);
        if (query.View.IsKept && query.Standings.Count > 0) filters.Add([.. query.Standings.Select(Term.Standing)]);
        if (query.Kinds.Count > 0) filters.Add([.. query.Kinds.Select(Term.Kind)]);
        return filters;
    }

    private static Sql Having(IReadOnlyList<string> terms) => $"""
         and exists (select 1 from event_term x where x.term in {terms} and x.public = e.public and x.start_day = e.start_day and x.end_day = e.end_day and x.event = e.id)
        """;

    private static Sql Conditions(Asked<EventQuery> asked)
    {
        var (query, view) = (asked.Query, asked.Query.View);
        var conditions = new List<Sql> { view.Event(E) };
        if (query.Window.Match == Match.Covers) conditions.Add($" and e.extent = 'throughout'");
        if (query.Role is { } role) conditions.AddRange(Roles(asked, role));
        if (!view.IsKept && query.Articles.Count > 0) conditions.Add(Claimed(view, $"c.article in {query.Articles}"));
        if (!view.IsKept && query.Stances.Count > 0) conditions.Add(Claimed(view, $"c.stance in {query.Stances}"));
        if (!view.IsKept && query.Standings.Count > 0) conditions.Add($" and {Storage.Standing.Of(view)} in {query.Standings}");
        if (query.Words is { } words) conditions.Add($" and e.text_key in ({asked.Dialect.Matching("event_text", words, query.Prefix, view.Review is not null)})");
        return Sql.Join("", conditions);
    }

    /// <summary>The role belongs to the actors asked for; without any, somebody has it.</summary>
    private static IEnumerable<Sql> Roles(Asked<EventQuery> asked, string role)
    {
        if (asked.Actors.Count == 0) return [$" and exists (select 1 from event_actor p where p.event = e.id and p.role = {role})"];
        var groups = asked.Query.AllActors ? asked.Actors.Select(found => found.Select(actor => actor.Id)) : [asked.Actors.SelectMany(found => found).Select(actor => actor.Id)];
        return groups.Select(ids => (Sql)$" and exists (select 1 from event_actor p where p.event = e.id and p.role = {role} and p.actor in {ids.ToList()})");
    }

    private static Sql Claimed(View view, Sql condition) => $" and exists (select 1 from claim c where c.event = e.id and {condition} and {view.Claim(Sql.Raw("c"))})";

    /// <summary>The whole window as one condition, for orders that do not follow time.</summary>
    private static Sql InWindow(Window window) => $" and ({Sql.Join(" or ", window.Phases(null).SelectMany(phase => phase).Select(condition => (Sql)$"({condition(E)})"))})";
}
