namespace Timeline.Edtf.Tests;

/// <summary>The tables in the folder Cases: one case a line, columns by tab, lines with # are remarks.</summary>
public static class TestCases
{
    public static IEnumerable<TheoryDataRow<string, string[]>> Accepted() => Rows("accepted");

    public static IEnumerable<TheoryDataRow<string, string[]>> Refused() => Rows("refused");

    private static IEnumerable<TheoryDataRow<string, string[]>> Rows(string name)
    {
        using var stream = typeof(TestCases).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                var columns = line.Split('\t');
                yield return new(columns[0], columns[1..]);
            }
        }
    }
}
