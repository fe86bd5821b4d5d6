using CsCheck;

namespace Timeline.Api.Tests.Modelled;

/// <summary>Runs a property over random cases that are the same at every run, so that a failure is never luck.</summary>
public static class Cases
{
    private const ulong Seed = 20250209;

    /// <summary>
    /// The property of the first cases; a failing one is made smaller and told with its seed. The environment variable
    /// <c>TIMELINE_TEST_CASES</c> multiplies how many there are.
    /// </summary>
    public static async Task Hold<T>(Gen<T> cases, int count, Func<T, Task> property)
    {
        var times = int.TryParse(Environment.GetEnvironmentVariable("TIMELINE_TEST_CASES"), out var many) ? many : 1;
        for (uint stream = 0; stream < count * times; stream++)
        {
            var random = new PCG(stream, Seed);
            var seed = random.ToString();
            var one = cases.Generate(random, null, out _);
            try
            {
                await property(one);
            }
            catch (Exception found)
            {
                // Throws the smallest failing case found, by the same seed.
                await cases.SampleAsync(property, seed: seed, iter: 100, threads: 1);
                throw new InvalidOperationException($"Case {stream} fails: {one}", found);
            }
        }
    }
}
