using CsCheck;
using Timeline.Api.Domain;
using Timeline.Api.Storage;
using Timeline.Api.Tests.Models;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Events;

/// <summary>A plain answer is copied from what is kept of each event; with all members asked for by name, it is worked out.</summary>
public class KeptEventTests(Databases databases)
{
    private const int Timelines = 15;

    private static readonly Gen<(QueryCase Case, (int Event, bool Accepts)[] Reviews)> Histories = Gen.Select(
        TimelineGenerator.Timelines,
        QueryGenerator.Queries.Array[12, 12],
        Gen.Select(Gen.Int[0, 99], Gen.Bool).Array[0, 4],
        (content, queries, reviews) => (new QueryCase(content, [.. queries.Where(query => query.AsOf is null)]), reviews)
    );

    [Theory]
    [OnEveryDatabase]
    public async Task A_kept_answer_is_byte_for_byte_the_one_that_is_worked_out(DatabaseKind kind)
    {
        await using var timeline = await RunningTimeline.Start(databases, kind);
        var members = string.Join(',', EventTests.Members);
        await PropertyCheck.ForAll(
            Histories,
            async history =>
            {
                await ModelLoader.Replace(timeline, history.Case.Timeline);
                foreach (var (number, accepts) in history.Reviews)
                    await timeline.Store.Write("test", transaction => Review(transaction, number, accepts));
                foreach (var url in history.Case.Queries.Select(query => "/v1/events" + query.QueryString))
                {
                    var kept = await timeline.Get(url);
                    Assert.Equal((await timeline.Get($"{url}&fields={members}")).Text, kept.Text);
                    foreach (var id in kept.Ids)
                    {
                        var workedOut = await timeline.Get($"/v1/events/{id}?fields={members}");
                        Assert.Equal(workedOut.Text, (await timeline.Get($"/v1/events/{id}")).Text);
                    }
                }
            },
            Timelines
        );
    }

    [Theory]
    [OnEveryDatabase]
    public async Task What_is_kept_of_an_event_goes_when_not_everyone_sees_it_any_more(DatabaseKind kind)
    {
        await using var timeline = await RunningTimeline.Start(databases, kind, seeded: true);
        var known = (await timeline.Get("/v1/events?limit=1")).Ids[0];
        Assert.True(Ids.TryParse(Ids.Event, known, out var id));

        await ModelLoader.Execute(timeline.ConnectionString, $"update event set review = 'rejected' where id = {id}");
        await timeline.Store.Write("test", transaction => transaction.RebuildReadModel(_ => { }));

        var kept = await timeline.Store.Read(snapshot => snapshot.Query<long>($"select count(*) from event_json where id = {id}"));
        Assert.Equal([0L], kept);
        Assert.Equal(404, (int)(await timeline.Get($"/v1/events/{known}")).Status);
    }

    private static bool Review(WriteTransaction transaction, int number, bool accepts)
    {
        var events = transaction.Snapshot.Query<long>($"select id from event order by id");
        if (events.Count > 0)
            transaction.Review("event", events[number % events.Count], accepts ? "accepted" : "rejected", null);
        return true;
    }
}
