using Timeline.Api.Domain;

namespace Timeline.Api.Storage;

/// <summary>
/// Keeps which quotes everyone may read of the articles whose rights limit them. Only what everyone sees counts, so that no draft
/// takes part of the allowance.
/// </summary>
internal sealed class QuoteGrants(Connection connection)
{
    private static readonly IReadOnlyList<string> LimitingRights =
    [
        .. Vocabulary.RightsTable.Where(rights => rights.Quotes == QuoteAccess.Limited).Select(rights => rights.Name),
    ];

    /// <summary>The articles whose quotes are limited, or were, that these events' claims point into.</summary>
    public List<long> FindArticles(IEnumerable<long> events) =>
        [
            .. events
                .SelectMany(id =>
                    connection.Query<long>(
                        $"""
                        select distinct a.id from claim c join article a on a.id = c.article
                        where c.event = {id} and (a.text_rights in {LimitingRights} or c.quote_granted = 1)
                        """
                    )
                )
                .Distinct()
                .Order(),
        ];

    /// <summary>All articles whose quotes are limited, or were.</summary>
    public List<long> FindArticles() =>
        connection.Query<long>(
            $"""
            select id from article where text_rights in {LimitingRights}
            union select article from claim where quote_granted = 1 order by 1
            """
        );

    /// <summary>The quotes of these articles that are granted and may not be, or the reverse, by the public flags as they are.</summary>
    public List<QuoteGrant> FindChanges(IEnumerable<long> articles) => [.. articles.SelectMany(FindChanges)];

    public void Apply(IEnumerable<QuoteGrant> changes)
    {
        foreach (var change in changes)
            connection.Execute($"update claim set quote_granted = {change.Granted} where id = {change.Claim}");
    }

    private List<QuoteGrant> FindChanges(long article)
    {
        var quotes = connection.Query<QuoteRow>(
            $"""
            select c.id, c.event, c.public, c.quote_granted, coalesce(length(c.quote_exact), 0) as length
            from claim c where c.article = {article} and (c.public = 1 or c.quote_granted = 1) order by c.id
            """
        );
        var text = connection.Query<TextRow>($"select text_rights, length(text) as length from article where id = {article}")[0];
        var isLimited = LimitingRights.Contains(text.TextRights);
        var allowance = new QuoteAllowance(text.Length);
        return
        [
            .. quotes
                .Select(quote => (Stored: quote, Granted: isLimited && quote.Public && quote.Length > 0 && allowance.TryTake(quote.Length)))
                .Where(quote => quote.Granted != quote.Stored.QuoteGranted)
                .Select(quote => new QuoteGrant(quote.Stored.Id, quote.Stored.Event, quote.Granted)),
        ];
    }

    private sealed record TextRow
    {
        public string TextRights { get; init; } = "";

        public long? Length { get; init; }
    }

    private sealed record QuoteRow
    {
        public long Id { get; init; }

        public long Event { get; init; }

        public bool Public { get; init; }

        public bool QuoteGranted { get; init; }

        public long Length { get; init; }
    }
}

/// <summary>Whether everyone may read the quote of a claim.</summary>
internal readonly record struct QuoteGrant(long Claim, long Event, bool Granted);
