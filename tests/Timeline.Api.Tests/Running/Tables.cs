namespace Timeline.Api.Tests.Running;

/// <summary>The tables of cases that are embedded in the tests.</summary>
public static class Tables
{
    /// <summary>The lines of a table, split at tabs; empty lines and those with # are left out.</summary>
    public static IEnumerable<string[]> Read(string name)
    {
        using var stream =
            typeof(Tables).Assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException($"There is no embedded table '{name}'.", nameof(name));
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line.Split('\t');
        }
    }
}
