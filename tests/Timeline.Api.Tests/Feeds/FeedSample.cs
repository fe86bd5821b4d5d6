using System.Reflection;
using System.Text.Json.Nodes;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Feeds;

/// <summary>What is in the timelines whose feeds are tested.</summary>
public static class FeedSample
{
    /// <summary>An import file with every kind of date and some hostile text.</summary>
    public static IEnumerable<JsonNode> Lines()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("feeds.ndjson")!);
        while (reader.ReadLine() is { } line)
            yield return JsonNode.Parse(line)!;
    }

    /// <summary>A timeline of its own that holds the sample.</summary>
    public static async Task<RunningTimeline> Start(Databases databases, DatabaseKind kind)
    {
        var timeline = await RunningTimeline.Start(databases, kind);
        await timeline.Load(Lines().Select(line => line.ToJsonString()));
        return timeline;
    }

    /// <summary>An import file of so many calls on days of ninety years.</summary>
    public static IEnumerable<string> ManyCalls(int count) =>
        ImportLine.CallsOn([.. Enumerable.Range(0, count).Select(i => $"20{(i % 90) + 10}-0{(i % 9) + 1}-1{i % 10}")]);
}
