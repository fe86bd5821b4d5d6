namespace Timeline.Extraction.Tests.Corpus;

/// <summary>
/// Holds what the library finds in fourteen articles of our own. The floors lie just below what was reached when they were set: they catch
/// what a change breaks, and say nothing of how good the library is on articles that it has never seen (README.md has those scores).
/// </summary>
public class CorpusTests
{
    [Fact]
    public void Dated_expressions_are_found_with_their_words_and_date() =>
        AtLeast(
            recall: 98,
            precision: 94,
            GoldScore.Compute(
                article => article.Expressions,
                result =>
                    result
                        .Expressions.Where(found => found.Date is not null)
                        .Select(found => new GoldExpression(found.Phrase, $"{found.Date}")),
                (wanted, found) => wanted == found
            )
        );

    [Fact]
    public void Actors_are_found_under_their_name() =>
        AtLeast(
            recall: 92,
            precision: 92,
            GoldScore.Compute(
                article => article.Actors.Select(name => (Name: name, Aliases: (IReadOnlyList<string>)[])),
                result => result.Actors.Select(actor => (actor.Name, actor.Aliases)),
                (wanted, found) => found.Name == wanted.Name || found.Aliases.Contains(wanted.Name)
            )
        );

    [Fact]
    public void Claims_are_found_with_their_speaker_cue_and_stance() =>
        AtLeast(
            recall: 63,
            precision: 62,
            GoldScore.Compute(
                article => article.Claims,
                result => result.Claims.Where(claim => claim.Cue.Count > 0).Select(claim => ToGold(result, claim)),
                (wanted, found) =>
                    found.Speaker.Contains(wanted.Speaker, StringComparison.OrdinalIgnoreCase)
                    && Overlap(found.Cue, wanted.Cue)
                    && found.Stance == wanted.Stance
            )
        );

    [Fact]
    public void Dated_events_are_found_with_their_date_and_kind() =>
        AtLeast(
            recall: 65,
            precision: 63,
            GoldScore.Compute(
                article => article.Events,
                result => result.Events.Where(found => found.Date is not null).Select(found => new GoldEvent($"{found.Date}", found.Kind)),
                (wanted, found) => wanted == found
            )
        );

    [Fact]
    public void The_corpus_has_fourteen_articles_and_all_their_words_stand_in_them()
    {
        Assert.Equal(14, GoldArticle.All.Count);
        Assert.All(
            GoldArticle.All,
            article =>
            {
                Assert.InRange(article.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 100, 250);
                Assert.All(article.Expressions, expression => Assert.Contains(expression.Span, article.Text, StringComparison.Ordinal));
                Assert.All(article.Claims, claim => Assert.Contains(claim.Cue, article.Text, StringComparison.Ordinal));
                Assert.Subset(ExtractionVocabulary.Stances.ToHashSet(), article.Claims.Select(claim => claim.Stance).ToHashSet());
                Assert.Subset(ExtractionVocabulary.EventKinds.ToHashSet(), article.Events.Select(told => told.Kind).ToHashSet());
            }
        );
    }

    private static GoldClaim ToGold(ExtractionResult result, ExtractedClaim claim)
    {
        var speaker = claim.Speaker is { } actor ? result.Actors[actor].Name : claim.SpeakerName;
        var medium = claim.Via is { } via ? result.Actors[via].Name : "";
        var cue = string.Join(' ', claim.Cue.Select(span => TextAt(result.Text, span)));
        return new(speaker ?? medium, cue, claim.Stance);
    }

    private static string TextAt(string text, TextSpan span) => string.Concat(text.EnumerateRunes().Take(span.Start..span.End));

    private static bool Overlap(string cue, string wanted) =>
        cue.Contains(wanted, StringComparison.Ordinal) || (cue.Length > 0 && wanted.Contains(cue, StringComparison.Ordinal));

    private static void AtLeast(double recall, double precision, GoldScore score)
    {
        var report =
            $"recall {score.Recall:0.0} % of {score.Expected}, precision {score.Precision:0.0} % of {score.Extracted}\n"
            + string.Join('\n', score.Missing);
        TestContext.Current.TestOutputHelper?.WriteLine(report);
        Assert.True(score.Recall >= recall && score.Precision >= precision, report);
    }
}
