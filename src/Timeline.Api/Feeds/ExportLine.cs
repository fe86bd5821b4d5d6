using Timeline.Api.Actors;
using Timeline.Api.Articles;
using Timeline.Api.Claims;
using Timeline.Api.Domain;
using Timeline.Api.Events;

namespace Timeline.Api.Feeds;

/// <summary>
/// The lines of the import format (<c>db/README.md</c>), each with the members that are true in themselves; what is derived is
/// left out.
/// </summary>
public static class ExportLine
{
    /// <summary>The first line of a file.</summary>
    /// <param name="seq">The number of the last change that is in it.</param>
    public static object Header(long seq) =>
        new
        {
            type = ImportFormat.HeaderType,
            format = ImportFormat.Newest,
            seq,
        };

    public static object Create(Article article) => ArticleMembers.Line.ToMembers(article, "article");

    public static object Create(Actor actor) => ActorMembers.Line.ToMembers(actor, "actor");

    public static object Create(Event found) => EventColumns.Line.ToMembers(found, "event");

    /// <param name="answered">The key of the claim that it answers, where that is in the file.</param>
    public static object Create(Claim claim, long? answered) =>
        ClaimMembers.Line.ToMembers(claim with { RespondsToKey = answered }, "claim");
}
