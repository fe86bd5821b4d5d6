using System.Text.Json;
using System.Text.Json.Serialization;
using Timeline.Api.Actors;
using Timeline.Api.Articles;
using Timeline.Api.Claims;
using Timeline.Api.Domain;
using Timeline.Api.Events;
using Timeline.Api.Http;
using Timeline.Api.Storage;

namespace Timeline.Api.Feeds;

/// <summary>Claims as JSON-LD in the vocabulary of schema.org: who says what, where it appeared, which time it is about. Nobody rates anything here, so there is no <c>ClaimReview</c>.</summary>
public static class ClaimGraphFeed
{
    private static readonly JsonSerializerOptions Options = new(Json.Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static void Write(Stream body, Snapshot snapshot, EventQuery query, LinkBuilder address)
    {
        var lines = new JsonStreamWriter(body);
        lines.Add("{\"@context\":\"https://schema.org\",\"@graph\":["u8);
        var first = true;
        foreach (var events in EventPages.Read(snapshot, query))
        {
            foreach (var claim in Page(snapshot, query.Visibility, events, address))
            {
                lines.Add(first ? "\n"u8 : ",\n"u8);
                lines.Add(claim, Options);
                first = false;
            }

            lines.Send();
        }

        lines.Add("\n]}\n"u8);
        lines.Send(all: true);
    }

    private static List<LinkedClaim> Page(Snapshot snapshot, Visibility view, IReadOnlyList<Event> events, LinkBuilder address)
    {
        if (events.Count == 0)
            return [];
        var claims = ClaimReader.ReadAll(snapshot, [.. events.Select(found => found.Key)], view);
        var all = claims.SelectMany(group => group).ToList();
        var articles = snapshot
            .Query<Article>(FeedSql.Articles([.. all.Select(claim => claim.ArticleKey).Distinct()]))
            .ToDictionary(article => article.Key);
        var kinds = snapshot
            .Query<Actor>(FeedSql.Actors([.. all.SelectMany(claim => new[] { claim.SpeakerId, claim.ViaId }).OfType<string>().Distinct()]))
            .ToDictionary(actor => actor.Id, actor => actor.Kind);
        return
        [
            .. events.SelectMany(found =>
                claims[found.Key].Select(claim => LinkedClaim.Create(claim, found, articles[claim.ArticleKey], kinds, address))
            ),
        ];
    }
}

/// <summary>One <c>Claim</c> of schema.org.</summary>
public sealed record LinkedClaim
{
    [JsonPropertyName("@type")]
    public string Type => "Claim";

    [JsonPropertyName("@id")]
    public required string Id { get; init; }

    public required string Identifier { get; init; }

    /// <summary>What is claimed: the paraphrase, the words quoted, or the title of the event.</summary>
    public required string Text { get; init; }

    /// <summary>Who claims it; in the article's own voice, its publisher.</summary>
    public LinkedThing? Author { get; init; }

    /// <summary>The article that it stands in.</summary>
    public required LinkedArticle Appearance { get; init; }

    /// <summary>The time that the event can have happened in (ISO 8601, an open side as <c>..</c>).</summary>
    public string? TemporalCoverage { get; init; }

    /// <summary>The day it was said.</summary>
    public string? DatePublished { get; init; }

    /// <summary>The event that it is about.</summary>
    public required LinkedThing About { get; init; }

    /// <summary>What the claimant does with it: <c>asserts</c>, <c>denies</c> …</summary>
    public required string Keywords { get; init; }

    public static LinkedClaim Create(Claim claim, Event about, Article article, Dictionary<string, string> kinds, LinkBuilder address) =>
        new()
        {
            Id = address.Claim(claim.Id),
            Identifier = claim.Id,
            Text = claim.Text ?? claim.Quote.Exact ?? about.Title,
            Author = Who(claim.Speaker ?? claim.Via, kinds, address) ?? Organisation(article.Publisher),
            Appearance = new LinkedArticle(
                address.Article(article.Id),
                article.Title,
                article.Published,
                article.Language,
                article.Url,
                Organisation(article.Publisher)
            ),
            TemporalCoverage = Coverage(about),
            DatePublished = claim.Said is { Earliest: { } day } said && day == said.Latest ? day : null,
            About = new LinkedThing("Event", address.Event(about.Id), about.Title),
            Keywords = claim.Stance,
        };

    private static LinkedThing? Who(ClaimSource? source, Dictionary<string, string> kinds, LinkBuilder address) =>
        source is null
            ? null
            : new LinkedThing(
                source.Id is null ? "Organization" : Kind(kinds.GetValueOrDefault(source.Id)),
                source.Id is null ? null : address.Actor(source.Id),
                source.Name
            );

    private static string Kind(string? actor) =>
        actor switch
        {
            "person" => "Person",
            "medium" => "NewsMediaOrganization",
            "state" => "GovernmentOrganization",
            _ => "Organization",
        };

    private static LinkedThing? Organisation(string? name) => name is null ? null : new LinkedThing("NewsMediaOrganization", null, name);

    private static string? Coverage(Event about) =>
        about.Date is null ? null
        : about.Earliest == about.Latest && about.Earliest is { } day ? day
        : $"{about.Earliest ?? ".."}/{about.Latest ?? ".."}";
}

/// <summary>Something with a name.</summary>
public sealed record LinkedThing(
    [property: JsonPropertyName("@type")] string Type,
    [property: JsonPropertyName("@id")] string? Id,
    string Name
);

/// <summary>A <c>NewsArticle</c> of schema.org.</summary>
public sealed record LinkedArticle(
    [property: JsonPropertyName("@id")] string Id,
    string Headline,
    string DatePublished,
    string InLanguage,
    string? Url,
    LinkedThing? Publisher
)
{
    [JsonPropertyName("@type")]
    [JsonPropertyOrder(-1)]
    public string Type => "NewsArticle";
}
