using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Timeline.Api.Hosting;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.House;

/// <summary>README shows what the program really answers, and names every setting and every path.</summary>
public partial class ReadmeTests(Databases databases)
{
    private const string Server = "http://localhost:5080";

    [Fact]
    public async Task The_tour_in_README_shows_real_answers()
    {
        var timeline = await databases.Seeded(DatabaseKind.Sqlite);
        var readme = await File.ReadAllTextAsync(SourceTree.Path("README.md"), TestContext.Current.CancellationToken);
        var commands = Console().Matches(readme).ToList();

        var real = readme;
        foreach (var shown in commands)
        {
            real = real.Replace(
                shown.Value,
                $"```console\n$ {shown.Groups["command"].Value}\n{(await Answer(timeline, shown.Groups["command"].Value)).TrimEnd()}\n```"
            );
        }

        Assert.True(commands.Count >= 5, "The tour has gone.");
        CommittedFile.AssertIs(real, "README.md");
    }

    [Fact]
    public async Task README_names_every_setting_with_its_default()
    {
        var readme = await File.ReadAllTextAsync(SourceTree.Path("README.md"), TestContext.Current.CancellationToken);
        foreach (var setting in Setting.All)
            Assert.Matches($@"`{Regex.Escape(setting.Name)}`[^\n]*`{Regex.Escape(setting.Default)}`", readme);
    }

    [Fact]
    public async Task The_http_file_calls_every_operation()
    {
        var calls = await File.ReadAllTextAsync(
            SourceTree.Path("src", "Timeline.Api", "Timeline.http"),
            TestContext.Current.CancellationToken
        );
        var document = (await (await databases.Seeded(DatabaseKind.Sqlite)).Get("/swagger/v1/swagger.json")).Json;
        foreach (var (path, methods) in document["paths"]!.AsObject())
        {
            foreach (var method in methods!.AsObject().Select(method => method.Key.ToUpperInvariant()))
            {
                Assert.Matches(
                    $@"(?m)^{method} \{{\{{server\}}\}}{Id().Replace(Regex.Escape(path).Replace(@"\{", "{"), @"[^/?\s]+")}(\?|\s|$)",
                    calls
                );
            }
        }
    }

    /// <summary>Does what the command does, with the server of this test.</summary>
    private static async Task<string> Answer(RunningTimeline timeline, string command)
    {
        using var request = new HttpRequestMessage(
            command.Contains(" --data ", StringComparison.Ordinal) ? HttpMethod.Post : HttpMethod.Get,
            Address().Match(command).Groups["path"].Value
        );
        if (Data().Match(command) is { Success: true } data)
        {
            request.Content = new ByteArrayContent(
                Encoding.UTF8.GetBytes(await File.ReadAllTextAsync(SourceTree.Path(data.Groups["file"].Value)))
            );
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        using var response = await timeline.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"```console\n\$ (?<command>curl [^\n]+)\n(?<answer>[^`]*)```")]
    private static partial Regex Console();

    [GeneratedRegex($"'?{Server}(?<path>[^' ]*)'?")]
    private static partial Regex Address();

    [GeneratedRegex(@"--data @(?<file>\S+)")]
    private static partial Regex Data();

    [GeneratedRegex(@"\{\w+}")]
    private static partial Regex Id();
}
