using System.Globalization;

namespace Timeline.Api.Tests.Running;

/// <summary>
/// The seed of everything random in a run of the tests: the one in <c>TIMELINE_TEST_SEED</c>; else, where <c>CI</c> is set, always
/// the same, so that a change is never blamed for luck; else a new one, so that runs on a desk find what CI does not.
/// </summary>
public static class Seeds
{
    private const string Variable = "TIMELINE_TEST_SEED";
    private const int Fixed = 20250209;

    public static int Current { get; } = Choose();

    /// <summary>Says in the test's output which seed it runs with.</summary>
    public static void Print() => TestContext.Current.TestOutputHelper?.WriteLine(Repeat(Current));

    /// <summary>How to run with this seed again.</summary>
    public static string Repeat(int seed) => $"{Variable}={seed} repeats this run.";

    private static int Choose()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
            return int.Parse(given, CultureInfo.InvariantCulture);
        return Environment.GetEnvironmentVariable("CI") is null ? Random.Shared.Next() : Fixed;
    }
}
