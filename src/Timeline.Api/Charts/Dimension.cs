using Timeline.Api.Http;
using Timeline.Api.Storage;

namespace Timeline.Api.Charts;

/// <summary>Something that events are counted by. Its values are terms: the dimension's name, a colon, and the value.</summary>
/// <param name="values">All values there can be, in order; null where any number can be.</param>
/// <param name="worked">Where the view is not the one that terms are kept for: every event with its terms, worked out, as columns <c>event</c> and <c>term</c>; null where terms hold in any view.</param>
public sealed class Dimension(string name, IReadOnlyList<string>? values, Func<View, Sql>? worked)
{
    private static readonly Sql C = Sql.Raw("c");

    public static Dimension Actor { get; } = new("actor", null, null);

    public static Dimension Kind { get; } = new("kind", Vocabulary.EventKinds, null);

    public static Dimension Standing { get; } = new("standing", Storage.Standing.All, view => $"select e.id as event, 'standing:' || {Storage.Standing.Of(view)} as term from event e");

    public static Dimension Stance { get; } = new("stance", Vocabulary.Stances, view => $"select distinct c.event as event, 'stance:' || c.stance as term from claim c where {view.Claim(C)}");

    public static Dimension Article { get; } = new("article", null, view => $"select distinct c.event as event, 'article:' || c.article as term from claim c where {view.Claim(C)}");

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
    public Sql Holds(Sql term) => $"{term} >= {Prefix} and {term} < {name + ";"}";

    /// <summary>Joins each event of <c>m</c> with its terms as <c>x.term</c>.</summary>
    public Sql Join(View view) => view.IsKept || worked is null
        ? (Sql)$"join event_term x on x.event = m.id and {Holds(Sql.Raw("x.term"))}"
        : $"join ({worked(view)}) x on x.event = m.id";
}
