using Timeline.Api.Domain;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Actors;

/// <summary>The SQL of actors: pure, a question in, statements out.</summary>
public static class ActorSql
{
    private static readonly Sql A = Sql.Raw("a");
    private static readonly Sql Target = Sql.Raw("target");

    private static readonly Sql Columns = Sql.Raw(
        "a.id as key, a.slug as id, a.name, a.kind, a.event_count, a.claim_count, a.version, a.created_at, a.updated_at, a.merged_into"
    );

    public static Sql List(ActorQuery query)
    {
        var (order, onwards) = query.Sort switch
        {
            "-events" => (
                Sql.Raw("a.event_count desc, a.id desc"),
                query.After is { } place ? (Sql)$" and (a.event_count, a.id) < ({place.EventCount}, {place.Id})" : Sql.None
            ),
            "-name" => (
                Sql.Raw("a.name desc, a.id desc"),
                query.After is { } place ? $" and (a.name, a.id) < ({place.Name}, {place.Id})" : Sql.None
            ),
            _ => (Sql.Raw("a.name, a.id"), query.After is { } place ? $" and (a.name, a.id) > ({place.Name}, {place.Id})" : Sql.None),
        };
        return $"select {Columns} from actor a where {Conditions(query)}{onwards} order by {order} limit {Sql.Raw(query.Limit + 1)}";
    }

    public static Sql Count(ActorQuery query) =>
        $"select count(*) from (select 1 from actor a where {Conditions(query)} limit {Sql.Raw(IndexScan.ExactCountLimit + 1)}) counted";

    /// <summary>The actor with this id, if the reader sees it or what it was merged into.</summary>
    public static Sql Single(string slug, Visibility view) =>
        $"""
            select {Columns} from actor a where a.slug = {slug}
              and ({view.SourceCondition(A)}
                or exists (select 1 from actor target where target.id = a.merged_into and {view.SourceCondition(Target)}))
            """;

    public static Sql SlugOf(long id) => $"select slug from actor where id = {id}";

    public static Sql AliasesOf(IReadOnlyList<long> actors) =>
        $"select actor, name from alias where actor in {actors} and position > 0 order by actor, position";

    private static Sql Conditions(ActorQuery query)
    {
        Sql named =
            query.Name is not { } name ? Sql.None
            : query.IsPrefix ? (Sql)$" and a.id in (select actor from alias where folded >= {name} and folded < {name + '\uffff'})"
            : $" and a.id in (select actor from alias where folded = {name})";
        Sql kinds = query.Kinds.Count > 0 ? $" and a.kind in {query.Kinds}" : Sql.None;
        var visibility = query.Visibility;
        return $"a.public in {visibility.PublicFlags} and {visibility.SourceCondition(A)} and a.merged_into is null{named}{kinds}";
    }
}
