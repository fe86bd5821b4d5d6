namespace Timeline.Api.Tests.House;

/// <summary>What breaks a rule of the house.</summary>
public static class Violations
{
    private const int Shown = 50;

    /// <summary>Fails with all of them, one a line, where there are any.</summary>
    public static void AssertNone(IEnumerable<string> violations)
    {
        var all = violations.ToList();
        if (all.Count > 0)
            Assert.Fail($"{all.Count} violations:\n{string.Join('\n', all.Take(Shown))}");
    }
}
