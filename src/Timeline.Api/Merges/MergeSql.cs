using Timeline.Api.Storage;

namespace Timeline.Api.Merges;

/// <summary>The SQL of merges.</summary>
public static class MergeSql
{
    private static readonly Sql Rows = Sql.Raw(
        """
        select m.id as key, m.event as event_key, m.into_event as into_key, a.title as event_title, b.title as into_title,
          a.review as event_review, b.review as into_review, m.likeness, m.review, m.created_at
        from merge m left join event a on a.id = m.event left join event b on b.id = m.into_event
        """
    );

    public static Sql List(MergeQuery query)
    {
        Sql review = query.Review == "any" ? Sql.Raw("1 = 1") : $"m.review = {query.Review}";
        Sql after = query.After is { } key ? $" and m.id < {key}" : Sql.None;
        return $"{Rows} where {review}{after} order by m.id desc limit {Sql.Raw(query.Limit + 1)}";
    }

    public static Sql Single(long id) => $"{Rows} where m.id = {id}";
}
