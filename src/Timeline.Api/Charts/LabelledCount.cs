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
        var actors = snapshot
            .Query<ActorLabel>(ChartSql.Actors(KeysOf(Dimension.Actor, terms)))
            .ToDictionary(actor => FilterTerm.Actor(actor.Id));
        return [.. terms.Where(term => actors.ContainsKey(term.Term)).Select(term => Label(term, actors[term.Term]))];
    }

    /// <summary>The articles behind these terms, in the same order.</summary>
    public static List<LabelledCount> Articles(Snapshot snapshot, IReadOnlyList<TermCount> terms)
    {
        var articles = snapshot
            .Query<ArticleLabel>(ChartSql.Articles(KeysOf(Dimension.Article, terms)))
            .ToDictionary(article => FilterTerm.Article(article.Id));
        return [.. terms.Where(term => articles.ContainsKey(term.Term)).Select(term => Label(term, articles[term.Term]))];
    }

    private static LabelledCount Label(TermCount term, ActorLabel actor) =>
        new(term.Term, actor.Id, actor.Slug, actor.Name, actor.Kind, term.Count);

    private static LabelledCount Label(TermCount term, ArticleLabel article) =>
        new(term.Term, article.Id, Ids.Text(Ids.Article, article.Id), article.Title, "", term.Count);

    private static List<long> KeysOf(Dimension dimension, IReadOnlyList<TermCount> terms) =>
        [.. terms.Select(term => long.Parse(dimension.Value(term.Term)))];

    private sealed record ActorLabel
    {
        public long Id { get; init; }
        public string Slug { get; init; } = "";
        public string Name { get; init; } = "";
        public string Kind { get; init; } = "";
    }

    private sealed record ArticleLabel
    {
        public long Id { get; init; }
        public string Title { get; init; } = "";
    }
}
