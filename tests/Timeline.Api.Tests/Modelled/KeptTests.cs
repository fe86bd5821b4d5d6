using Timeline.Api.Storage;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Modelled;

public class KeptTests(Databases databases)
{
    private const int Timelines = 40;

    [Theory]
    [OnEveryDatabase]
    public async Task What_is_kept_for_reading_is_what_follows_from_the_claims(DatabaseKind kind)
    {
        await using var timeline = await RunningTimeline.Start(databases, kind);
        await Cases.Hold(
            TimelineGen.Timelines,
            Timelines,
            async told =>
            {
                await ToldStore.Put(timeline, told);
                var model = new Model(told, null);
                var kept = await timeline.Store.Read(snapshot =>
                    new[] { Events(snapshot), Terms(snapshot), Claims(snapshot), Actors(snapshot), Articles(snapshot) }
                );

                Assert.Equal(
                    told.Events.Where(model.Sees).Select(happened => Line(model, happened)).Order(StringComparer.Ordinal),
                    kept[0]
                );
                Assert.Equal(
                    told.Events.Where(model.Sees).SelectMany(happened => Terms(model, happened)).Order(StringComparer.Ordinal),
                    kept[1]
                );
                Assert.Equal(
                    told.Claims.Where(model.Sees).Select(claim => $"{ToldTimeline.Id(claim.Number)}").Order(StringComparer.Ordinal),
                    kept[2]
                );
                Assert.Equal(told.Actors.Select(actor => Line(model, actor)).Order(StringComparer.Ordinal), kept[3]);
                Assert.Equal(told.Articles.Select(article => Line(model, article)).Order(StringComparer.Ordinal), kept[4]);
            }
        );
    }

    private static List<string> Events(Snapshot snapshot) =>
        Sorted(
            snapshot,
            $"select id || ' ' || standing || ' ' || claim_count || ' ' || article_count || ' ' || actors from event where public = 1"
        );

    private static List<string> Terms(Snapshot snapshot) =>
        Sorted(
            snapshot,
            $"""
            select t.event || ' ' || t.term from event_term t
            join event e on e.id = t.event and e.public = t.public and e.start_day = t.start_day and e.end_day = t.end_day and e.length_class = t.length_class where t.public = 1
            """
        );

    private static List<string> Claims(Snapshot snapshot) => Sorted(snapshot, $"select id || '' from claim where public = 1");

    private static List<string> Actors(Snapshot snapshot) =>
        Sorted(snapshot, $"select slug || ' ' || public || ' ' || event_count || ' ' || claim_count from actor");

    private static List<string> Articles(Snapshot snapshot) =>
        Sorted(snapshot, $"select id || ' ' || public || ' ' || event_count || ' ' || claim_count from article");

    private static List<string> Sorted(Snapshot snapshot, Sql sql) => [.. snapshot.Query<string>(sql).Order(StringComparer.Ordinal)];

    private static string Line(Model model, ToldEvent happened)
    {
        var claims = model.ClaimsOf(happened);
        var actors = happened.Parts.Select(part =>
            $$"""{"id":"a{{part.Actor}}","name":"{{model.Told.Actors[part.Actor].Names[0]}}","roles":[{{string.Join(',', part.Roles.Select(role => $"\"{role}\""))}}]}"""
        );
        return $"{ToldTimeline.Id(happened.Number)} {model.Standing(happened)} {claims.Count} {claims.Select(claim => claim.Article).Distinct().Count()} [{string.Join(',', actors)}]";
    }

    private static IEnumerable<string> Terms(Model model, ToldEvent happened)
    {
        var claims = model.ClaimsOf(happened);
        IEnumerable<string> terms =
        [
            $"kind:{happened.Kind}",
            $"standing:{model.Standing(happened)}",
            .. happened.Tags.Select(tag => $"tag:{tag}"),
            .. happened.Parts.Select(part => $"actor:{part.Actor + 1}"),
            .. claims.Select(claim => $"stance:{claim.Stance}"),
            .. claims.Select(claim => $"article:{ToldTimeline.Id(claim.Article)}"),
        ];
        return terms.Distinct().Select(term => $"{ToldTimeline.Id(happened.Number)} {term}");
    }

    private static string Line(Model model, ToldActor actor)
    {
        var events = model.Told.Events.Count(happened => model.Sees(happened) && happened.Parts.Any(part => part.Actor == actor.Number));
        var claims = model.Told.Claims.Count(claim =>
            model.Sees(claim) && (claim.Speaker.Actor == actor.Number || claim.Via.Actor == actor.Number)
        );
        return $"{actor.Slug} {(model.IsPublic(actor) ? 1 : 0)} {events} {claims}";
    }

    private static string Line(Model model, ToldArticle article)
    {
        var claims = model.Told.Claims.Where(claim => model.Sees(claim) && claim.Article == article.Number).ToList();
        return $"{ToldTimeline.Id(article.Number)} {(claims.Count > 0 ? 1 : 0)} {claims.Select(claim => claim.Event).Distinct().Count()} {claims.Count}";
    }
}
