using Timeline.Api.Domain;

namespace Timeline.Api.Storage;

/// <summary>Keeps the words by which events, claims and articles are found; those that only reviewers may find are kept apart.</summary>
internal sealed class TextIndex(Connection connection)
{
    /// <summary>
    /// An event is found by its title and summary and by its claims' paraphrases and quotes, each claim by its own; by everyone
    /// only through what everyone may read. What the index holds of it is dropped first.
    /// </summary>
    public void IndexEvent(EventFacts row, List<ClaimFacts> claims)
    {
        IEnumerable<string?> own = [row.Title, row.Summary];
        var shown = claims.Where(claim => claim.Public).SelectMany(claim => claim.Shown);
        var all = claims.SelectMany(claim => claim.All);
        if (row.Public)
            Store("event_text", row.TimeKey, [.. own, .. shown], all, row.LengthClass);
        else
            Store("event_text", row.TimeKey, [], [.. own, .. all], row.LengthClass);
        foreach (var claim in claims)
            Store("claim_text", claim.Id, claim.Public ? claim.Shown : [], claim.All);
    }

    /// <summary>Takes an event and its claims out of the index.</summary>
    public void DropEvent(EventFacts row, List<ClaimFacts> claims)
    {
        Drop("event_text", row.TimeKey);
        foreach (var claim in claims)
            Drop("claim_text", claim.Id);
    }

    /// <summary>An article is found by its title and by who published and wrote it.</summary>
    public void ReindexArticle(long id)
    {
        Drop("article_text", id);
        IndexArticle(id);
    }

    /// <summary>The same for an article that the index does not hold.</summary>
    public void IndexArticle(long id)
    {
        foreach (var row in connection.Query<ArticleFacts>($"select title, publisher, agency, byline from article where id = {id}"))
            Store("article_text", id, [row.Title, row.Publisher, row.Agency, row.Byline], []);
    }

    /// <summary>Empties the index, for all of it to be stored again.</summary>
    public void Clear()
    {
        foreach (var table in Dialect.TextTables)
            connection.Execute(connection.Dialect.ClearText(table));
    }

    private void Drop(string table, long key) => connection.Execute(connection.Dialect.DropText(table, key));

    private void Store(string table, long key, IEnumerable<string?> words, IEnumerable<string?> hidden, long? lengthClass = null)
    {
        connection.Execute(
            connection.Dialect.StoreText(
                table,
                key,
                [.. words.SelectMany(TextFolding.Words)],
                [.. hidden.SelectMany(TextFolding.Words)],
                lengthClass
            )
        );
    }

    private sealed record ArticleFacts
    {
        public string Title { get; init; } = "";
        public string? Publisher { get; init; }
        public string? Agency { get; init; }
        public string? Byline { get; init; }
    }
}
