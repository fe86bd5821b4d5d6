using System.Text.Json.Serialization;

namespace Timeline.Api.Claims;

/// <content>The columns that the answer is made of and does not show as they are.</content>
public sealed partial record Claim
{
    [JsonIgnore]
    public long Key { get; init; }

    [JsonIgnore]
    public long EventKey { get; init; }

    [JsonIgnore]
    public long ArticleKey { get; init; }

    [JsonIgnore]
    public string? SpeakerId { get; init; }

    [JsonIgnore]
    public string? SpeakerName { get; init; }

    [JsonIgnore]
    public string? ViaId { get; init; }

    [JsonIgnore]
    public string? ViaName { get; init; }

    [JsonIgnore]
    public string? Date { get; init; }

    [JsonIgnore]
    public long StartDay { get; init; }

    [JsonIgnore]
    public long EndDay { get; init; }

    [JsonIgnore]
    public string? Precision { get; init; }

    [JsonIgnore]
    public bool Approximate { get; init; }

    [JsonIgnore]
    public bool Uncertain { get; init; }

    [JsonIgnore]
    public string Extent { get; init; } = "";

    [JsonIgnore]
    public string? Phrase { get; init; }

    [JsonIgnore]
    public string? Anchor { get; init; }

    [JsonIgnore]
    public IReadOnlyList<string> Alternatives { get; init; } = [];

    [JsonIgnore]
    public string? TellsDate { get; init; }

    [JsonIgnore]
    public long TellsStartDay { get; init; }

    [JsonIgnore]
    public long TellsEndDay { get; init; }

    [JsonIgnore]
    public string? TellsPrecision { get; init; }

    [JsonIgnore]
    public bool TellsApproximate { get; init; }

    [JsonIgnore]
    public bool TellsUncertain { get; init; }

    [JsonIgnore]
    public string? TellsExtent { get; init; }

    [JsonIgnore]
    public string? TellsPhrase { get; init; }

    [JsonIgnore]
    public string? TellsAnchor { get; init; }

    [JsonIgnore]
    public IReadOnlyList<string> TellsAlternatives { get; init; } = [];

    [JsonIgnore]
    public long? RespondsToKey { get; init; }

    [JsonIgnore]
    public string? QuoteExact { get; init; }

    [JsonIgnore]
    public string? QuotePrefix { get; init; }

    [JsonIgnore]
    public string? QuoteSuffix { get; init; }

    [JsonIgnore]
    public IReadOnlyList<IReadOnlyList<int>> QuoteSpans { get; init; } = [];

    [JsonIgnore]
    public string Sha256 { get; init; } = "";

    [JsonIgnore]
    public long Seq { get; init; }

    /// <summary>Where a scan by date goes on after this claim.</summary>
    [JsonIgnore]
    public long[] Position => [StartDay, EndDay, Key];
}
