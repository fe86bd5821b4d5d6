using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Timeline.Api.Tests.Models;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Http;

public class CursorTests(Databases databases)
{
    private static readonly string[] Lists =
    [
        "/v1/events?",
        "/v1/events?sort=date&",
        "/v1/events?sort=-updated&",
        "/v1/events?from=2020&",
        "/v1/events?from=2021&to=2023&undated=include&sort=date&",
        "/v1/events?kind=call&kind=meeting&",
        "/v1/claims?",
        "/v1/claims?sort=date&from=2020&",
        "/v1/actors?",
        "/v1/actors?sort=-name&",
        "/v1/actors?sort=-events&",
        "/v1/articles?",
        "/v1/articles?sort=date&",
    ];

    [Theory]
    [OnEveryDatabase]
    public async Task A_walk_meets_each_row_once_with_pages_of_one_row_to_fifty(DatabaseKind kind)
    {
        await using var timeline = await RunningTimeline.Start(databases, kind);
        await ModelLoader.Replace(timeline, CrowdedTimeline.Create(60));
        foreach (var list in Lists)
        {
            var all = (await timeline.Get($"{list}limit=500")).Ids;
            Assert.Equal(all.Count, all.Distinct().Count());
            foreach (var size in list.Contains('=') ? [1, 2, 3, 7, 29, 50] : Enumerable.Range(1, 50))
                Assert.Equal((list, size, string.Join(' ', all)), (list, size, string.Join(' ', await Walk(timeline, list, size))));
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_walk_meets_each_row_once_also_while_rows_are_inserted_on_both_sides_of_it(DatabaseKind kind)
    {
        await using var timeline = await RunningTimeline.Start(databases, kind);
        var (old, crowd) = (CrowdedTimeline.Create(24), CrowdedTimeline.Create(48));
        foreach (
            var list in (string[])
                [
                    "/v1/events?",
                    "/v1/events?sort=date&",
                    "/v1/events?from=2020&kind=call&kind=meeting&",
                    "/v1/claims?",
                    "/v1/articles?",
                    "/v1/actors?",
                ]
        )
        {
            await ModelLoader.Replace(timeline, old);
            var before = (await timeline.Get($"{list}limit=500")).Ids;
            var added = 24;

            var seen = await Walk(
                timeline,
                list,
                5,
                async () =>
                {
                    if (added < 48)
                        await ModelLoader.Add(timeline, crowd, added..(added += 6));
                }
            );

            Assert.Equal(seen.Count, seen.Distinct().Count());
            Assert.Equal((list, string.Join(' ', before)), (list, string.Join(' ', seen.Where(before.Contains))));
        }
    }

    /// <summary>Lists whose first page has a next one, each with a key that its order does not have.</summary>
    public static IEnumerable<TheoryDataRow<DatabaseKind, string, string>> Misshapen() =>
        from kind in Enum.GetValues<DatabaseKind>()
        from line in (string[])
            [
                "/v1/events? [1]",
                "/v1/events? [1,2,3,4]",
                "/v1/events? []",
                "/v1/events? null",
                "/v1/events? {}",
                "/v1/events? [1,2,\"3\"]",
                "/v1/events? [1,2,",
                "/v1/events?sort=-updated [1,2,3]",
                "/v1/claims? [1,2]",
                "/v1/articles? [1]",
                "/v1/articles? [1,2,3]",
                "/v1/articles?sort=-updated [1,2]",
                "/v1/actors? [1]",
                "/v1/actors? {}",
                "/v1/actors? {\"Name\":null,\"EventCount\":1,\"Id\":1}",
            ]
        select new TheoryDataRow<DatabaseKind, string, string>(kind, line.Split(' ')[0], line.Split(' ')[1])
        {
            Skip = kind == DatabaseKind.Postgres && Environment.GetEnvironmentVariable("CI") is null ? PostgresServer.Missing : null,
        };

    [Theory]
    [MemberData(nameof(Misshapen))]
    public async Task A_cursor_whose_key_does_not_fit_the_order_is_invalid_signed_or_not(DatabaseKind kind, string list, string key)
    {
        var timeline = await databases.Seeded(kind);
        byte[] content = [.. SHA256.HashData(Encoding.UTF8.GetBytes(list))[..8], .. Encoding.UTF8.GetBytes(key)];

        var signed = HMACSHA256.HashData(timeline.Store.CursorKey, content);
        foreach (var signature in (byte[][])[SHA256.HashData(content)[..4], SHA256.HashData(content)[..16], signed[..16]])
        {
            var answer = await timeline.Get(
                $"{list}{(list.EndsWith('?') ? "" : "&")}cursor={Base64Url.EncodeToString([.. content, .. signature])}"
            );

            Assert.Equal((400, "cursor:invalid_cursor"), ((int)answer.Status, string.Join(' ', ProblemShape.Faults(answer))));
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_cursor_of_another_database_is_invalid(DatabaseKind kind)
    {
        var timeline = await databases.Seeded(kind);
        await using var other = await RunningTimeline.Start(databases, kind, seeded: true);

        foreach (var list in (string[])["/v1/events?", "/v1/actors?", "/v1/claims?sort=-updated&"])
        {
            var cursor = (await timeline.Get($"{list}limit=1")).NextCursor;

            Assert.Equal(200, (int)(await timeline.Get($"{list}cursor={cursor}")).Status);
            Assert.Equal(["cursor:invalid_cursor"], ProblemShape.Faults(await other.Get($"{list}cursor={cursor}")));
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_cursor_of_another_query_is_refused_as_such_and_a_damaged_one_as_damaged(DatabaseKind kind)
    {
        var timeline = await databases.Seeded(kind);
        var cursor = (await timeline.Get("/v1/events?limit=3")).NextCursor!;

        foreach (var other in (string[])["?kind=call", "?from=2024", "?sort=date", "?actor=putin", "?asOf=2025"])
            Assert.Equal(["cursor:cursor_mismatch"], ProblemShape.Faults(await timeline.Get($"/v1/events{other}&cursor={cursor}")));
        Assert.Equal(["cursor:cursor_mismatch"], ProblemShape.Faults(await timeline.Get($"/v1/claims?cursor={cursor}")));
        for (var i = 0; i < cursor.Length; i++)
        {
            var damaged = cursor[..i] + (cursor[i] == 'A' ? 'B' : 'A') + cursor[(i + 1)..];
            var answer = await timeline.Get($"/v1/events?limit=3&cursor={damaged}");
            // The last character can hold bits that mean nothing.
            if (i < cursor.Length - 1 || (int)answer.Status != 200)
                Assert.Equal(["cursor:invalid_cursor"], ProblemShape.Faults(answer));
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_cursor_goes_on_with_another_limit_other_fields_and_a_count(DatabaseKind kind)
    {
        var timeline = await databases.Seeded(kind);
        var cursor = (await timeline.Get("/v1/events?limit=3")).NextCursor!;

        var answer = await timeline.Get($"/v1/events?limit=5&fields=id&include=claims&count=true&cursor={cursor}");

        Assert.Equal((await timeline.Get("/v1/events?limit=8")).Ids.Skip(3), answer.Ids);
        Assert.Equal(["id", "claims"], answer.Items[0].AsObject().Select(member => member.Key));
    }

    /// <summary>The ids on all pages, in order; between two pages something may happen.</summary>
    private static async Task<List<string>> Walk(RunningTimeline timeline, string list, int size, Func<Task>? between = null)
    {
        var ids = new List<string>();
        string? cursor = "";
        while (cursor is not null)
        {
            var answer = await timeline.Get($"{list}limit={size}{(cursor == "" ? "" : "&cursor=" + cursor)}");
            Assert.Equal(200, (int)answer.Status);
            ids.AddRange(answer.Ids);
            cursor = answer.NextCursor;
            if (cursor is not null && between is not null)
                await between();
        }

        return ids;
    }
}
