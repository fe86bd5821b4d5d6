using Timeline.Api.Domain;
using Timeline.Api.Storage;
using Timeline.Extraction;

namespace Timeline.Api.Ingestion;

/// <summary>
/// Stores what was read in an article: actors that are known by name are linked, events that are already on the timeline get
/// its claims, and everything new is proposed.
/// </summary>
public static class ArticleIngest
{
    /// <summary>Stores the article, or finds the one of the same text that is stored already.</summary>
    /// <param name="review">What becomes of it: <c>proposed</c> or <c>accepted</c>.</param>
    /// <param name="poster">What whoever posts it may see: he is told no ids of what is others' and not public.</param>
    public static IngestResult Ingest(
        WriteTransaction transaction,
        ArticleInput input,
        ExtractionResult extraction,
        string review,
        Visibility poster
    )
    {
        var same = transaction.Snapshot.Query<long>($"select id from article where sha256 = {input.Sha256} order by id limit 1");
        if (same is [var known])
            return IngestResult.AlreadyStored(known);
        var replaced = FindReplaced(transaction.Snapshot, input.Url);
        var context = new IngestContext(transaction, transaction.NextId("article"), input, extraction, review, poster);
        var titles = new MachineTitles(input.Rights, extraction.Text.Length);
        var title = input.Title ?? titles.Article(input.FirstLine, input.Published);
        transaction.Add(ToRow(context, title, replaced));

        var actors = new ActorIngest(context);
        var events = new EventIngest(context, actors, titles);
        var claims = new ClaimIngest(context, actors, events.Ids);
        for (var i = 0; i < extraction.Events.Count; i++)
            claims.StoreOf(i, events.Store(i));
        for (var i = 0; i < extraction.Claims.Count; i++)
            claims.Store(i);

        var seesReplaced = replaced is { } earlier && context.PosterSees("article", earlier, poster.SourceCondition(Sql.Raw("x")));
        return new IngestResult(
            Created: true,
            Article: context.Article,
            Replaces: seesReplaced ? replaced : null,
            Actors: actors.Slugs,
            Claims: claims.Ids,
            Events: events.Ids
        )
        {
            Title = title,
            Titles = events.Titles,
            Hidden = events.Hidden,
        };
    }

    /// <summary>The newest article of the same address, of which this is another version.</summary>
    private static long? FindReplaced(Snapshot snapshot, string? url)
    {
        if (url is null)
            return null;
        var earlier = snapshot.Query<long>($"select id from article where url = {url} order by published_day desc, id desc limit 1");
        return earlier is [var newest] ? newest : null;
    }

    private static ArticleRow ToRow(IngestContext context, string title, long? replaced) =>
        new(
            Id: context.Article,
            Title: title,
            Publisher: context.Input.Publisher,
            Agency: context.Input.Agency,
            Byline: context.Input.Byline,
            Url: context.Input.Url,
            Published: context.Input.Published,
            PublishedDay: context.Input.PublishedDay.Number,
            Language: context.Input.Language,
            Sha256: context.Input.Sha256,
            Rights: context.Input.Rights,
            Text: context.KeepsText ? context.Extraction.Text : null,
            Replaces: replaced,
            TitleFrom: context.Input.Title is null ? Vocabulary.ByMachine : Vocabulary.ByPerson
        );
}
