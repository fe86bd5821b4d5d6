using Timeline.Api.Actors;
using Timeline.Api.Articles;
using Timeline.Api.Domain;
using Timeline.Api.Storage;

namespace Timeline.Api.Charts;

/// <summary>How many events have a term.</summary>
public sealed record TermCount
{
    public string Term { get; init; } = "";

    public long Count { get; init; }
}

/// <summary>A term with the actor or article that it stands for.</summary>
public sealed record LabelledCount(string Term, long Key, string Id, string Name, string Kind, long Count)
{
    /// <summary>The actors behind these terms, in the same order.</summary>
    public static List<LabelledCount> Actors(Snapshot snapshot, IReadOnlyList<TermCount> terms)
    {
        var rows = snapshot.Query<NamedRow>(ChartSql.Actors(KeysOf(Dimension.Actor, terms))).ToDictionary(row => FilterTerm.Actor(row.Id));
        return
        [
            .. terms
                .Where(term => rows.ContainsKey(term.Term))
                .Select(term => new LabelledCount(
                    term.Term,
                    rows[term.Term].Id,
                    rows[term.Term].Slug,
                    rows[term.Term].Name,
                    rows[term.Term].Kind,
                    term.Count
                )),
        ];
    }

    /// <summary>The articles behind these terms, in the same order.</summary>
    public static List<LabelledCount> Articles(Snapshot snapshot, IReadOnlyList<TermCount> terms)
    {
        var rows = snapshot
            .Query<NamedRow>(ChartSql.Articles(KeysOf(Dimension.Article, terms)))
            .ToDictionary(row => FilterTerm.Article(row.Id));
        return
        [
            .. terms
                .Where(term => rows.ContainsKey(term.Term))
                .Select(term => new LabelledCount(
                    term.Term,
                    rows[term.Term].Id,
                    Ids.Text(Ids.Article, rows[term.Term].Id),
                    rows[term.Term].Title,
                    "",
                    term.Count
                )),
        ];
    }

    private static List<long> KeysOf(Dimension dimension, IReadOnlyList<TermCount> terms) =>
        [.. terms.Select(term => long.Parse(dimension.Value(term.Term)))];

    private sealed record NamedRow
    {
        public long Id { get; init; }
        public string Slug { get; init; } = "";
        public string Name { get; init; } = "";
        public string Title { get; init; } = "";
        public string Kind { get; init; } = "";
    }
}
