using System.Text.Json.Serialization;
using Timeline.Api.Articles;
using Timeline.Api.Claims;
using Timeline.Api.Domain;
using Timeline.Api.Events;

namespace Timeline.Api.Feeds;

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

    /// <summary>The stance: what the claimant does with it.</summary>
    [OneOf(nameof(Vocabulary.Stances))]
    public required string Keywords { get; init; }

    public static LinkedClaim Create(Claim claim, Event about, Article article, Dictionary<string, string> kinds, LinkBuilder address) =>
        new()
        {
            Id = address.Claim(claim.Id),
            Identifier = claim.Id,
            Text = claim.Text ?? claim.Quote.Exact ?? about.Title,
            Author = ToThing(claim.Speaker ?? claim.Via, kinds, address) ?? ToPublisher(article.Publisher),
            Appearance = new LinkedArticle(
                Id: address.Article(article.Id),
                Headline: article.Title,
                DatePublished: article.Published,
                InLanguage: article.Language,
                Url: article.Url,
                Publisher: ToPublisher(article.Publisher)
            ),
            TemporalCoverage = ToInterval(about),
            DatePublished = claim.Said is { Earliest: { } day } said && day == said.Latest ? day : null,
            About = new LinkedThing("Event", address.Event(about.Id), about.Title),
            Keywords = claim.Stance,
        };

    private static LinkedThing? ToThing(ClaimSource? source, Dictionary<string, string> kinds, LinkBuilder address)
    {
        if (source is null)
            return null;
        if (source.Id is null || !kinds.TryGetValue(source.Id, out var name))
            return new LinkedThing(ActorKindDefinition.Organisation, source.Id is null ? null : address.Actor(source.Id), source.Name);
        var kind = Vocabulary.ActorKindTable.Single(kind => kind.Name == name);
        return new LinkedThing(kind.SchemaOrgType, address.Actor(source.Id), source.Name);
    }

    private static LinkedThing? ToPublisher(string? name) =>
        name is null ? null : new LinkedThing(ActorKindDefinition.NewsMedium, null, name);

    private static string? ToInterval(Event about)
    {
        if (about.Date is null)
            return null;
        return about.Earliest is { } day && day == about.Latest ? day : $"{about.Earliest ?? ".."}/{about.Latest ?? ".."}";
    }
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
