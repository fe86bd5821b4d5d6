using Timeline.Api.Articles;
using Timeline.Api.Domain;
using Timeline.Api.Storage;

namespace Timeline.Api.Ingestion;

/// <summary>Remakes the machine's titles of stored events where the rights to the text that they are made of change.</summary>
public static class MachineTitleUpdate
{
    /// <summary>The titles that these rights allow, and of the article its own; called before the rights themselves are changed.</summary>
    public static string Update(WriteTransaction transaction, Article article, string rights)
    {
        var text = article.Text ?? "";
        var titles = new MachineTitles(rights, text.Length);
        var own =
            article.TitleFrom == Vocabulary.ByMachine ? titles.Article(ArticleInput.FirstLineOf(text), article.Published) : article.Title;
        foreach (var row in Events(transaction.Snapshot, article.Key))
        {
            var title = titles.Event(row.TitleFull ?? row.Title, row.Kind, Actors(transaction.Snapshot, row.Id));
            var full = Vocabulary.FindRights(rights).KeepsText ? row.TitleFull : null;
            if (title != row.Title || full != row.TitleFull)
                transaction.SetMachineTitle(row.Id, title, full, article.Key);
        }

        return own;
    }

    /// <summary>Titles without words of the article, for events that stay when it is deleted.</summary>
    public static void Remove(WriteTransaction transaction, long article)
    {
        foreach (var row in Events(transaction.Snapshot, article))
            transaction.SetMachineTitle(row.Id, MachineTitles.FromActors(row.Kind, Actors(transaction.Snapshot, row.Id)), null, null);
    }

    /// <summary>Bounds the titles in a database that was written before they were bounded.</summary>
    public static bool BoundAll(WriteTransaction transaction)
    {
        var bounded = Vocabulary.RightsTable.Where(rights => rights.BoundsTitles).Select(rights => rights.Name);
        var articles = transaction.Snapshot.Query<long>(
            $"""
            select a.id from article a
            where a.text_rights in {bounded} and exists (select 1 from event e where e.title_article = a.id) order by a.id
            """
        );
        foreach (var article in articles)
        {
            if (ArticleReader.Find(transaction.Snapshot, article, Visibility.Everything) is { } found)
                Update(transaction, found, found.TextRights);
        }

        return true;
    }

    private static List<TitleRow> Events(Snapshot snapshot, long article) =>
        snapshot.Query<TitleRow>($"select id, title, title_full, kind from event where title_article = {article} order by id");

    private static List<string> Actors(Snapshot snapshot, long @event) =>
        snapshot.Query<string>(
            $"select a.name from event_actor p join actor a on a.id = p.actor where p.event = {@event} order by p.position"
        );

    private sealed record TitleRow
    {
        public long Id { get; init; }

        public string Title { get; init; } = "";

        public string? TitleFull { get; init; }

        public string Kind { get; init; } = "";
    }
}
