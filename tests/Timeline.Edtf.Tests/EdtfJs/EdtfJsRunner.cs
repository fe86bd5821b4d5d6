using System.Diagnostics;
using System.Text.Json;

namespace Timeline.Edtf.Tests.EdtfJs;

/// <summary>
/// What edtf.js says to a text: refused, or its bounds as days of UTC; a side without bound is null, one that it cannot compute is
/// marked.
/// </summary>
public sealed record EdtfJsResult(bool Ok, long? Min, long? Max, bool NoBounds);

/// <summary>Runs edtf.js in Node, where both are there.</summary>
public static class EdtfJsRunner
{
    private const long Day = 86_400_000;

    /// <summary>
    /// Results in the order of the texts; skips the test with the reason, or fails it where CI is set, if Node or the package is not
    /// there.
    /// </summary>
    public static async Task<List<EdtfJsResult>> Ask(IReadOnlyCollection<string> texts, CancellationToken cancellation)
    {
        var folder = Path.Combine(Root(), "tests", "Timeline.Edtf.Tests", "EdtfJs");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "edtf")))
        {
            Absent("edtf.js is not installed: npm ci in tests/Timeline.Edtf.Tests/EdtfJs");
        }

        using var node = Start(folder);
        var answers = new List<EdtfJsResult>(texts.Count);
        var writing = Task.Run(
            async () =>
            {
                foreach (var text in texts)
                {
                    await node.StandardInput.WriteLineAsync(text.AsMemory(), cancellation);
                }

                node.StandardInput.Close();
            },
            cancellation
        );
        while (await node.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            answers.Add(Read(line));
        }

        await writing;
        await node.WaitForExitAsync(cancellation);
        Assert.Equal(0, node.ExitCode);
        return answers;
    }

    private static Process Start(string folder)
    {
        var start = new ProcessStartInfo("node", "bounds.mjs")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        // edtf.js reads a time without zone in the zone of the machine.
        start.Environment["TZ"] = "UTC";
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Absent("node is not installed");
            throw;
        }
    }

    private static void Absent(string reason)
    {
        Assert.False(Environment.GetEnvironmentVariable("CI") is { Length: > 0 }, reason);
        Assert.Skip(reason);
    }

    private static EdtfJsResult Read(string line)
    {
        var answer = JsonDocument.Parse(line).RootElement;
        if (!answer.GetProperty("ok").GetBoolean())
        {
            return new(false, null, null, false);
        }

        var (min, max) = (answer.GetProperty("min"), answer.GetProperty("max"));
        return new(true, DayOf(min), DayOf(max), min.ValueKind == JsonValueKind.String || max.ValueKind == JsonValueKind.String);
    }

    private static long? DayOf(JsonElement bound) =>
        bound.ValueKind == JsonValueKind.Number ? (long)Math.Floor(bound.GetDouble() / Day) : null;

    /// <summary>The folder that holds the solution.</summary>
    public static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Timeline.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No folder above the tests holds Timeline.sln.");
        }

        return folder;
    }
}
