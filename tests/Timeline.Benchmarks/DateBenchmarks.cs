using BenchmarkDotNet.Attributes;
using Timeline.Edtf;

namespace Timeline.Benchmarks;

/// <summary>Reading dates and their bounds, as every filter and every import does.</summary>
[MemoryDiagnoser]
public class DateBenchmarks
{
    [Params("2024-06-14", "2022-02", "2022-01~/2022-04~", "[2025-02,2025-03]")]
    public string Text { get; set; } = "";

    [Benchmark]
    public long Bounds() => EdtfDate.TryParse(Text, out var date, out _) ? (date.Latest?.Number ?? 0) - (date.Earliest?.Number ?? 0) : -1;
}
