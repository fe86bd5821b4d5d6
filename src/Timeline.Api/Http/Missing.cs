using Timeline.Api.Storage;

namespace Timeline.Api.Http;

/// <summary>
/// What is not there: 404 for an id that never was or that this reader never could see, 410 for one that was deleted, 308 for one
/// that was merged into something that he sees.
/// </summary>
public static class Missing
{
    /// <summary>The thing behind a public id, as the given search finds it.</summary>
    public static T Known<T>(Snapshot snapshot, string prefix, string id, View view, Func<long, T?> find)
        where T : class =>
        (Ids.TryParse(prefix, id, out var number) ? find(number) : null) ?? throw Because(snapshot, prefix, id, number, view);

    /// <summary>The number behind a public id, where the reader sees the thing.</summary>
    public static long Seen(Snapshot snapshot, string prefix, string id, View view) =>
        Ids.TryParse(prefix, id, out var number) && IsSeen(snapshot, prefix, number, view)
            ? number
            : throw Because(snapshot, prefix, id, number, view);

    /// <summary>Whatever state of review or day a list is limited to, what it belongs to is looked for in all that the reader may ever see.</summary>
    private static bool IsSeen(Snapshot snapshot, string prefix, long id, View view) =>
        snapshot.Number($"select count(*) from {Sql.Raw(Thing(prefix))} x where x.id = {id} and {Seen(prefix, view with { AsOf = null })}")
        > 0;

    private static Sql Seen(string prefix, View view)
    {
        var x = Sql.Raw("x");
        if (view.Owner is null)
            return $"x.public in {view.Publics}";
        return prefix switch
        {
            Ids.Event => $"(x.public = 1 or (1 = 1{view.Event(x)}))",
            Ids.Claim => view.Claim(x),
            _ => view.Source(x),
        };
    }

    private static Exception Because(Snapshot snapshot, string prefix, string id, long number, View view)
    {
        var thing = Thing(prefix);
        if (End(snapshot, thing, number) is not { } end || !MayKnow(end, view))
            return Problem.NotFound($"There is no {thing} '{Excerpt.Of(id)}'.");
        while (end.IntoId is { } into)
        {
            if (IsSeen(snapshot, prefix, into, view))
                return new Moved(id, Ids.Text(prefix, into));
            if (End(snapshot, thing, into) is not { } next)
                return Problem.NotFound($"There is no {thing} '{Excerpt.Of(id)}'.");
            end = next;
        }

        return Problem.Gone($"The {thing} '{Excerpt.Of(id)}' was deleted.");
    }

    /// <summary>How the thing ended; null where it is there or never was.</summary>
    private static EndRow? End(Snapshot snapshot, string thing, long id) =>
        id == 0
            ? null
            : snapshot.One<EndRow>(
                $"""
                select ended.into_id,
                  (select max(seen.public) from change seen where seen.thing = {thing} and seen.id = {id}) as ever_public,
                  (select made.who from change made where made.thing = {thing} and made.id = {id} and made.change = 'created') as owner
                from change ended
                where ended.thing = {thing} and ended.id = {id} and ended.change in ('deleted', 'merged')
                  and not exists (select 1 from {Sql.Raw(thing)} there where there.id = {id})
                order by ended.seq desc limit 1
                """
            );

    private static bool MayKnow(EndRow end, View view) =>
        end.EverPublic || (view.Review is not null && (view.Owner is null || view.Owner == end.Owner));

    private static string Thing(string prefix) =>
        prefix switch
        {
            Ids.Event => "event",
            Ids.Claim => "claim",
            _ => "article",
        };

    private sealed record EndRow
    {
        public long? IntoId { get; init; }

        public bool EverPublic { get; init; }

        public string? Owner { get; init; }
    }
}

/// <summary>Ends a request with 308 (RFC 9110) to the same address with the id of what the thing became.</summary>
public sealed class Moved(string from, string to) : Exception($"'{from}' became '{to}'.")
{
    /// <summary>The id of what it became.</summary>
    public string To => to;

    /// <summary>The address of this request with the new id in it.</summary>
    public string Address(HttpRequest request)
    {
        var path = request.Path.Value!.Split('/').Select(part => part == from ? to : part);
        return request.PathBase + string.Join('/', path) + request.QueryString;
    }
}
