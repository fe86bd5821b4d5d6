using System.Diagnostics;
using Timeline.Api.Storage;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Cli;

public class KeysCommandTests(Databases databases)
{
    [Theory]
    [InlineData("-5", 2, "--days must be 1 to 36500; got -5.")]
    [InlineData("0", 2, "--days must be 1 to 36500; got 0.")]
    [InlineData("99999999", 2, "--days must be 1 to 36500; got 99999999.")]
    [InlineData("1", 0, "")]
    [InlineData("36500", 0, "")]
    public async Task A_key_lives_a_day_to_a_hundred_years(string days, int exitCode, string sentence)
    {
        var (database, forget) = databases.Create(DatabaseKind.Sqlite);
        string[] arguments = [typeof(Store).Assembly.Location, "keys", "create", "test", "--days", days];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["ConnectionStrings__Timeline"] = database;

        using var program = Process.Start(start)!;
        var output = program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((exitCode, sentence), (program.ExitCode, error.Trim()));
        Assert.Equal(exitCode == 0, (await output).StartsWith("tl_", StringComparison.Ordinal));
        forget();
    }
}
