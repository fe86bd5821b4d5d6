using Timeline.Scores;

namespace Timeline.Extraction.Tests;

public class ArticleTests
{
    private static readonly Lazy<ArticleScores> Read = new(() =>
        ArticleScores.Of(Path.GetDirectoryName(Corpora.Shared("article", "expected.json"))!)
    );

    [Fact]
    public void All_but_one_of_the_dated_statements_are_found_within_their_bounds() => AtLeast(23.0 / 24, Read.Value.Dated, s => s.Dated);

    [Fact]
    public void At_most_two_dated_events_are_too_many() =>
        Assert.True(Read.Value.TooMany.Count <= 2, string.Join("\n", Read.Value.TooMany));

    [Fact]
    public void Spans_of_date_phrases_are_exact() => AtLeast(22.0 / 24, Read.Value.Dated, s => s.Exact);

    [Fact]
    public void Speakers_are_right_in_85_percent() => AtLeast(0.85, Read.Value.Dated, s => s.Speaker);

    [Fact]
    public void Stances_are_right_in_80_percent() => AtLeast(0.8, Read.Value.Dated, s => s.Stance);

    [Fact]
    public void What_is_told_without_a_date_is_found_too() => AtLeast(0.75, Read.Value.Undated, s => s.Speaker && s.Stance);

    [Fact]
    public void Actors_take_part_where_they_are_expected()
    {
        var (found, expected) = (Read.Value.Dated.Sum(s => s.Actors), Read.Value.Dated.Sum(s => s.ExpectedActors));
        Assert.True(found >= expected * 0.8, $"{found} of {expected}");
    }

    private static void AtLeast(double share, IReadOnlyList<StatementScore> statements, Func<StatementScore, bool> right)
    {
        var wrong = statements.Where(s => !right(s)).ToList();
        Assert.True(wrong.Count <= statements.Count * (1 - share) + 1e-9, string.Join("\n", wrong));
    }
}
