using Timeline.Scores;

namespace Timeline.Extraction.Tests.Corpus;

/// <summary>Scores the article beside the project against what a person found in it.</summary>
public class ReferenceArticleTests
{
    private static readonly Lazy<ArticleScores> Read = new(() =>
        ArticleScores.Compute(Path.GetDirectoryName(SharedCorpora.Find("article", "expected.json"))!)
    );

    [Fact]
    public void At_least_22_of_24_dated_statements_have_an_accepted_date() => AtLeast(22.0 / 24, Read.Value.Dated, s => s.Dated);

    [Fact]
    public void At_most_two_dated_events_match_no_statement() =>
        Assert.True(Read.Value.TooMany.Count <= 2, string.Join("\n", Read.Value.TooMany));

    [Fact]
    public void At_least_21_of_24_date_phrases_have_their_exact_span() => AtLeast(21.0 / 24, Read.Value.Dated, s => s.Exact);

    [Fact]
    public void At_least_85_percent_of_the_dated_statements_have_their_speaker() => AtLeast(0.85, Read.Value.Dated, s => s.Speaker);

    [Fact]
    public void At_least_80_percent_of_the_dated_statements_have_their_stance() => AtLeast(0.8, Read.Value.Dated, s => s.Stance);

    [Fact]
    public void At_least_75_percent_of_the_undated_statements_have_their_speaker_and_stance() =>
        AtLeast(0.75, Read.Value.Undated, s => s.Speaker && s.Stance);

    [Fact]
    public void At_least_80_percent_of_the_expected_actors_take_part()
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
