using CsCheck;

namespace Timeline.Api.Tests.Running;

/// <summary>
/// Checks properties over random cases, all of which follow from <see cref="Seeds.Current"/>. CsCheck's own <c>Sample</c> takes a seed
/// for its first case only.
/// </summary>
public static class PropertyCheck
{
    private const int DefaultCount = 100;

    public static void ForAll<T>(Gen<T> cases, Action<T> property, int count = DefaultCount)
    {
        foreach (var (seed, sample) in Generate(cases, count))
        {
            try
            {
                property(sample);
            }
            catch (Exception failure)
            {
                // Throws with the smallest failing case that it finds.
                cases.Sample(property, seed: seed, iter: 100, threads: 1);
                throw Failed(sample, failure);
            }
        }
    }

    public static async Task ForAll<T>(Gen<T> cases, Func<T, Task> property, int count = DefaultCount)
    {
        foreach (var (seed, sample) in Generate(cases, count))
        {
            try
            {
                await property(sample);
            }
            catch (Exception failure)
            {
                // Throws with the smallest failing case that it finds.
                await cases.SampleAsync(property, seed: seed, iter: 100, threads: 1);
                throw Failed(sample, failure);
            }
        }
    }

    /// <summary>Cases, each with the seed that gives it. <c>TIMELINE_TEST_CASES</c> multiplies how many there are.</summary>
    private static IEnumerable<(string Seed, T Sample)> Generate<T>(Gen<T> cases, int count)
    {
        Seeds.Print();
        var factor = int.TryParse(Environment.GetEnvironmentVariable("TIMELINE_TEST_CASES"), out var given) ? given : 1;
        for (uint stream = 0; stream < count * factor; stream++)
        {
            var random = new PCG(stream, (ulong)Seeds.Current);
            var seed = random.ToString();
            yield return (seed, cases.Generate(random, null, out _));
        }
    }

    private static InvalidOperationException Failed<T>(T sample, Exception failure) =>
        new($"Fails for {sample}. {Seeds.Repeat(Seeds.Current)}", failure);
}
