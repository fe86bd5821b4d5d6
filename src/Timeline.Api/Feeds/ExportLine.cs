using Timeline.Api.Actors;
using Timeline.Api.Articles;
using Timeline.Api.Claims;
using Timeline.Api.Events;

namespace Timeline.Api.Feeds;

/// <summary>The lines of the import format (<c>db/README.md</c>), each with the members that are true in themselves; what is derived stays away.</summary>
public static class ExportLine
{
    /// <summary>The first line of a file.</summary>
    /// <param name="seq">The number of the last change that is in it.</param>
    public static object Header(long seq) =>
        new
        {
            type = "timeline",
            format = 2,
            seq,
        };

    public static object Create(Article article) =>
        new
        {
            type = "article",
            id = article.Id,
            title = article.Title,
            publisher = article.Publisher,
            agency = article.Agency,
            byline = article.Byline,
            url = article.Url,
            published = article.Published,
            language = article.Language,
            sha256 = article.Sha256,
            textRights = article.TextRights,
            text = article.Text,
        };

    public static object Create(Actor actor) =>
        new
        {
            type = "actor",
            id = actor.Id,
            name = actor.Name,
            kind = actor.Kind,
            aliases = actor.Aliases,
        };

    public static object Create(Event found) =>
        new
        {
            type = "event",
            id = found.Id,
            title = found.Title,
            titleFrom = found.TitleFrom,
            summary = found.Summary,
            kind = found.Kind,
            tags = found.Tags,
            date = found.Date,
            extent = found.Extent,
            phrase = found.Phrase,
            anchor = found.Anchor,
            alternatives = found.Alternatives,
            dateFrom = found.DateFrom,
            actors = found.Actors.Select(actor => new { id = actor.Id, roles = actor.Roles }),
            review = found.Review,
        };

    /// <param name="answered">The claim that it answers, where that is in the file.</param>
    public static object Create(Claim claim, string? answered) =>
        new
        {
            type = "claim",
            id = claim.Id,
            @event = claim.Event,
            article = claim.Article,
            speaker = claim.Speaker,
            via = claim.Via,
            stance = claim.Stance,
            cue = claim.Cue,
            direct = claim.Direct,
            text = claim.Text,
            said = Given(claim.Said),
            tells = claim.Tells is { } tells ? Given(tells) : null,
            respondsTo = answered,
            quote = new
            {
                exact = claim.Quote.Exact,
                prefix = claim.Quote.Prefix,
                suffix = claim.Quote.Suffix,
                spans = claim.Quote.Spans,
            },
            review = claim.Review,
        };

    /// <summary>A date without what follows from it.</summary>
    private static object Given(StatedWhen when) =>
        new
        {
            date = when.Date,
            extent = when.Extent,
            phrase = when.Phrase,
            anchor = when.Anchor,
            alternatives = when.Alternatives,
        };
}
