using Timeline.Api.Domain;
using Timeline.Api.Storage;

namespace Timeline.Api.Articles;

/// <summary>The SQL of annotations.</summary>
public static class AnnotationSql
{
    /// <summary>The claims of the article that the reader sees, each with the title of its event where he sees that too.</summary>
    public static Sql ForArticle(long article, Visibility view)
    {
        var seesEvent = view.EventCondition(Sql.Raw("e"));
        var isVisible = view.ClaimCondition(Sql.Raw("c"));
        return $"""
            select c.id as key, c.event as event_key, c.article as article_key, coalesce(speaker.name, c.speaker_name) as speaker, c.stance,
              case when e.public = 1 or (1 = 1{seesEvent}) then e.title else '' end as title,
              {view.QuoteColumns(Sql.Raw("c"), Sql.Raw("a"))}
            from claim c join article a on a.id = c.article join event e on e.id = c.event
              left join actor speaker on speaker.id = c.speaker
            where c.article = {article} and {isVisible}
            """;
    }
}
