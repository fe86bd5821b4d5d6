using System.Text.RegularExpressions;
using Timeline.Extraction.Claims;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Tests.Claims;

public partial class ClaimStageTests
{
    public static TheoryData<string> Marked() => [.. Cases.Rows("Claims/attributions.tsv").Select(row => row[0])];

    [Theory, MemberData(nameof(Marked))]
    public void Source_cue_content_and_medium_are_the_marked_words(string marked)
    {
        var document = Document.Parse(Marks().Replace(marked, ""));
        var expected = string.Join(" ", Parts(marked, '[', ']'), Parts(marked, '<', '>'), Parts(marked, '{', '}'), Parts(marked, '~', '~'));
        var found = ClaimStage
            .Run(document)
            .Select(claim =>
                string.Join(
                    " ",
                    Words(document, claim.Source),
                    Words(document, claim.Cue),
                    string.Join(" | ", claim.Content.Select(part => Words(document, part))),
                    Words(document, claim.Via)
                )
            );
        Assert.Contains(Bare(expected), found.Select(Bare));
    }

    [Theory]
    [InlineData("If the minister said that, he would be finished.")]
    [InlineData("Did the general say the bridge was safe?")]
    [InlineData("Nobody is saying that the vote was rigged.")]
    public void What_is_supposed_or_asked_is_nobodys_claim(string text) => Assert.Empty(ClaimStage.Run(Document.Parse(text)));

    [Theory]
    [InlineData("Lena Brandt reported that the dam had cracked. The ministry denied Brandt's report.", 1, 0)]
    [InlineData("The union said the plant was closing. The owner dismissed the claim.", 1, 0)]
    [InlineData("The union said the plant was closing. The owner said it would stay open.", 1, null)]
    public void An_answer_knows_the_claim_that_it_answers(string text, int answer, int? answered) =>
        Assert.Equal(answered, ClaimStage.Run(Document.Parse(text))[answer].RespondsTo);

    public static TheoryData<string, string> Unsaid => Cases.Pairs("Claims/unsaid.tsv");

    [Theory, MemberData(nameof(Unsaid))]
    public void An_attitude_towards_a_thing_and_an_act_are_no_claims(string count, string text) =>
        Assert.Equal(count, $"{ClaimStage.RunForClaims(Document.Parse(text), _ => false, TestContext.Current.CancellationToken).Count}");

    [Fact]
    public void A_relative_pronoun_is_identified_by_the_name_before_it()
    {
        var document = Document.Parse("The council met Lena Okafor, who denied the report.");
        Assert.Equal("Lena Okafor", Words(document, ClaimStage.Run(document).Single(claim => claim.Stance == Stance.Denies).SourceHead));
    }

    [Fact]
    public void A_medium_known_by_its_actor_is_one_without_looking_like_one()
    {
        var document = Document.Parse("The envoy told Zarquon that the talks had failed.");
        Assert.Null(ClaimStage.Run(document)[0].Via);
        Assert.Equal("Zarquon", Words(document, ClaimStage.Run(document, run => document.TextOf(run.First, run.End) == "Zarquon")[0].Via));
    }

    private static string Words(Document document, TokenSpan? run) => run is { } words ? document.TextOf(words.First, words.End) : "";

    private static string Parts(string marked, char open, char close) =>
        string.Join(
            " | ",
            Regex
                .Matches(marked, $"{Regex.Escape(open.ToString())}([^{close}]*){Regex.Escape(close.ToString())}")
                .Select(match => Marks().Replace(match.Groups[1].Value, ""))
        );

    // Commas and full stops at the edges of parts are nobody's.
    private static string Bare(string parts) => Edges().Replace(parts, " ").Trim();

    [GeneratedRegex(@"[][<>{}~]")]
    private static partial Regex Marks();

    [GeneratedRegex(@"[\s.,“”]+")]
    private static partial Regex Edges();
}
