using System.Text.Json.Serialization;

namespace Timeline.Api.Http;

/// <summary>One page of a list.</summary>
public sealed record Page<T>
{
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>Give it as <c>cursor</c> for the page that follows; null on the last page.</summary>
    public required string? NextCursor { get; init; }

    /// <summary>How many more fit the query but have no date and are left out for that; exact to 10,000.</summary>
    public int Undated { get; init; }

    /// <summary>What each name in the query was taken for.</summary>
    public IReadOnlyList<ResolvedName> Resolved { get; init; } = [];

    /// <summary>What a reader of this answer should know.</summary>
    public IReadOnlyList<Hint> Hints { get; init; } = [];

    /// <summary>With <c>count=true</c>: how many there are on all pages; 10,000 where there are more.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Total { get; init; }

    /// <summary>With <c>count=true</c>: false where there are more than <c>total</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? TotalIsExact { get; init; }
}

/// <summary>A name of the query and what it was taken for; <c>matched</c> is <c>id</c>, <c>name</c> or <c>alias</c>.</summary>
public sealed record ResolvedName(string Parameter, string Input, string Id, string Matched);

/// <summary>Something worth knowing about the answer, with a stable code.</summary>
public sealed record Hint(string Code, string Detail)
{
    /// <summary>What is told of a text of which nothing was extracted, because it is not English.</summary>
    public static Hint NotEnglish(string code, string name) =>
        new("not_english", $"The text is in {name} ({code}). Only English is read: nothing was extracted.");

    public static Hint NoWords { get; } = new("no_words", "'q' holds no letter or digit to look for.");
}
