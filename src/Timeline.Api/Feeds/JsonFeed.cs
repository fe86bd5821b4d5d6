using System.Text.Json.Serialization;
using Timeline.Api.Domain;
using Timeline.Api.Events;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Feeds;

/// <summary>JSON Feed 1.1 (jsonfeed.org): the events last recorded, for feed readers.</summary>
public sealed record JsonFeed
{
    public string Version => "https://jsonfeed.org/version/1.1";

    public string Title => "Timeline";

    [JsonPropertyName("home_page_url")]
    public required string HomePageUrl { get; init; }

    [JsonPropertyName("feed_url")]
    public required string FeedUrl { get; init; }

    /// <summary>Last changed first.</summary>
    public required IReadOnlyList<JsonFeedItem> Items { get; init; }

    /// <summary>The feed, and what it leaves out: undated events are in it, as far as the query asks for them.</summary>
    public static (JsonFeed Feed, FeedOmissions LeftOut) Read(Snapshot snapshot, EventQuery query, LinkBuilder address)
    {
        var resolved = ResolvedQuery.Resolve(snapshot, query with { Sort = SortOrder.LastChangedFirst, Limit = ChartEvents.Most });
        var rows = EventReader.ReadRows(snapshot, resolved);
        var feed = new JsonFeed
        {
            HomePageUrl = address.Root,
            FeedUrl = address.Self,
            Items = [.. rows.Take(ChartEvents.Most).Select(found => JsonFeedItem.Create(found, address))],
        };
        var undated = query.Range.Undated == UndatedFilter.Exclude ? FeedOmissions.CountUndated(snapshot, resolved) : 0;
        return (feed, new FeedOmissions(undated, 0, rows.Count > ChartEvents.Most));
    }
}

/// <summary>
/// One event. Its two dates are those of the record; when it happened stands in <c>_timeline</c>, since a feed's dates are instants.
/// </summary>
public sealed record JsonFeedItem
{
    public required string Id { get; init; }

    public required string Url { get; init; }

    public required string Title { get; init; }

    [JsonPropertyName("content_text")]
    public required string ContentText { get; init; }

    /// <summary>When it was recorded.</summary>
    [JsonPropertyName("date_published")]
    public required string DatePublished { get; init; }

    /// <summary>When the record was last changed.</summary>
    [JsonPropertyName("date_modified")]
    public required string DateModified { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    [JsonPropertyName("_timeline")]
    public required JsonFeedDate Timeline { get; init; }

    public static JsonFeedItem Create(Event found, LinkBuilder address) =>
        new()
        {
            Id = found.Id,
            Url = address.Event(found.Id),
            Title = found.Title,
            ContentText = found.Summary ?? $"{found.Title} ({found.Phrase ?? found.Date ?? "undated"}, {found.Standing})",
            DatePublished = found.CreatedAt,
            DateModified = found.UpdatedAt,
            Tags = [found.Kind, .. found.Tags],
            Timeline = new JsonFeedDate(
                Date: found.Date,
                Earliest: found.Earliest,
                Latest: found.Latest,
                Precision: found.Precision,
                Extent: found.Extent,
                Phrase: found.Phrase,
                Standing: found.Standing,
                Actors: [.. found.Actors.Select(actor => actor.Id)]
            ),
        };
}

/// <summary>An extension of the feed: when the event happened (EDTF and bounds), how it stands, and who has a part in it.</summary>
public sealed record JsonFeedDate(
    string? Date,
    string? Earliest,
    string? Latest,
    [property: OneOf(nameof(Vocabulary.Precisions))] string? Precision,
    [property: OneOf(nameof(Vocabulary.Extents))] string Extent,
    string? Phrase,
    [property: OneOf(nameof(Vocabulary.Standings))] string Standing,
    IReadOnlyList<string> Actors
);
