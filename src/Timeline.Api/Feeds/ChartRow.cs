using Timeline.Api.Domain;

namespace Timeline.Api.Feeds;

/// <summary>An event as a flat row, for chart libraries that take an array of objects.</summary>
public sealed record ChartRow
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    [OneOf(nameof(Vocabulary.EventKinds))]
    public required string Kind { get; init; }

    [OneOf(nameof(Vocabulary.Standings))]
    public required string Standing { get; init; }

    /// <summary>EDTF (ISO 8601-2).</summary>
    public required string Date { get; init; }

    /// <summary>Local midnight of the first day, without a zone; of an open side, where it is drawn.</summary>
    public required string Start { get; init; }

    /// <summary>Local midnight of the day after the last.</summary>
    public required string End { get; init; }

    /// <summary>How many days lie between the two.</summary>
    public required long Days { get; init; }

    /// <summary>First day that the date can mean, <c>YYYY-MM-DD</c>; null on an open side.</summary>
    public required string? Earliest { get; init; }

    /// <summary>Last day that the date can mean, <c>YYYY-MM-DD</c>; null on an open side.</summary>
    public required string? Latest { get; init; }

    [OneOf(nameof(Vocabulary.Precisions))]
    public required string Precision { get; init; }

    public required bool Approximate { get; init; }

    public required bool Uncertain { get; init; }

    /// <summary><c>within</c>: on some day between the bounds; <c>throughout</c>: on all of them.</summary>
    public required string Extent { get; init; }

    /// <summary>The article's words for the date.</summary>
    public required string? Phrase { get; init; }

    /// <summary>Names, with commas between.</summary>
    public required string Actors { get; init; }

    /// <summary>How many claims it has.</summary>
    public required int Claims { get; init; }

    public static ChartRow Create(ChartEvent drawn) =>
        new()
        {
            Id = drawn.Event.Id,
            Title = drawn.Event.Title,
            Kind = drawn.Event.Kind,
            Standing = drawn.Event.Standing,
            Date = drawn.Event.Date!,
            Start = ChartEvent.FormatMidnight(drawn.First),
            End = ChartEvent.FormatMidnight(drawn.Last.AddDays(1)),
            Days = drawn.Last.Number - drawn.First.Number + 1,
            Earliest = drawn.Event.Earliest,
            Latest = drawn.Event.Latest,
            Precision = drawn.Event.Precision!,
            Approximate = drawn.Event.Approximate,
            Uncertain = drawn.Event.Uncertain,
            Extent = drawn.Event.Extent,
            Phrase = drawn.Event.Phrase,
            Actors = string.Join(", ", drawn.Event.Actors.Select(actor => actor.Name)),
            Claims = drawn.Event.ClaimCount,
        };
}
