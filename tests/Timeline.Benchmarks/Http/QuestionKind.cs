using Timeline.Benchmarks.Data;
using Timeline.Edtf;

namespace Timeline.Benchmarks.Http;

/// <summary>A kind of question, asked with other values each time.</summary>
/// <param name="Address">Makes an address with the help of chance.</param>
public sealed record QuestionKind(string Name, Func<Random, string> Address)
{
    private static readonly MadeUpTimeline Words = new(0);

    /// <summary>True where addresses repeat and nothing is written meanwhile, so that whole answers may be kept.</summary>
    public bool IsKept { get; init; }

    /// <summary>True where the peer answers it too.</summary>
    public bool HasPeer { get; init; }

    public static QuestionKind Range { get; } = new("range", random => $"/v1/events?{Window(random)}") { HasPeer = true };

    /// <summary>The cases of the comparison with bare Kestrel.</summary>
    public static IReadOnlyList<QuestionKind> Compared { get; } =
    [
        Range,
        new("range, `match=within`", random => $"/v1/events?match=within&{Window(random)}"),
        new("newest page", random => $"/v1/events?from=2020-01-01&to={Day(random, 18_300, 2_000)}"),
        new("actor and range", random => $"/v1/events?actor={Actor(random)}&{Window(random)}") { HasPeer = true },
        new("`q`, newest first", random => $"/v1/events?q={Words.Word(random)}") { HasPeer = true },
        new("histogram of an actor by month", ActorHistogram),
        new("histogram of an actor, kept", ActorHistogram) { IsKept = true },
        new("histogram of all by year, kept", _ => "/v1/charts/histogram?interval=year&from=1900&to=2026") { IsKept = true },
        new("empty window", random => $"/v1/events?from={2070 + random.Next(400)}-{1 + random.Next(9):00}&to={2480 + random.Next(500)}"),
    ];

    /// <summary>What is guaranteed to be quick at any size, each alone and with a range.</summary>
    public static IReadOnlyList<QuestionKind> Guaranteed { get; } =
    [
        .. Compared.Where(one => !one.IsKept),
        new("oldest first", random => $"/v1/events?sort=date&{Window(random)}"),
        new("`match=covers`", random => $"/v1/events?match=covers&{Window(random)}"),
        new("far past", random => $"/v1/events?to={1900 - random.Next(1_800):0000}"),
        new("the year with most imprecise dates", random => $"/v1/events?from=2026&to=2026&limit={40 + random.Next(20)}"),
        new("near future", random => $"/v1/events?from={2027 + random.Next(30)}-0{1 + random.Next(9)}"),
        new("two actors, any", random => $"/v1/events?actor={Actor(random)}&actor={Actor(random)}&{Window(random)}"),
        new("two actors, all", random => $"/v1/events?actor={Actor(random)}&actor={Actor(random)}&actorMatch=all"),
        new("standing and range", random => $"/v1/events?standing=attributed&{Window(random)}"),
        new("kind and range", random => $"/v1/events?kind=other&{Window(random)}"),
        new("precision and range", random => $"/v1/events?precision=month&{Window(random)}"),
        new("stance and range", random => $"/v1/events?stance=asserts&{Window(random)}"),
        new("`q` and range", random => $"/v1/events?q={Words.Word(random)}&{Window(random)}"),
    ];

    /// <summary>So many addresses of this case, one on each line of a new file.</summary>
    public string WriteAddresses(string folder, int count, int seed)
    {
        var (random, file) = (new Random(seed), Path.Combine(folder, Path.GetRandomFileName()));
        File.WriteAllLines(file, Enumerable.Range(0, count).Select(_ => Address(random)));
        return file;
    }

    private static string ActorHistogram(Random random) =>
        $"/v1/charts/histogram?interval=month&from={1985 + random.Next(10)}&to=2026&actor={Actor(random)}";

    private static string Actor(Random random) => $"actor-{MadeUpTimeline.SomeActor(random)}";

    private static string Window(Random random)
    {
        var first = 3_652 + random.Next(16_500);
        return $"from={new Day(first)}&to={new Day(first + 7 + random.Next(83))}";
    }

    private static string Day(Random random, int first, int days) => new Day(first + random.Next(days)).ToString();
}
