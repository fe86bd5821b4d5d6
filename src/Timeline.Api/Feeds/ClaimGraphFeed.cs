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

/// <summary>
/// Claims as JSON-LD in the vocabulary of schema.org: who says what, where it appeared, which time it is about. Nobody rates
/// anything here, so there is no <c>ClaimReview</c>.
/// </summary>
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
            foreach (var claim in ReadClaims(snapshot, query.Visibility, events, address))
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

    private static List<LinkedClaim> ReadClaims(Snapshot snapshot, Visibility view, IReadOnlyList<Event> events, LinkBuilder address)
    {
        if (events.Count == 0)
            return [];
        var claims = ClaimReader.ReadAll(snapshot, [.. events.Select(found => found.Key)], view);
        var all = claims.SelectMany(group => group).ToList();
        var articles = snapshot
            .Query<Article>(FeedSql.Articles([.. all.Select(claim => claim.ArticleKey).Distinct()], view))
            .ToDictionary(article => article.Key);
        var sources = all.SelectMany(claim => new[] { claim.SpeakerId, claim.ViaId }).OfType<string>().Distinct();
        var kinds = snapshot.Query<Actor>(FeedSql.Actors([.. sources])).ToDictionary(actor => actor.Id, actor => actor.Kind);
        return
        [
            .. events.SelectMany(found =>
                claims[found.Key].Select(claim => LinkedClaim.Create(claim, found, articles[claim.ArticleKey], kinds, address))
            ),
        ];
    }
}
