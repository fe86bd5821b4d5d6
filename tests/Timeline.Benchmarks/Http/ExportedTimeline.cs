using System.Text.Json;
using Timeline.Benchmarks.Data;
using Timeline.Edtf;

namespace Timeline.Benchmarks.Http;

/// <summary>
/// All events that everyone sees, as the export tells them, asked by looking at each of them: slow, and without an index to be wrong.
/// </summary>
public sealed class ExportedTimeline
{
    private const int PageLength = 50;
    private static readonly string[] Matches = ["overlap", "within", "covers"];
    private readonly List<ExportedEvent> _events = [];

    /// <summary>Reads the export of a server.</summary>
    public static async Task<ExportedTimeline> Read(HttpClient client)
    {
        var timeline = new ExportedTimeline();
        using var lines = new StreamReader(await client.GetStreamAsync("/v1/feeds/events.ndjson"));
        while (await lines.ReadLineAsync() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.TryGetProperty("type", out var type) && type.GetString() == "event")
                timeline._events.Add(ExportedEvent.FromJson(json.RootElement));
        }

        return timeline;
    }

    /// <summary>
    /// Asks the server so many random questions, and gives how many first pages are not as they should be, and how many hold anything.
    /// </summary>
    public async Task<(int Different, int Filled)> Compare(HttpClient client, int questions)
    {
        var (random, different, filled) = (new Random(23), 0, 0);
        for (var i = 0; i < questions; i++)
        {
            var (address, expected) = Ask(random);
            filled += expected.Count > 0 ? 1 : 0;
            using var page = JsonDocument.Parse(await client.GetStringAsync(address));
            var answered = page.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!);
            if (answered.SequenceEqual(expected))
                continue;
            Console.WriteLine($"Differs: {address}");
            different++;
        }

        return (different, filled);
    }

    /// <summary>A question by window, match and order, of two in three also by actor or by kind; and its first page.</summary>
    private (string Address, IReadOnlyList<string> Ids) Ask(Random random)
    {
        var first = new Day(random.Next(-20_000, 21_000));
        var last = new Day(
            first.Number
                + random.Next(
                    random.Next(4) switch
                    {
                        0 => 1,
                        1 => 30,
                        2 => 400,
                        _ => 8_000,
                    }
                )
        );
        var (match, isOldestFirst) = (Matches[random.Next(Matches.Length)], random.Next(2) == 0);
        var found = _events.Where(one =>
            one.First is { } from && one.Last is { } to && IsMatch(match, from, to, first, last, one.IsThroughout)
        );
        var filter = "";
        switch (random.Next(3))
        {
            case 0:
                var actor = $"actor-{MadeUpTimeline.SomeActor(random)}";
                (filter, found) = ($"&actor={actor}", found.Where(one => one.Actors.Contains(actor)));
                break;
            case 1:
                var kind = _events[random.Next(_events.Count)].Kind;
                (filter, found) = ($"&kind={kind}", found.Where(one => one.Kind == kind));
                break;
            default:
                break;
        }

        var inOrder = found
            .OrderBy(one => one.First!.Value.Number)
            .ThenBy(one => one.Last!.Value.Number)
            .ThenBy(one => one.Id, StringComparer.Ordinal);
        var ids = (isOldestFirst ? inOrder : inOrder.Reverse()).Take(PageLength).Select(one => one.Id).ToList();
        var order = isOldestFirst ? "date" : "-date";
        return ($"/v1/events?from={first}&to={last}&match={match}&sort={order}&limit={PageLength}{filter}", ids);
    }

    private static bool IsMatch(string match, Day from, Day to, Day first, Day last, bool isThroughout) =>
        match switch
        {
            "within" => from >= first && to <= last,
            "covers" => from <= first && to >= last && isThroughout,
            _ => from <= last && to >= first,
        };

    private sealed record ExportedEvent(string Id, Day? First, Day? Last, bool IsThroughout, string Kind, IReadOnlySet<string> Actors)
    {
        public static ExportedEvent FromJson(JsonElement json)
        {
            var date = json.GetProperty("date").GetString() is { } text ? EdtfDate.Parse(text) : (EdtfDate?)null;
            return new ExportedEvent(
                json.GetProperty("id").GetString()!,
                date?.Earliest,
                date?.Latest,
                json.GetProperty("extent").GetString() == "throughout",
                json.GetProperty("kind").GetString()!,
                json.GetProperty("actors").EnumerateArray().Select(actor => actor.GetProperty("id").GetString()!).ToHashSet()
            );
        }
    }
}
