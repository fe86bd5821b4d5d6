using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Timeline.Api.Storage;
using Timeline.Api.Tests.Running;
using Timeline.Edtf;

namespace Timeline.Api.Tests.Models;

/// <summary>Puts a random timeline into a running one, in place of what was there.</summary>
public static class ModelLoader
{
    private static readonly string[] Tables =
    [
        "change",
        "article",
        "actor",
        "alias",
        "event",
        "event_actor",
        "event_term",
        "term_count",
        "event_json",
        "claim",
        "proposed_actor",
        "merged_claim",
        "merged_participant",
        "erasure",
        "event_text",
        "claim_text",
        "article_text",
    ];

    /// <summary>
    /// Writes everything by the ordinary way in two transactions, the second of which adds to the events of the first; gives the order in
    /// which events and claims were stored.
    /// </summary>
    public static async Task<(List<int> Events, List<int> Claims)> Replace(RunningTimeline timeline, ModelTimeline content)
    {
        await Execute(timeline.ConnectionString, string.Join("; ", Tables.Select(table => $"delete from {table}")));
        var early = content.Events.Count / 2;
        var first = new HashSet<int>();
        foreach (var claim in content.Claims.Where(claim => claim.Event < early && claim.Number < content.Claims.Count * 2 / 3))
        {
            if (claim.RespondsTo is not { } answered || first.Contains(answered))
                first.Add(claim.Number);
        }

        await timeline.Store.Write(
            "test",
            transaction =>
            {
                foreach (var article in content.Articles)
                    transaction.Add(Row(article));
                foreach (var actor in content.Actors)
                    transaction.Add(Row(actor));
                foreach (var modelEvent in content.Events.Take(early))
                    transaction.Add(Row(modelEvent));
                foreach (var claim in content.Claims.Where(claim => first.Contains(claim.Number)))
                    transaction.Add(Row(claim));
                return 0;
            }
        );
        await timeline.Store.Write(
            "test",
            transaction =>
            {
                foreach (var modelEvent in content.Events.Skip(early))
                    transaction.Add(Row(modelEvent));
                foreach (var claim in content.Claims.Where(claim => !first.Contains(claim.Number)))
                    transaction.Add(Row(claim));
                return 0;
            }
        );
        foreach (var actor in content.Actors.Where(actor => actor.MergedInto is not null))
        {
            await Execute(
                timeline.ConnectionString,
                $"update actor set merged_into = {actor.MergedInto + 1} where id = {actor.Number + 1}"
            );
        }

        var stored = content.Claims.OrderBy(claim => first.Contains(claim.Number) ? 0 : 1).ThenBy(claim => claim.Number).ToList();
        return (Order(content, early, first), [.. content.Claims.Select(claim => stored.IndexOf(claim))]);
    }

    /// <summary>When each event was last changed: as it was stored, or by what the second transaction adds to it.</summary>
    private static List<int> Order(ModelTimeline content, int early, HashSet<int> first)
    {
        var then = new ReferenceModel(
            content with
            {
                Claims = [.. content.Claims.Select(claim => first.Contains(claim.Number) ? claim : claim with { Review = "proposed" })],
            },
            null
        );
        var now = new ReferenceModel(content, null);
        var changed = content
            .Events.Take(early)
            .Where(modelEvent => DerivedState(then, modelEvent) != DerivedState(now, modelEvent))
            .OrderBy(modelEvent => ModelTimeline.Id(modelEvent.Number))
            .ToList();
        return
        [
            .. content.Events.Select(modelEvent =>
                changed.IndexOf(modelEvent) is var place and >= 0 ? content.Events.Count + place : modelEvent.Number
            ),
        ];
    }

    private static string DerivedState(ReferenceModel model, ModelEvent modelEvent) =>
        model.ClaimsOf(modelEvent) is { Count: > 0 } claims
            ? $"{model.Standing(modelEvent)} {claims.Count} {claims.Select(claim => claim.Article).Distinct().Count()}"
            : "";

    /// <summary>Adds some of a timeline's things, which refer only to one another and to what is there.</summary>
    public static Task Add(RunningTimeline timeline, ModelTimeline content, Range numbers) =>
        timeline.Store.Write(
            "test",
            transaction =>
            {
                foreach (var article in content.Articles.Take(numbers))
                    transaction.Add(Row(article));
                foreach (var actor in content.Actors.Take(numbers))
                    transaction.Add(Row(actor));
                foreach (var modelEvent in content.Events.Take(numbers))
                    transaction.Add(Row(modelEvent));
                foreach (var claim in content.Claims.Take(numbers))
                    transaction.Add(Row(claim));
                return 0;
            }
        );

    /// <summary>Runs a statement beside the program.</summary>
    public static async Task Execute(string database, string statement)
    {
        await using DbConnection connection = database.StartsWith("Host", StringComparison.Ordinal)
            ? new NpgsqlConnection(database)
            : new SqliteConnection(database + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"begin; {statement}; commit";
        await command.ExecuteNonQueryAsync();
    }

    private static StatedDate Date(ModelDate when, string extent) =>
        StatedDate.Unknown with
        {
            Date = when.Date is { } text ? EdtfDate.Parse(text) : null,
            Extent = extent,
        };

    private static ArticleRow Row(ModelArticle article) =>
        new(
            ModelTimeline.Id(article.Number),
            article.Title,
            null,
            null,
            null,
            null,
            article.Published.Date!,
            EdtfDate.Parse(article.Published.Date!).Earliest!.Value.Number,
            "en",
            "00",
            article.Rights,
            null,
            null
        );

    private static ActorRow Row(ModelActor actor) => new(actor.Number + 1, actor.Slug, "person", actor.Names);

    private static EventRow Row(ModelEvent content) =>
        new(
            ModelTimeline.Id(content.Number),
            content.Title,
            content.Summary,
            content.Kind,
            content.Tags,
            Date(content.When, content.Extent),
            content.Review,
            [.. content.Parts.Select(part => (part.Actor + 1L, part.Roles))]
        );

    private static ClaimRow Row(ModelClaim claim) =>
        new(
            ModelTimeline.Id(claim.Number),
            ModelTimeline.Id(claim.Event),
            ModelTimeline.Id(claim.Article),
            claim.Speaker.Actor + 1L,
            claim.Speaker.Name,
            claim.Via.Actor + 1L,
            claim.Via.Name,
            claim.Stance,
            null,
            false,
            claim.Text,
            Date(claim.Said, claim.Extent),
            claim.RespondsTo is { } answered ? ModelTimeline.Id(answered) : null,
            claim.Quote,
            null,
            null,
            [],
            claim.Review
        );
}
