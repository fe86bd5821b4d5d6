using Timeline.Api.Storage;

namespace Timeline.Api.Http;

/// <summary>What is not there: 404 for an id that never was or that this reader may not see, 410 for one that was deleted.</summary>
public static class Missing
{
    /// <summary>The thing behind a public id, as the given search finds it.</summary>
    public static T Known<T>(Snapshot snapshot, string prefix, string id, Func<long, T?> find) where T : class =>
        (Ids.TryParse(prefix, id, out var number) ? find(number) : null) ?? throw Problem(snapshot, prefix, id, number);

    /// <inheritdoc cref="Known{T}(Snapshot, string, string, Func{long, T})"/>
    public static long Known(Snapshot snapshot, string prefix, string id, Func<long, long?> find) =>
        (Ids.TryParse(prefix, id, out var number) ? find(number) : null) ?? throw Problem(snapshot, prefix, id, number);

    /// <summary>The number itself where the reader sees the thing, else null.</summary>
    public static long? Seen(Snapshot snapshot, string table, long id, View view) =>
        snapshot.Number($"select count(*) from {Sql.Raw(table)} where id = {id} and public in {view.Publics}") > 0 ? id : null;

    private static Problem Problem(Snapshot snapshot, string prefix, string id, long number)
    {
        var thing = prefix switch { Ids.Event => "event", Ids.Claim => "claim", _ => "article" };
        var last = number == 0 ? [] : snapshot.Query<string>($"select change from change where thing = {thing} and id = {number} order by seq desc limit 1");
        return last is ["deleted"] ? Http.Problem.Gone($"The {thing} '{Excerpt.Of(id)}' was deleted.") : Http.Problem.NotFound($"There is no {thing} '{Excerpt.Of(id)}'.");
    }
}
