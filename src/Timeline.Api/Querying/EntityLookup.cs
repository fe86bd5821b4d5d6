using Timeline.Api.Domain;
using Timeline.Api.Http;
using Timeline.Api.Http.Problems;
using Timeline.Api.Storage;

namespace Timeline.Api.Querying;

/// <summary>
/// What is not there: 404 for an id that never was or that this reader never could see, 410 for one that was deleted, 308 for one
/// that was merged into something that he sees.
/// </summary>
public static class EntityLookup
{
    /// <summary>The thing behind a public id, as the given search finds it.</summary>
    public static T Require<T>(Snapshot snapshot, string prefix, string id, Visibility view, Func<long, T?> find)
        where T : class =>
        (Ids.TryParse(prefix, id, out var number) ? find(number) : null) ?? throw WhyNotFound(snapshot, prefix, id, number, view);

    /// <summary>The number behind a public id, where the reader sees the thing.</summary>
    public static long RequireVisible(Snapshot snapshot, string prefix, string id, Visibility view) =>
        Ids.TryParse(prefix, id, out var number) && IsVisible(snapshot, prefix, number, view)
            ? number
            : throw WhyNotFound(snapshot, prefix, id, number, view);

    /// <summary>
    /// Whatever state of review or day a list is limited to, what it belongs to is looked for in all that the reader may ever see.
    /// </summary>
    private static bool IsVisible(Snapshot snapshot, string prefix, long id, Visibility view) =>
        snapshot.QueryNumber(
            $"select count(*) from {Sql.Raw(Thing(prefix))} x where x.id = {id} and {RequireVisible(prefix, view with { AsOf = null })}"
        ) > 0;

    private static Sql RequireVisible(string prefix, Visibility view)
    {
        var x = Sql.Raw("x");
        if (view.Owner is null)
            return $"x.public in {view.PublicFlags}";
        return prefix switch
        {
            Ids.Event => $"(x.public = 1 or (1 = 1{view.EventCondition(x)}))",
            Ids.Claim => view.ClaimCondition(x),
            _ => view.SourceCondition(x),
        };
    }

    private static Exception WhyNotFound(Snapshot snapshot, string prefix, string id, long number, Visibility view)
    {
        var thing = Thing(prefix);
        if (HowItEnded(snapshot, thing, number) is not { } end || !MayKnowOf(end, view))
            return ProblemCatalogue.NotFound.With($"There is no {thing} '{Excerpt.From(id)}'.");
        while (end.IntoId is { } into)
        {
            if (IsVisible(snapshot, prefix, into, view))
                return new MovedException(id, Ids.Text(prefix, into));
            if (HowItEnded(snapshot, thing, into) is not { } next)
                return ProblemCatalogue.NotFound.With($"There is no {thing} '{Excerpt.From(id)}'.");
            end = next;
        }

        return ProblemCatalogue.Gone.With($"The {thing} '{Excerpt.From(id)}' was deleted.");
    }

    /// <summary>How the thing ended; null where it is there or never was.</summary>
    private static EndRow? HowItEnded(Snapshot snapshot, string thing, long id) =>
        id == 0
            ? null
            : snapshot.QuerySingleOrDefault<EndRow>(
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

    private static bool MayKnowOf(EndRow end, Visibility view) =>
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
