using Timeline.Api.Domain;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Articles;

/// <summary>The SQL of articles: pure, a question in, statements out.</summary>
public static class ArticleSql
{
    private static readonly Sql A = Sql.Raw("a");

    public static Sql List(ArticleQuery query, Dialect dialect)
    {
        var (order, onwards) = (query.Sort, query.After) switch
        {
            (SortOrder.LastChangedFirst, [var seq]) => ("a.seq desc", (Sql)$" and a.seq < {seq}"),
            (SortOrder.LastChangedFirst, _) => ("a.seq desc", Sql.None),
            (SortOrder.OldestFirst, [var day, var id]) => ("a.published_day, a.id", (Sql)$" and (a.published_day, a.id) > ({day}, {id})"),
            (SortOrder.OldestFirst, _) => ("a.published_day, a.id", Sql.None),
            (_, [var day, var id]) => ("a.published_day desc, a.id desc", (Sql)$" and (a.published_day, a.id) < ({day}, {id})"),
            _ => ("a.published_day desc, a.id desc", Sql.None),
        };
        return $"""
            select {Columns(query.Visibility)} from article a where {Conditions(query, dialect)}{onwards}
            order by {Sql.Raw(order)} limit {Sql.Raw(query.Limit + 1)}
            """;
    }

    public static Sql Count(ArticleQuery query, Dialect dialect)
    {
        var limit = Sql.Raw(IndexScan.ExactCountLimit + 1);
        return $"select count(*) from (select 1 from article a where {Conditions(query, dialect)} limit {limit}) counted";
    }

    /// <summary>One article with its text, where that may be shown, if the reader sees it.</summary>
    public static Sql Single(long id, Visibility view) =>
        $"""
            select {Columns(view)}, case when {view.TextCondition(A)} then a.text else null end as text
            from article a where a.id = {id} and {view.SourceCondition(A)}
            """;

    /// <summary>How many claims of the article, and events that stand on no other, have been decided on.</summary>
    public static Sql Decided(long id) =>
        $"""
            select (select count(*) from claim where article = {id} and review <> 'proposed')
              + (select count(*) from event e where e.review <> 'proposed' and e.id in (select event from claim where article = {id})
                  and not exists (select 1 from claim other where other.event = e.id and other.article <> {id}))
            """;

    private static Sql Columns(Visibility view)
    {
        var seesEarlier = view.SourceCondition(Sql.Raw("earlier"));
        return $"""
            a.id as key, a.title, a.title_from, a.publisher, a.agency, a.byline, a.url, a.published, a.published_day, a.language, a.sha256,
              a.text_rights, (select earlier.id from article earlier where earlier.id = a.replaces and {seesEarlier}) as replaces_key,
              a.event_count, a.claim_count, a.version, a.created_at, a.updated_at, a.owner, a.seq
            """;
    }

    private static Sql Conditions(ArticleQuery query, Dialect dialect)
    {
        var visibility = query.Visibility;
        Sql from = query.From is { } first ? $" and a.published_day >= {first}" : Sql.None;
        Sql to = query.To is { } last ? $" and a.published_day <= {last}" : Sql.None;
        Sql known = query.AsOf is { } day ? $" and a.published_day <= {day}" : Sql.None;
        Sql text =
            query.Words is not { } words ? Sql.None
            : words.AreNone ? Sql.Raw(" and 1 = 0")
            : (Sql)$" and a.id in ({dialect.TextMatches("article_text", words.All, words.EndsInPrefix, visibility.Review is not null)})";
        return $"a.public in {visibility.PublicFlags} and {visibility.SourceCondition(A)}{from}{to}{known}{text}";
    }
}
