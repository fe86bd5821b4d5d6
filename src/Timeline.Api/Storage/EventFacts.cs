using Timeline.Api.Domain;

namespace Timeline.Api.Storage;

/// <summary>What everyone sees of an event besides what was written.</summary>
internal sealed record PublicState
{
    public string Standing { get; init; } = "";
    public string ActorsJson { get; init; } = "";
    public long ClaimCount { get; init; }
    public long ArticleCount { get; init; }

    /// <summary>How many of its quotes are shown out of texts that may not be shown whole.</summary>
    public long QuotesGranted { get; init; }
}

/// <summary>Of an event, what its terms and words are made of.</summary>
internal sealed record EventFacts
{
    public bool Public { get; init; }
    public long StartDay { get; init; }
    public long EndDay { get; init; }
    public long LengthClass { get; init; }
    public string Title { get; init; } = "";
    public string? Summary { get; init; }
    public string Kind { get; init; } = "";
    public IReadOnlyList<string> Tags { get; init; } = [];
    public string? Precision { get; init; }
    public long TimeKey { get; init; }

    public DateRange Days => new(StartDay, EndDay);
}

/// <summary>One role of an actor in an event.</summary>
internal sealed record ActorFacts
{
    public long Id { get; init; }
    public string Slug { get; init; } = "";
    public string Name { get; init; } = "";
    public string Role { get; init; } = "";
}

/// <summary>Of a claim, what its event's counts, terms and words are made of.</summary>
internal sealed record ClaimFacts
{
    public long Id { get; init; }
    public bool Public { get; init; }
    public long Article { get; init; }
    public long? Speaker { get; init; }
    public long? Via { get; init; }
    public string Stance { get; init; } = "";
    public string? Text { get; init; }
    public string? QuoteExact { get; init; }
    public bool QuoteShown { get; init; }
    public string? Publisher { get; init; }

    /// <summary>The words that everyone may read.</summary>
    public IEnumerable<string?> Shown => QuoteShown ? [Text, QuoteExact] : [Text];

    public IEnumerable<string?> All => [Text, QuoteExact];
}
