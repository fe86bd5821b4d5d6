using BenchmarkDotNet.Attributes;
using Timeline.Edtf;
using Timeline.Extraction;

namespace Timeline.Benchmarks;

/// <summary>Reading an article of some length, made of one of our own again and again.</summary>
[MemoryDiagnoser]
public class ExtractionBenchmarks
{
    private const string Story = """
        Mayor Ana Ruiz met the dockers' leader Tom Berg on Tuesday, the first meeting since the strike began in early January.
        Ms Ruiz said a deal could be signed next week. "We are close," she told the Halden Courier. The dockers' union denied
        that an agreement was near, and its spokesman declined to comment on a report that the quay would be sold by 2027.

        """;

    private string _text = "";

    [Params(1_000, 100_000)]
    public int Characters { get; set; }

    [GlobalSetup]
    public void Repeat() => _text = string.Concat(Enumerable.Repeat(Story, Characters / Story.Length + 1))[..Characters];

    [Benchmark]
    public int Events() => Extractor.Extract(_text, Day.FromYearMonthDay(2025, 3, 14)).Events.Count;
}
