using CsCheck;

namespace Timeline.Tests;

/// <summary>
/// Checks a property on generated values. The seed is fixed where the environment variable CI is set and random elsewhere; it is printed
/// either way, and a failure is handed to CsCheck, which shrinks it and prints the seed of the case.
/// </summary>
internal static class Property
{
    private const ulong SeedInCI = 20_250_314;

    /// <summary>The seed of this run.</summary>
    public static ulong Seed { get; } = IsCI ? SeedInCI : (ulong)Environment.TickCount64 & int.MaxValue;

    /// <summary>Whether this run has to be the same as the last one.</summary>
    public static bool IsCI => Environment.GetEnvironmentVariable("CI") is { Length: > 0 };

    public static void Holds<T>(this Gen<T> values, Func<T, bool> property, int iter = 100) =>
        values.Check(value => Assert.True(property(value)), iter);

    public static void Holds<T1, T2>(this Gen<(T1, T2)> values, Func<T1, T2, bool> property, int iter = 100) =>
        values.Holds(value => property(value.Item1, value.Item2), iter);

    public static void Holds<T1, T2, T3>(this Gen<(T1, T2, T3)> values, Func<T1, T2, T3, bool> property, int iter = 100) =>
        values.Holds(value => property(value.Item1, value.Item2, value.Item3), iter);

    public static void Holds<T1, T2, T3, T4, T5>(
        this Gen<(T1, T2, T3, T4, T5)> values,
        Func<T1, T2, T3, T4, T5, bool> property,
        int iter = 100
    ) => values.Holds(value => property(value.Item1, value.Item2, value.Item3, value.Item4, value.Item5), iter);

    public static void Check<T1, T2>(this Gen<(T1, T2)> values, Action<T1, T2> assert, int iter = 100) =>
        values.Check(value => assert(value.Item1, value.Item2), iter);

    /// <summary>Runs the assertions on so many values.</summary>
    public static void Check<T>(this Gen<T> values, Action<T> assert, int iter = 100)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"Seed {Seed}");
        for (var i = 0; i < iter; i++)
        {
            var random = new PCG(1, Seed + (ulong)i);
            var seed = random.ToString();
            var value = values.Generate(random, null, out _);
            try
            {
                assert(value);
            }
            catch (Exception exception)
            {
                values.Sample(assert, seed: seed, threads: 1);
                throw new InvalidOperationException(
                    $"Value {i} of seed {Seed} ({seed}) fails, but not when generated again: {value}",
                    exception
                );
            }
        }
    }
}
