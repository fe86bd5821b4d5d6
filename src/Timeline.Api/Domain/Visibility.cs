using Timeline.Api.Storage;

namespace Timeline.Api.Domain;

/// <summary>
/// What a reader sees, and as of when: the one predicate behind every list, count, standing and search. Everyone sees what is
/// accepted; a reviewer asks for the rest; whoever posted something sees it while it is proposed.
/// </summary>
/// <param name="Review">
/// Null: what everyone sees. Else, for a reviewer, a word of <see cref="Vocabulary.Reviews"/> or <c>any</c>.
/// </param>
/// <param name="AsOf">Only claims of articles published by this day.</param>
/// <param name="Owner">With <c>proposed</c>: only what this one made, as the change log names him; null for a reviewer.</param>
public sealed record Visibility(string? Review = null, long? AsOf = null, string? Owner = null)
{
    /// <summary>True for a reviewer, who reads every text and quote that is kept, whatever things he asks for.</summary>
    public bool ReadsEveryText { get; init; }

    public static Visibility Public { get; } = new();

    /// <summary>All that a reviewer can see.</summary>
    public static Visibility Everything { get; } = new("any");

    /// <summary>True where the columns derived for everyone hold for this reader too.</summary>
    public bool IsMaterialized => Review is null && AsOf is null;

    /// <summary>The values of a <c>public</c> column to look under; what the reader sees of them the other predicates say.</summary>
    public IReadOnlyList<long> PublicFlags => Review is null ? [1] : [1, 0];

    /// <summary>
    /// True for the events that the reader sees; begins with <c>and</c>, or is nothing where all under <see cref="PublicFlags"/>
    /// are seen.
    /// </summary>
    public Sql EventCondition(Sql e)
    {
        if (IsMaterialized)
            return Sql.None;
        Sql told = AsOf is null
            ? Sql.None
            : $" and exists (select 1 from claim told where told.event = {e}.id and {ClaimCondition(Sql.Raw("told"))})";
        if (Owner is not null)
            return $"{told} and {e}.review = 'proposed' and {RestsOnOwnClaims($"{e}.id")}";
        return Review is null or "any" ? told : $"{told} and {e}.review = {Review}";
    }

    /// <summary>True for the claims that a list shows: those that the reader sees and asks for.</summary>
    public Sql ListedClaimCondition(Sql c)
    {
        if (Owner is not null)
            return $"{ClaimCondition(c)} and {IsOwnProposal(c)}";
        return Review is null or "any" ? ClaimCondition(c) : $"{ClaimCondition(c)} and {c}.review = {Review}";
    }

    /// <summary>True for the claims that the reader sees, whatever their event: those that count for it.</summary>
    public Sql ClaimCondition(Sql c)
    {
        Sql seen = (Review, Owner) switch
        {
            (null, _) => $"{c}.public = 1",
            (_, not null) => $"({c}.public = 1 or {IsOwnProposal(c)})",
            ("any" or "rejected", _) => $"{c}.review <> ''",
            _ => $"{c}.review <> 'rejected'",
        };
        return AsOf is { } day
            ? $"{seen} and exists (select 1 from article source where source.id = {c}.article and source.published_day <= {day})"
            : seen;
    }

    /// <summary>True for the articles and actors that the reader sees: what is not public yet, its owner sees too.</summary>
    public Sql SourceCondition(Sql a) =>
        (Review, Owner) switch
        {
            (null, _) => $"{a}.public = 1",
            (_, not null) => $"({a}.public = 1 or {a}.owner = {Owner})",
            _ => $"{a}.public in {PublicFlags}",
        };

    /// <summary>True where the reader may see an article's text.</summary>
    public Sql TextCondition(Sql article) => CanReadText(HasRights(article, rights => rights.ShowsText), article);

    /// <summary>True where the reader may see the passage that a claim quotes from its article.</summary>
    public Sql QuoteCondition(Sql claim, Sql article)
    {
        var limited = HasRights(article, rights => rights.Quotes == QuoteAccess.Limited);
        return CanReadText($"({ShowsAllQuotes(article)} or {limited} and {claim}.quote_granted = 1)", article);
    }

    /// <summary>Where a claim stands in its article's text, with as many of the words there as the reader may see.</summary>
    public Sql QuoteColumns(Sql claim, Sql article)
    {
        var (quote, context) = (QuoteCondition(claim, article), CanReadText(ShowsAllQuotes(article), article));
        return $"""
            case when {quote} then {claim}.quote_exact end as quote_exact,
              case when {context} then {claim}.quote_prefix end as quote_prefix,
              case when {context} then {claim}.quote_suffix end as quote_suffix, {claim}.quote_spans
            """;
    }

    private static Sql ShowsAllQuotes(Sql article) => HasRights(article, rights => rights.Quotes == QuoteAccess.Whole);

    private static Sql HasRights(Sql article, Func<TextRightsDefinition, bool> allow)
    {
        var names = Vocabulary.RightsTable.Where(allow).Select(rights => $"'{rights.Name}'");
        return $"{article}.text_rights in {Sql.Raw($"({string.Join(", ", names)})")}";
    }

    /// <summary>The condition for everyone; its owner and reviewers see all that is kept.</summary>
    private Sql CanReadText(Sql everyone, Sql article)
    {
        if (ReadsEveryText || Review is not null && Owner is null)
            return Sql.Raw("1 = 1");
        return Owner is null ? everyone : $"({everyone} or {article}.owner = {Owner})";
    }

    /// <summary>True for an event, named by this expression, of which all claims are the owner's and proposed.</summary>
    private Sql RestsOnOwnClaims(Sql @event) =>
        $"not exists (select 1 from claim other where other.event = {@event} and not ({IsOwnProposal(Sql.Raw("other"))}))";

    private Sql IsOwnProposal(Sql c) => $"{c}.review = 'proposed' and {c}.owner = {Owner}";
}
