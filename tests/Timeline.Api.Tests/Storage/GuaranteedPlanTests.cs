using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Npgsql;
using Timeline.Api.Storage;
using Timeline.Api.Tests.Running;
using Timeline.Benchmarks.Data;
using Timeline.Benchmarks.Http;

namespace Timeline.Api.Tests.Storage;

/// <summary>
/// How the databases go about every question that is guaranteed to be quick however many events there are, on a made-up timeline that
/// is large enough for their planners to choose as with millions.
/// </summary>
public partial class GuaranteedPlanTests(Databases databases)
{
    private const int Events = 20_000;
    private const int Seed = 20_261_130;

    [Theory]
    [OnEveryDatabase]
    public async Task No_guaranteed_question_reads_all_rows_or_sorts_more_than_a_few_pages(DatabaseKind kind)
    {
        var (database, forget) = databases.Create(kind);
        BulkLoader.Fill(database, new MadeUpTimeline(Events));
        await using (
            var timeline = await RunningTimeline.Start(databases, kind, connectionString: database, settings: "--Timeline:Readers=1")
        )
        {
            var cliffs = new List<string>();
            foreach (var one in QuestionKind.Guaranteed)
                cliffs.AddRange(await FindCliffs(timeline, kind, one));
            Assert.True(cliffs.Count == 0, string.Join("\n\n", cliffs));
        }

        forget();
    }

    /// <summary>Asks three times for a page and the next, and gives the plans of what ran for it that do not hold.</summary>
    private static async Task<IEnumerable<string>> FindCliffs(RunningTimeline timeline, DatabaseKind kind, QuestionKind one)
    {
        var random = new Random(Seed);
        await timeline.Store.Read(KeptStatements.Forget);
        for (var i = 0; i < 3; i++)
        {
            var address = one.Address(random);
            var answer = await timeline.Get(address);
            if (answer.Header("Link") is not null)
                await timeline.Get($"{address}{(address.Contains('?') ? '&' : '?')}cursor={answer.NextCursor}");
        }

        var cliff = kind == DatabaseKind.Sqlite ? SqliteCliff() : PostgresCliff();
        var plans = await timeline.Store.Read(snapshot =>
            Statements(snapshot).ConvertAll(command => (command.CommandText, Steps: Plan(timeline, command)))
        );
        Assert.NotEmpty(plans);
        return plans
            .Where(plan => plan.Steps.Exists(step => cliff.IsMatch(step.Detail) || IsLongSort(step, plan.Steps)))
            .Select(plan => $"{one.Name}\n{plan.CommandText}\n{string.Join('\n', plan.Steps)}");
    }

    /// <summary>True for SQLite's sort of what is read from a table; what stopped at the page by itself may be sorted.</summary>
    private static bool IsLongSort(PlanStep sort, List<PlanStep> plan) =>
        sort.Detail.Contains("TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal)
        && !plan.Exists(step => step.Parent == sort.Parent && Stopped().IsMatch(step.Detail));

    /// <summary>The statements that the connection keeps, with the values of their last run.</summary>
    private static List<DbCommand> Statements(Snapshot snapshot) =>
        [.. KeptStatements.Of(snapshot).All.Where(command => OfEvents().IsMatch(command.CommandText))];

    private static List<PlanStep> Plan(RunningTimeline timeline, DbCommand statement)
    {
        var isSqlite = statement is SqliteCommand;
        using DbConnection connection = isSqlite
            ? new SqliteConnection(timeline.ConnectionString + ";Pooling=false")
            : new NpgsqlConnection(timeline.ConnectionString);
        connection.Open();
        using var explain = connection.CreateCommand();
        explain.CommandText = (isSqlite ? "explain query plan " : "explain ") + statement.CommandText;
        foreach (DbParameter known in statement.Parameters)
        {
            var parameter = explain.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (known.ParameterName, known.Value);
            explain.Parameters.Add(parameter);
        }

        using var reader = explain.ExecuteReader();
        var steps = new List<PlanStep>();
        while (reader.Read())
            steps.Add(isSqlite ? new PlanStep(reader.GetInt64(1), reader.GetString(3)) : new PlanStep(0, reader.GetString(0)));
        return steps;
    }

    /// <summary>What looks for events, and not only for actors by a name.</summary>
    [GeneratedRegex(@"\b(from|join) (event|event_json|event_term|event_text|term_count)\b")]
    private static partial Regex OfEvents();

    /// <summary>A table read whole; full text answers by its own index.</summary>
    [GeneratedRegex(@"^SCAN (e|t|c|x|term_count|event\w*)\b(?!.*VIRTUAL TABLE INDEX \d+:=?M)")]
    private static partial Regex SqliteCliff();

    [GeneratedRegex(@"^SCAN (found|page_end|walked|walk|arm\d*|arms)\b")]
    private static partial Regex Stopped();

    [GeneratedRegex(@"Seq Scan on (event\w*|claim|term_count|actor|alias)\b")]
    private static partial Regex PostgresCliff();

    private sealed record PlanStep(long Parent, string Detail);
}
