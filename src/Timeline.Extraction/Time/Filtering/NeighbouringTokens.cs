using System.Collections.Frozen;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Time;

/// <summary>The tokens beside an expression, and the lists of <c>filter-words.txt</c> that they are looked up in.</summary>
internal sealed class NeighbouringTokens(Document document)
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = EmbeddedData
        .ReadLines("Time.filter-words.txt")
        .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
        .ToFrozenDictionary(p => p[0], p => p[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet());

    public static FrozenSet<string> BeforeYear { get; } = Lists["before-year"];

    public static FrozenSet<string> WeakBeforeYear { get; } = Lists["weak-before-year"];

    public static FrozenSet<string> NoYearAfter { get; } = Lists["no-year-after"];

    public static FrozenSet<string> CountAfter { get; } = Lists["count-after"];

    public static FrozenSet<string> BeforeMonth { get; } = Lists["before-month"];

    public static FrozenSet<string> BeforeShortDay { get; } = Lists["before-short-day"];

    public static FrozenSet<string> NotAfterSeason { get; } = Lists["not-after-season"];

    public static FrozenSet<string> CommonHoliday { get; } = Lists["common-holiday"];

    public static FrozenSet<string> OfHoliday { get; } = Lists["of-holiday"];

    /// <summary>The token's spelling in lower case; empty outside of the document.</summary>
    public string Lower(int token) => token >= 0 && token < document.Tokens.Length ? document.Tokens[token].Lower : "";

    /// <summary>The token's part of speech; a sign's outside of the document.</summary>
    public PosTag Tag(int token) =>
        token >= 0 && token < document.Tokens.Length ? document.Tokens[token].Tag : Timeline.Extraction.Text.PosTag.Sign;
}
