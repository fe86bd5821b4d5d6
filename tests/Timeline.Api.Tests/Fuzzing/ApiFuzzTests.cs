using System.Diagnostics;
using System.Globalization;
using Timeline.Api.Tests.Running;
using Findings = System.Collections.Concurrent.ConcurrentDictionary<(string Fault, string Operation), string>;

namespace Timeline.Api.Tests.Fuzzing;

/// <summary>
/// Sends every operation of the API document what it takes, what it nearly takes and what it never takes. One round from the seed of
/// the run; with TIMELINE_FUZZ_MINUTES more rounds, each from a new seed, for so long.
/// </summary>
public class ApiFuzzTests(Databases databases, ITestOutputHelper output)
{
    private const int Fuzzers = 4;
    private const int RequestsEach = 1_000;
    private const int Shown = 300;

    [Theory]
    [OnEveryDatabase]
    public async Task Whatever_is_asked_the_answer_is_one_that_the_document_tells_of(DatabaseKind kind)
    {
        var watch = Stopwatch.StartNew();
        var minutes = double.Parse(Environment.GetEnvironmentVariable("TIMELINE_FUZZ_MINUTES") ?? "0", CultureInfo.InvariantCulture);
        var seed = Seeds.Current;
        do
        {
            var findings = await Round(kind, seed);
            output.WriteLine($"{kind}: {Fuzzers * RequestsEach} requests of seed {seed} after {watch.Elapsed.TotalSeconds:F0} s");
            Assert.True(findings.IsEmpty, $"{Seeds.Repeat(seed)} Faults:\n{string.Join('\n', Describe(findings))}");
            seed = Random.Shared.Next();
        } while (watch.Elapsed.TotalMinutes < minutes);
    }

    /// <summary>Each fault with the operations that have it and one request that shows it.</summary>
    private static IEnumerable<string> Describe(Findings findings) =>
        from finding in findings
        orderby finding.Key.Fault, finding.Key.Operation
        group finding by finding.Key.Fault into same
        select $"{same.Key} ({string.Join(", ", same.Select(finding => finding.Key.Operation))})\n  {same.First().Value}";

    /// <summary>One round on a timeline of its own, by several fuzzers at once; each fault with the first request that showed it.</summary>
    private async Task<Findings> Round(DatabaseKind kind, int seed)
    {
        await using var admin = await AdminClient.Open(databases, kind, "--Timeline:Seed=true");
        var api = await ApiOperations.ReadAsync(admin.Timeline);
        string[] keys = [await admin.NewKey("write"), await admin.NewKey("write"), await admin.NewKey("review"), admin.Key, admin.Key];
        var (oracle, findings) = (new ResponseOracle(api.Schemas), new Findings());
        var fuzzers = Enumerable.Range(0, Fuzzers).Select(i => new RequestFuzzer(api, keys, unchecked((seed * Fuzzers) + i)));
        await Task.WhenAll(fuzzers.Select(fuzzer => Task.Run(() => Fuzz(admin.Timeline.Client, fuzzer, oracle, findings))));
        // Afterwards everything is still there to be read.
        foreach (var operation in api.Operations.Where(operation => operation is { Method: "GET", IsStream: false }))
        {
            if (operation.Inputs.All(input => !input.IsRequired))
            {
                var calm = new FuzzRequest(operation, "GET", operation.Path, [("Authorization", $"Bearer {admin.Key}")], null);
                await Judge(admin.Timeline.Client, calm, oracle, findings);
            }
        }

        Assert.Equal(200, (int)(await admin.Timeline.Get("/health/ready")).Status);
        return findings;
    }

    private static async Task Fuzz(HttpClient client, RequestFuzzer fuzzer, ResponseOracle oracle, Findings findings)
    {
        for (var i = 0; i < RequestsEach; i++)
        {
            var request = fuzzer.Next();
            if (await Judge(client, request, oracle, findings) is not { } answer)
                continue;
            fuzzer.Memory.Learn(request, answer);
            if (request.Method != "GET" || i % 8 != 0)
                continue;
            var (head, again) = (await (request with { Method = "HEAD" }).Send(client), await request.Send(client));
            // Others write meanwhile: where the second GET is another, nothing can be said of what stood between.
            if (again.Text == answer.Text && again.Header("ETag") == answer.Header("ETag"))
                Note(findings, request, answer, ResponseOracle.FindHeadDifferences(answer, head));
        }
    }

    /// <summary>The answer; null where there was none, which is a fault too.</summary>
    private static async Task<ApiResponse?> Judge(HttpClient client, FuzzRequest request, ResponseOracle oracle, Findings findings)
    {
        try
        {
            var answer = await request.Send(client);
            Note(findings, request, answer, oracle.FindFaults(request, answer));
            return answer;
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            findings.TryAdd(("the connection broke", Name(request)), $"{request}\n    {broken.Message} {broken.InnerException?.Message}");
            return null;
        }
    }

    private static void Note(Findings findings, FuzzRequest request, ApiResponse answer, IEnumerable<string> faults)
    {
        var beginning = answer.Text.Length > Shown ? answer.Text[..Shown] : answer.Text;
        foreach (var fault in faults)
            findings.TryAdd((fault, Name(request)), $"{request}\n    answers {(int)answer.Status} {beginning}");
    }

    private static string Name(FuzzRequest request) => request.Operation?.Id ?? "undocumented";
}
