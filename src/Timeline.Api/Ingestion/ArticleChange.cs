using Timeline.Api.Articles;
using Timeline.Api.Domain;
using Timeline.Api.Http;
using Timeline.Api.Storage;

namespace Timeline.Api.Ingestion;

/// <summary>Changes or deletes an article, in one transaction, for a caller who has seen its current version and may do so.</summary>
public sealed class ArticleChange(WriteTransaction transaction, Caller caller, HttpContext http)
{
    /// <summary>The views without <c>review</c> in which the caller can have seen the article.</summary>
    private static readonly Visibility[] FormsSeen = [Visibility.Public, Visibility.Public with { ReadsEveryText = true }];

    /// <summary>What the holder of a key may see at most.</summary>
    public static Visibility VisibleTo(Caller caller) =>
        caller.HasScope("review") ? Visibility.Everything : new Visibility("proposed", null, caller.Name);

    /// <summary>Applies a merge patch; the article afterwards.</summary>
    public Article Patch(string id, JsonBody body)
    {
        var old = FindForChange(id);
        var row = ArticlePatch.Apply(body, old);
        if (row.Rights != old.TextRights)
        {
            var title = MachineTitleUpdate.Update(transaction, old, row.Rights);
            if (row.TitleFrom == "machine")
                row = row with { Title = title };
        }

        transaction.UpdateArticle(row);
        return ArticleReader.Require(transaction.Snapshot, id, Visibility.Everything);
    }

    /// <summary>Deletes the article with its claims; always true.</summary>
    public bool Delete(string id)
    {
        var article = FindForChange(id).Key;
        MachineTitleUpdate.Remove(transaction, article);
        transaction.DeleteArticle(article);
        return true;
    }

    /// <summary>
    /// The article as it is now, if the caller may change it and has seen it so. The holder of a key with only <c>write</c> may
    /// change what was posted with it and has not been decided on.
    /// </summary>
    private Article FindForChange(string id)
    {
        var snapshot = transaction.Snapshot;
        var whole = ArticleReader.Require(snapshot, id, VisibleTo(caller));
        var isOwnDraft = whole.Owner == caller.Name && !ArticleReader.IsDecidedOn(snapshot, whole.Key);
        if (!isOwnDraft)
            caller.RequireScope("review");
        Preconditions.Check(http, [.. FormsSeen.Select(view => ArticleReader.Find(snapshot, whole.Key, view)).OfType<Article>(), whole]);
        return whole;
    }
}
