using System.Diagnostics;
using System.Globalization;
using Timeline.Api.Tests.Posting;
using Timeline.Api.Tests.Running;
using Findings = System.Collections.Concurrent.ConcurrentDictionary<(string Fault, string Operation), string>;

namespace Timeline.Api.Tests.Fuzzing;

/// <summary>
/// Attacks every operation of the API document with what it takes, what it nearly takes and what it never takes. One round from a
/// fixed seed; with TIMELINE_FUZZ_MINUTES rounds from ever new seeds for so long; with TIMELINE_FUZZ_SEED one round from that seed.
/// </summary>
public class ApiFuzzTests(Databases databases, ITestOutputHelper output)
{
    private const int Seed = 20250314;
    private const int Attackers = 4;
    private const int RequestsEach = 1_000;
    private const int Shown = 300;

    [Theory]
    [OnEveryDatabase]
    public async Task Whatever_is_asked_the_answer_is_one_that_the_document_tells_of(DatabaseKind kind)
    {
        var watch = Stopwatch.StartNew();
        var minutes = double.Parse(Environment.GetEnvironmentVariable("TIMELINE_FUZZ_MINUTES") ?? "0", CultureInfo.InvariantCulture);
        var seed = int.Parse(Environment.GetEnvironmentVariable("TIMELINE_FUZZ_SEED") ?? $"{Seed}", CultureInfo.InvariantCulture);
        do
        {
            var findings = await Round(kind, seed);
            output.WriteLine($"{kind}: {Attackers * RequestsEach} requests of seed {seed} after {watch.Elapsed.TotalSeconds:F0} s");
            Assert.True(findings.IsEmpty, $"TIMELINE_FUZZ_SEED={seed} finds faults:\n{string.Join('\n', Told(findings))}");
            seed = Random.Shared.Next();
        } while (watch.Elapsed.TotalMinutes < minutes);
    }

    /// <summary>Each fault with the operations that have it and one request that shows it.</summary>
    private static IEnumerable<string> Told(Findings findings) =>
        from finding in findings
        orderby finding.Key.Fault, finding.Key.Operation
        group finding by finding.Key.Fault into same
        select $"{same.Key} ({string.Join(", ", same.Select(finding => finding.Key.Operation))})\n  {same.First().Value}";

    /// <summary>One attack on a timeline of its own, by some at once; each fault with the first request that showed it.</summary>
    private async Task<Findings> Round(DatabaseKind kind, int seed)
    {
        await using var desk = await Desk.Open(databases, kind, "--Timeline:Seed=true");
        var api = await ApiOperations.Of(desk.Timeline);
        string[] keys = [await desk.NewKey("write"), await desk.NewKey("write"), await desk.NewKey("review"), desk.Key, desk.Key];
        var (verdict, findings) = (new Verdict(api.Schemas), new Findings());
        var attackers = Enumerable.Range(0, Attackers).Select(i => new Attacker(api, keys, unchecked((seed * Attackers) + i)));
        await Task.WhenAll(attackers.Select(attacker => Task.Run(() => Attack(desk.Timeline.Client, attacker, verdict, findings))));
        // Afterwards everything is still there to be read.
        foreach (var operation in api.Operations.Where(operation => operation is { Method: "GET", IsStream: false }))
        {
            if (operation.Inputs.All(input => !input.IsRequired))
            {
                var calm = new Attack(operation, "GET", operation.Path, [("Authorization", $"Bearer {desk.Key}")], null);
                await Judge(desk.Timeline.Client, calm, verdict, findings);
            }
        }

        Assert.Equal(200, (int)(await desk.Timeline.Get("/health/ready")).Status);
        return findings;
    }

    private static async Task Attack(HttpClient client, Attacker attacker, Verdict verdict, Findings findings)
    {
        for (var i = 0; i < RequestsEach; i++)
        {
            var attack = attacker.Next();
            if (await Judge(client, attack, verdict, findings) is not { } answer)
                continue;
            attacker.Memory.Learn(attack, answer);
            if (attack.Method != "GET" || i % 8 != 0)
                continue;
            var (head, again) = (await (attack with { Method = "HEAD" }).Send(client), await attack.Send(client));
            // Others write meanwhile: where the second GET is another, nothing can be said of what stood between.
            if (again.Text == answer.Text && again.Header("ETag") == answer.Header("ETag"))
                Note(findings, attack, answer, Verdict.Differences(answer, head));
        }
    }

    /// <summary>The answer; null where there was none, which is a fault too.</summary>
    private static async Task<Answer?> Judge(HttpClient client, Attack attack, Verdict verdict, Findings findings)
    {
        try
        {
            var answer = await attack.Send(client);
            Note(findings, attack, answer, verdict.Faults(attack, answer));
            return answer;
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            findings.TryAdd(("the connection broke", Name(attack)), $"{attack}\n    {broken.Message} {broken.InnerException?.Message}");
            return null;
        }
    }

    private static void Note(Findings findings, Attack attack, Answer answer, IEnumerable<string> faults)
    {
        var beginning = answer.Text.Length > Shown ? answer.Text[..Shown] : answer.Text;
        foreach (var fault in faults)
            findings.TryAdd((fault, Name(attack)), $"{attack}\n    answers {(int)answer.Status} {beginning}");
    }

    private static string Name(Attack attack) => attack.Operation?.Id ?? "undocumented";
}
