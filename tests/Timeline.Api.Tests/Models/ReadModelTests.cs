using Timeline.Api.Storage;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Models;

public class ReadModelTests(Databases databases)
{
    private const int Timelines = 40;

    [Theory]
    [OnEveryDatabase]
    public async Task What_is_kept_for_reading_is_what_follows_from_the_claims(DatabaseKind kind)
    {
        await using var timeline = await RunningTimeline.Start(databases, kind);
        await PropertyCheck.ForAll(
            TimelineGenerator.Timelines,
            async content =>
            {
                await ModelLoader.Replace(timeline, content);
                var model = new ReferenceModel(content, null);
                var kept = await timeline.Store.Read(snapshot =>
                    new[] { Events(snapshot), Terms(snapshot), Claims(snapshot), Actors(snapshot), Articles(snapshot) }
                );

                Assert.Equal(
                    content.Events.Where(model.Sees).Select(modelEvent => Line(model, modelEvent)).Order(StringComparer.Ordinal),
                    kept[0]
                );
                Assert.Equal(
                    content.Events.Where(model.Sees).SelectMany(modelEvent => Terms(model, modelEvent)).Order(StringComparer.Ordinal),
                    kept[1]
                );
                Assert.Equal(
                    content.Claims.Where(model.Sees).Select(claim => $"{ModelTimeline.Id(claim.Number)}").Order(StringComparer.Ordinal),
                    kept[2]
                );
                Assert.Equal(content.Actors.Select(actor => Line(model, actor)).Order(StringComparer.Ordinal), kept[3]);
                Assert.Equal(content.Articles.Select(article => Line(model, article)).Order(StringComparer.Ordinal), kept[4]);
            },
            Timelines
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
            join event e on e.id = t.event and e.public = t.public
              and e.start_day = t.start_day and e.end_day = t.end_day and e.length_class = t.length_class
            where t.public = 1
            """
        );

    private static List<string> Claims(Snapshot snapshot) => Sorted(snapshot, $"select id || '' from claim where public = 1");

    private static List<string> Actors(Snapshot snapshot) =>
        Sorted(snapshot, $"select slug || ' ' || public || ' ' || event_count || ' ' || claim_count from actor");

    private static List<string> Articles(Snapshot snapshot) =>
        Sorted(snapshot, $"select id || ' ' || public || ' ' || event_count || ' ' || claim_count from article");

    private static List<string> Sorted(Snapshot snapshot, Sql sql) => [.. snapshot.Query<string>(sql).Order(StringComparer.Ordinal)];

    private static string Line(ReferenceModel model, ModelEvent modelEvent)
    {
        var claims = model.ClaimsOf(modelEvent);
        var articles = claims.Select(claim => claim.Article).Distinct().Count();
        var actors = modelEvent.Parts.Select(part =>
        {
            var name = model.Timeline.Actors[part.Actor].Names[0];
            var roles = string.Join(',', part.Roles.Select(role => $"\"{role}\""));
            return $$"""{"id":"a{{part.Actor}}","name":"{{name}}","roles":[{{roles}}]}""";
        });
        var id = ModelTimeline.Id(modelEvent.Number);
        return $"{id} {model.Standing(modelEvent)} {claims.Count} {articles} [{string.Join(',', actors)}]";
    }

    private static IEnumerable<string> Terms(ReferenceModel model, ModelEvent modelEvent)
    {
        var claims = model.ClaimsOf(modelEvent);
        IEnumerable<string> terms =
        [
            $"kind:{modelEvent.Kind}",
            $"standing:{model.Standing(modelEvent)}",
            .. modelEvent.Tags.Select(tag => $"tag:{tag}"),
            .. modelEvent.Parts.Select(part => $"actor:{part.Actor + 1}"),
            .. claims.Select(claim => $"stance:{claim.Stance}"),
            .. claims.Select(claim => $"article:{ModelTimeline.Id(claim.Article)}"),
            .. modelEvent.When.Precisions.Select(precision => $"precision:{precision}"),
        ];
        return terms.Distinct().Select(term => $"{ModelTimeline.Id(modelEvent.Number)} {term}");
    }

    private static string Line(ReferenceModel model, ModelActor actor)
    {
        var events = model.Timeline.Events.Count(modelEvent =>
            model.Sees(modelEvent) && modelEvent.Parts.Any(part => part.Actor == actor.Number)
        );
        var claims = model.Timeline.Claims.Count(claim =>
            model.Sees(claim) && (claim.Speaker.Actor == actor.Number || claim.Via.Actor == actor.Number)
        );
        return $"{actor.Slug} {(model.IsPublic(actor) ? 1 : 0)} {events} {claims}";
    }

    private static string Line(ReferenceModel model, ModelArticle article)
    {
        var claims = model.Timeline.Claims.Where(claim => model.Sees(claim) && claim.Article == article.Number).ToList();
        var events = claims.Select(claim => claim.Event).Distinct().Count();
        return $"{ModelTimeline.Id(article.Number)} {(claims.Count > 0 ? 1 : 0)} {events} {claims.Count}";
    }
}
