namespace Timeline.Api.Tests.Models;

/// <summary>A timeline in which many things lie on the same days, each with one claim and an article and an actor of its own.</summary>
public static class CrowdedTimeline
{
    private static readonly string[] Dates =
    [
        "2022-01-01",
        "2022-01-01",
        "2022",
        "2022-01",
        "2021-12-31",
        "2020-05-05",
        "2019/2023",
        "2024-02",
        "../2022-06-01",
        "2020-01-01/..",
        "",
    ];

    public static ModelTimeline Create(int count)
    {
        var numbers = Enumerable.Range(0, count).ToList();
        return new ModelTimeline(
            [.. numbers.Select(i => new ModelActor(i, $"a{i}", [$"Actor {i * 7 % 10}"], null))],
            [.. numbers.Select(i => new ModelArticle(i, "News", new ModelDate($"2024-01-{1 + (i % 5):00}", null, null), "none"))],
            [
                .. numbers.Select(i => new ModelEvent(
                    i,
                    "Thing",
                    null,
                    TimelineGenerator.Kinds[i % 4],
                    [],
                    Day(i),
                    "within",
                    "accepted",
                    [
                        (i, ["subject"]),
                        .. i > 0 ? [(i / 2, (IReadOnlyList<string>)["mentioned"])] : Array.Empty<(int, IReadOnlyList<string>)>(),
                    ]
                )),
            ],
            [
                .. numbers.Select(i => new ModelClaim(
                    i,
                    i,
                    i,
                    new ModelSource(i, null),
                    new ModelSource(null, null),
                    "asserts",
                    null,
                    null,
                    Day(i / 3),
                    "within",
                    null,
                    "accepted"
                )),
            ]
        );
    }

    private static ModelDate Day(int i) =>
        Dates[i * 5 % Dates.Length] is { Length: > 0 } date ? new ModelDate(date, null, null) : ModelDate.Undated;
}
