namespace Timeline.Api.Storage;

/// <summary>
/// What a reader sees, and as of when: the one predicate behind every list, count, standing and search. Everyone sees what is
/// accepted; a reviewer asks for the rest.
/// </summary>
/// <param name="Review">Null: what everyone sees. Else <c>proposed</c>, <c>accepted</c>, <c>rejected</c> or <c>any</c>, for a reviewer.</param>
/// <param name="AsOf">Only claims of articles published by this day.</param>
public sealed record View(string? Review = null, long? AsOf = null)
{
    public static View Public { get; } = new();

    /// <summary>True where the columns derived for everyone hold for this reader too.</summary>
    public bool IsKept => Review is null && AsOf is null;

    /// <summary>The values of a <c>public</c> column to look under.</summary>
    public IReadOnlyList<long> Publics => Review is null ? [1] : [1, 0];

    /// <summary>True for the events that the reader sees.</summary>
    public Sql Event(Sql e)
    {
        if (IsKept) return Sql.None;
        Sql told = AsOf is null ? Sql.None : $" and exists (select 1 from claim told where told.event = {e}.id and {Claim(Sql.Raw("told"))})";
        return Review is null or "any" ? told : $"{told} and {e}.review = {Review}";
    }

    /// <summary>True for the claims that a list shows: those that the reader sees and asks for.</summary>
    public Sql Listed(Sql c) => Review is null or "any" ? Claim(c) : $"{Claim(c)} and {c}.review = {Review}";

    /// <summary>True for the claims that the reader sees, whatever their event: those that count for it.</summary>
    public Sql Claim(Sql c)
    {
        Sql seen = Review switch
        {
            null => $"{c}.public = 1",
            "any" or "rejected" => $"{c}.review <> ''",
            _ => $"{c}.review <> 'rejected'",
        };
        return AsOf is { } day ? $"{seen} and exists (select 1 from article source where source.id = {c}.article and source.published_day <= {day})" : seen;
    }
}
