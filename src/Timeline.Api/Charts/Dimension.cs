using Timeline.Api.Domain;
using Timeline.Api.Storage;

namespace Timeline.Api.Charts;

/// <summary>Something that events are counted by. Its values are terms: the dimension's name, a colon, and the value.</summary>
/// <param name="values">All values there can be, in order; null where any number can be.</param>
/// <param name="computedRows">
/// The rows of <see cref="TermRows"/> for a reader for whom the stored terms do not hold; null where they hold for everyone.
/// </param>
public sealed class Dimension(string name, IReadOnlyList<string>? values, Func<Visibility, Sql>? computedRows)
{
    private static readonly Sql C = Sql.Raw("c");

    public static Dimension Actor { get; } = new("actor", null, null);

    public static Dimension Kind { get; } = new("kind", Vocabulary.EventKinds, null);

    public static Dimension Standing { get; } = new("standing", Vocabulary.Standings, StandingTermRows);

    public static Dimension Stance { get; } = new("stance", Vocabulary.Stances, view => ClaimTermRows(view, "stance"));

    public static Dimension Article { get; } = new("article", null, view => ClaimTermRows(view, "article"));

    public static Dimension Publisher { get; } = new("publisher", null, PublisherTermRows);

    /// <summary>What a histogram can be split by.</summary>
    public static IReadOnlyList<Dimension> Series { get; } = [Actor, Standing, Kind, Stance];

    public static IReadOnlyList<string> SeriesNames { get; } = [.. Series.Select(dimension => dimension.Name)];

    public string Name => name;

    public IReadOnlyList<string>? Values => values;

    /// <summary>Every term there can be; null where any number can be.</summary>
    public IReadOnlyList<string>? Terms => values is null ? null : [.. values.Select(value => Prefix + value)];

    public string Prefix => name + ":";

    /// <summary>The value behind a term.</summary>
    public string Value(string term) => term[Prefix.Length..];

    /// <summary>True for the terms of this dimension.</summary>
    public Sql TermCondition(Sql term) => $"{term} >= {Prefix} and {term} < {name + ";"}";

    /// <summary>Each event of <c>m</c> with each of its terms.</summary>
    public Sql TermRows(Visibility view) => view.IsMaterialized || computedRows is null ? StoredTermRows() : computedRows(view);

    private Sql StoredTermRows()
    {
        var isOfDimension = TermCondition(Sql.Raw("x.term"));
        return $"select x.term, m.start_day, m.end_day, m.id from m cross join event_term x where x.event = m.id and {isOfDimension}";
    }

    private static Sql StandingTermRows(Visibility view)
    {
        var standing = Domain.Standing.SqlFor(view);
        return $"select 'standing:' || {standing} as term, m.start_day, m.end_day, m.id from m cross join event e where e.id = m.id";
    }

    private static Sql PublisherTermRows(Visibility view) =>
        $"""
            select distinct 'publisher:' || a.publisher as term, m.start_day, m.end_day, m.id
            from m cross join claim c cross join article a
            where c.event = m.id and a.id = c.article and a.publisher is not null and {view.ClaimCondition(C)}
            """;

    private static Sql ClaimTermRows(Visibility view, string column)
    {
        var value = Sql.Raw(column);
        return $"""
            select distinct {column + ":"} || c.{value} as term, m.start_day, m.end_day, m.id
            from m cross join claim c where c.event = m.id and {view.ClaimCondition(C)}
            """;
    }
}
