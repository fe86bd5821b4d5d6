namespace Timeline.Api.Tests.Running;

/// <summary>Committed files that the program could write: compared with it, rewritten where <c>TIMELINE_WRITE</c> is set.</summary>
public static class CommittedFile
{
    private static readonly bool Writes = Environment.GetEnvironmentVariable("TIMELINE_WRITE") is not null;

    public static void AssertIs(string expected, params string[] path)
    {
        var file = SourceTree.Path(path);
        if (Writes)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, expected);
        }

        Assert.True(File.Exists(file), $"{Path.Combine(path)} is missing. TIMELINE_WRITE=1 dotnet test writes it.");
        if (File.ReadAllText(file) != expected)
        {
            Assert.Fail(
                $"{Path.Combine(path)} is not what the program gives. TIMELINE_WRITE=1 dotnet test rewrites it. "
                    + $"The program's begins to differ at: {Difference(File.ReadAllText(file), expected)}"
            );
        }
    }

    private static string Difference(string old, string now)
    {
        var i = old.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        return now[Math.Max(0, i - 60)..Math.Min(now.Length, i + 60)];
    }
}
