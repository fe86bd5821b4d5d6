using Timeline.Api.Storage;

namespace Timeline.Api.Articles;

/// <summary>The SQL of articles: pure, a question in, statements out.</summary>
public static class ArticleSql
{
    private static readonly Sql Columns = Sql.Raw("""
        a.id as key, a.title, a.publisher, a.agency, a.byline, a.url, a.published, a.published_day, a.language, a.sha256, a.text_rights, a.replaces as replaces_key,
          a.event_count, a.claim_count, a.version, a.created_at, a.updated_at, a.seq
        """);

    public static Sql List(ArticleQuery query, View view, Dialect dialect)
    {
        var (order, onwards) = (query.Sort, query.After) switch
        {
            ("-updated", [var seq]) => ("a.seq desc", (Sql)$" and a.seq < {seq}"),
            ("-updated", _) => ("a.seq desc", Sql.None),
            ("date", [var day, var id]) => ("a.published_day, a.id", (Sql)$" and (a.published_day, a.id) > ({day}, {id})"),
            ("date", _) => ("a.published_day, a.id", Sql.None),
            (_, [var day, var id]) => ("a.published_day desc, a.id desc", (Sql)$" and (a.published_day, a.id) < ({day}, {id})"),
            _ => ("a.published_day desc, a.id desc", Sql.None),
        };
        return $"select {Columns} from article a where {Conditions(query, view, dialect)}{onwards} order by {Sql.Raw(order)} limit {Sql.Raw(query.Limit + 1)}";
    }

    public static Sql Count(ArticleQuery query, View view, Dialect dialect) =>
        $"select count(*) from (select 1 from article a where {Conditions(query, view, dialect)} limit {Sql.Raw(Walk.CountedExactly + 1)}) counted";

    /// <summary>One article with its text, where that may be shown, if the reader sees it.</summary>
    public static Sql One(long id, View view) =>
        $"select {Columns}, {Text(view)} as text from article a where a.id = {id} and a.public in {view.Publics}";

    /// <summary>A reviewer sees a text that is kept for checking.</summary>
    private static Sql Text(View view) => Sql.Raw(view.Review is null ? "case when a.text_rights = 'show' then a.text else null end" : "a.text");

    private static Sql Conditions(ArticleQuery query, View view, Dialect dialect)
    {
        Sql from = query.From is { } first ? $" and a.published_day >= {first}" : Sql.None;
        Sql to = query.To is { } last ? $" and a.published_day <= {last}" : Sql.None;
        Sql known = query.AsOf is { } day ? $" and a.published_day <= {day}" : Sql.None;
        Sql text = query.Words is not { } words ? Sql.None
            : words.Count == 0 ? Sql.Raw(" and 1 = 0")
            : (Sql)$" and a.id in ({dialect.Matching("article_text", words, query.Prefix, view.Review is not null)})";
        return $"a.public in {view.Publics}{from}{to}{known}{text}";
    }
}
