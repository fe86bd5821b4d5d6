using System.Text.RegularExpressions;
using Timeline.Api.Storage;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Storage;

/// <summary>A timeline whose requests share one connection, so that the statements they leave prepared can be looked at there.</summary>
public sealed class SingleReaderTimeline(Databases databases) : IAsyncLifetime
{
    public RunningTimeline Timeline { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Timeline = await RunningTimeline.Start(databases, DatabaseKind.Sqlite, seeded: true, settings: "--Timeline:Readers=1");

    public ValueTask DisposeAsync() => Timeline.DisposeAsync();
}

/// <summary>How SQLite goes about the statements that the program really runs.</summary>
public partial class QueryPlanTests(SingleReaderTimeline shared) : IClassFixture<SingleReaderTimeline>
{
    private readonly RunningTimeline _timeline = shared.Timeline;

    public static IEnumerable<TheoryDataRow<string>> Lists() => Tables.Read("plans").Select(line => new TheoryDataRow<string>(line[0]));

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task No_list_and_no_filter_reads_all_rows_of_a_table(string path)
    {
        await _timeline.Store.Read(KeptStatements.Forget);
        foreach (var query in path.Contains('?') ? (string[])[path, path + "&limit=2&count=true"] : [path])
        {
            var answer = await _timeline.Get("/v1/" + query);
            if (answer.Header("Link") is not null)
                await _timeline.Get($"/v1/{query}&cursor={answer.NextCursor}");
        }

        var plans = await _timeline.Store.Read(snapshot =>
            Kept(snapshot).Select(statement => (statement, Plan: Plan(snapshot, statement))).ToList()
        );

        Assert.NotEmpty(plans);
        foreach (var (statement, plan) in plans)
            Assert.True(!plan.Exists(step => FullScan().IsMatch(step)), $"{path}\n{statement}\n{string.Join('\n', plan)}");
    }

    /// <summary>What the connection keeps; the statement that asks for the state of the data aside.</summary>
    private static List<string> Kept(Snapshot snapshot) =>
        KeptStatements
            .Of(snapshot)
            .All.Select(statement => statement.CommandText)
            .Where(text => text.Contains("select", StringComparison.Ordinal) && !text.EndsWith("from database", StringComparison.Ordinal))
            .ToList();

    private static List<string> Plan(Snapshot snapshot, string statement) =>
        [.. snapshot.Query<Step>(Sql.Raw("explain query plan " + statement)).Select(step => step.Detail)];

    /// <summary>
    /// Full text answers by its own index, and what is in brackets or made by the statement itself is as short as its parts.
    /// </summary>
    [GeneratedRegex(
        @"^SCAN (?!\(|arm|place\b|counted\b|found\b|newest\b|walk\b|walked\b|page_end\b|CONSTANT)(?!.*VIRTUAL TABLE INDEX \d+:=?M)"
    )]
    private static partial Regex FullScan();

    private sealed record Step
    {
        public string Detail { get; init; } = "";
    }
}
