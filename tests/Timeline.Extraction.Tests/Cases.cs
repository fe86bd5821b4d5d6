namespace Timeline.Extraction.Tests;

/// <summary>Cases kept as data beside the tests: tab-separated lines, <c>#</c> starts a comment.</summary>
internal static class Cases
{
    public static TheoryData<string, string> Pairs(string file)
    {
        var data = new TheoryData<string, string>();
        foreach (var row in Rows(file))
            data.Add(row[0].Replace("\\n", "\n"), row[1].Replace("\\n", "\n"));
        return data;
    }

    public static IEnumerable<string[]> Rows(string file) =>
        from line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, file))
        where line.Length > 0 && line[0] != '#'
        select line.Split('\t');
}
