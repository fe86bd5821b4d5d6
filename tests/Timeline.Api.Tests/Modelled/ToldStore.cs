using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Timeline.Api.Storage;
using Timeline.Api.Tests.Running;
using Timeline.Edtf;

namespace Timeline.Api.Tests.Modelled;

/// <summary>Puts a told timeline into a running one, in place of what was there.</summary>
public static class ToldStore
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
        "claim",
        "proposed_actor",
        "merged_claim",
        "merged_participant",
        "erasure",
        "event_text",
        "claim_text",
        "article_text",
    ];

    /// <summary>Writes everything by the ordinary way in two transactions, the second of which adds to the events of the first; gives the order in which events and claims were stored.</summary>
    public static async Task<(List<int> Events, List<int> Claims)> Put(RunningTimeline timeline, ToldTimeline told)
    {
        await Execute(timeline.ConnectionString, string.Join("; ", Tables.Select(table => $"delete from {table}")));
        var early = told.Events.Count / 2;
        var first = new HashSet<int>();
        foreach (var claim in told.Claims.Where(claim => claim.Event < early && claim.Number < told.Claims.Count * 2 / 3))
        {
            if (claim.RespondsTo is not { } answered || first.Contains(answered))
                first.Add(claim.Number);
        }

        await timeline.Store.Write(
            "test",
            ledger =>
            {
                foreach (var article in told.Articles)
                    ledger.Add(Row(article));
                foreach (var actor in told.Actors)
                    ledger.Add(Row(actor));
                foreach (var happened in told.Events.Take(early))
                    ledger.Add(Row(happened));
                foreach (var claim in told.Claims.Where(claim => first.Contains(claim.Number)))
                    ledger.Add(Row(claim));
                return 0;
            }
        );
        await timeline.Store.Write(
            "test",
            ledger =>
            {
                foreach (var happened in told.Events.Skip(early))
                    ledger.Add(Row(happened));
                foreach (var claim in told.Claims.Where(claim => !first.Contains(claim.Number)))
                    ledger.Add(Row(claim));
                return 0;
            }
        );
        foreach (var actor in told.Actors.Where(actor => actor.MergedInto is not null))
        {
            await Execute(
                timeline.ConnectionString,
                $"update actor set merged_into = {actor.MergedInto + 1} where id = {actor.Number + 1}"
            );
        }

        var stored = told.Claims.OrderBy(claim => first.Contains(claim.Number) ? 0 : 1).ThenBy(claim => claim.Number).ToList();
        return (Order(told, early, first), [.. told.Claims.Select(claim => stored.IndexOf(claim))]);
    }

    /// <summary>When each event was last changed: as it was stored, or by what the second transaction tells of it.</summary>
    private static List<int> Order(ToldTimeline told, int early, HashSet<int> first)
    {
        var then = new Model(
            told with
            {
                Claims = [.. told.Claims.Select(claim => first.Contains(claim.Number) ? claim : claim with { Review = "proposed" })],
            },
            null
        );
        var now = new Model(told, null);
        var changed = told
            .Events.Take(early)
            .Where(happened => Seen(then, happened) != Seen(now, happened))
            .OrderBy(happened => ToldTimeline.Id(happened.Number))
            .ToList();
        return
        [
            .. told.Events.Select(happened =>
                changed.IndexOf(happened) is var place and >= 0 ? told.Events.Count + place : happened.Number
            ),
        ];
    }

    private static string Seen(Model model, ToldEvent happened) =>
        model.ClaimsOf(happened) is { Count: > 0 } claims
            ? $"{model.Standing(happened)} {claims.Count} {claims.Select(claim => claim.Article).Distinct().Count()}"
            : "";

    /// <summary>Adds some of a timeline's things, which refer only to one another and to what is there.</summary>
    public static Task Add(RunningTimeline timeline, ToldTimeline told, Range numbers) =>
        timeline.Store.Write(
            "test",
            ledger =>
            {
                foreach (var article in told.Articles.Take(numbers))
                    ledger.Add(Row(article));
                foreach (var actor in told.Actors.Take(numbers))
                    ledger.Add(Row(actor));
                foreach (var happened in told.Events.Take(numbers))
                    ledger.Add(Row(happened));
                foreach (var claim in told.Claims.Take(numbers))
                    ledger.Add(Row(claim));
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

    private static StatedDate Date(Dating when, string extent) =>
        StatedDate.Unknown with
        {
            Date = when.Date is { } text ? EdtfDate.Parse(text) : null,
            Extent = extent,
        };

    private static ArticleRow Row(ToldArticle article) =>
        new(
            ToldTimeline.Id(article.Number),
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

    private static ActorRow Row(ToldActor actor) => new(actor.Number + 1, actor.Slug, "person", actor.Names);

    private static EventRow Row(ToldEvent told) =>
        new(
            ToldTimeline.Id(told.Number),
            told.Title,
            told.Summary,
            told.Kind,
            told.Tags,
            Date(told.When, told.Extent),
            told.Review,
            [.. told.Parts.Select(part => (part.Actor + 1L, part.Roles))]
        );

    private static ClaimRow Row(ToldClaim claim) =>
        new(
            ToldTimeline.Id(claim.Number),
            ToldTimeline.Id(claim.Event),
            ToldTimeline.Id(claim.Article),
            claim.Speaker.Actor + 1L,
            claim.Speaker.Name,
            claim.Via.Actor + 1L,
            claim.Via.Name,
            claim.Stance,
            null,
            false,
            claim.Text,
            Date(claim.Said, claim.Extent),
            claim.RespondsTo is { } answered ? ToldTimeline.Id(answered) : null,
            claim.Quote,
            null,
            null,
            [],
            claim.Review
        );
}
