using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using Timeline.Api.Hosting;
using Timeline.Api.Storage;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Hosting;

public class SettingsTests(Databases databases)
{
    public static IEnumerable<TheoryDataRow<string, string>> Wrong() =>
        Tables.Read("settings").Select(line => new TheoryDataRow<string, string>(line[0], line[1]));

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_bad_setting_stops_the_start_with_a_sentence_that_names_it(string argument, string sentence)
    {
        var (database, forget) = databases.Create(DatabaseKind.Sqlite);
        string[] arguments = argument.StartsWith("--ConnectionStrings", StringComparison.Ordinal)
            ? [argument]
            : [$"--ConnectionStrings:Timeline={database}", argument];

        var refused = await Assert.ThrowsAsync<SettingException>(() =>
            Server.Build(["--urls", "http://127.0.0.1:0", .. arguments], new FakeTimeProvider())
        );

        Assert.StartsWith(sentence, refused.Message, StringComparison.Ordinal);
        forget();
    }

    [Theory]
    [InlineData("--Timeline:Seed=maybe", "Timeline__Seed must be true or false; got 'maybe'.")]
    [InlineData("--urls=banana", "urls")]
    [InlineData("--urls=http://127.0.0.1:99999", "urls")]
    public async Task A_bad_setting_ends_the_program_with_one_sentence_and_no_stack(string argument, string sentence)
    {
        var (database, forget) = databases.Create(DatabaseKind.Sqlite);
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "Timeline.Api.dll"),
                $"--ConnectionStrings:Timeline={database}",
                "--Timeline:Seed=false",
                argument,
            ]
        )
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };

        using var program = Process.Start(start)!;
        var output = program.StandardOutput.ReadToEndAsync();
        var error = await program.StandardError.ReadToEndAsync();
        await output;
        await program.WaitForExitAsync();

        Assert.Equal(2, program.ExitCode);
        Assert.StartsWith(sentence, error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
        forget();
    }
}
