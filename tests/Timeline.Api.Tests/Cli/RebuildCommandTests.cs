using System.Diagnostics;
using Timeline.Api.Storage;
using Timeline.Api.Tests.Running;
using Timeline.Api.Tests.Storage;

namespace Timeline.Api.Tests.Cli;

public class RebuildCommandTests(Databases databases)
{
    [Fact]
    public async Task The_command_rebuilds_and_tells_how_much_without_a_terminal_in_plain_lines()
    {
        var (database, forget) = databases.Create(DatabaseKind.Sqlite);
        ReleasedDatabase.Unpack(database);

        var (exitCode, output, error) = await Run(database);

        Assert.Equal((0, "Rebuilt 36 events, 27 actors and 3 articles. Nothing differed."), (exitCode, output));
        Assert.Equal(["events: 36 of 36", "actors: 27 of 27", "articles: 3 of 3"], error.Split('\n'));
        forget();
    }

    [Fact]
    public async Task A_file_that_is_being_served_is_refused_with_the_sentence_to_stop_the_server()
    {
        await using var timeline = await RunningTimeline.Start(databases, DatabaseKind.Sqlite);

        var (exitCode, output, error) = await Run(timeline.ConnectionString);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains("is already served by another Timeline; stop it", error, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output, string Error)> Run(string database)
    {
        string[] arguments = [typeof(Store).Assembly.Location, "rebuild"];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["ConnectionStrings__Timeline"] = database;
        using var program = Process.Start(start)!;
        var output = program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (program.ExitCode, (await output).Trim(), error.Trim());
    }
}
