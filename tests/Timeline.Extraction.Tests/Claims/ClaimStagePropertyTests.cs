using CsCheck;
using Timeline.Extraction.Claims;
using Timeline.Extraction.Text;
using Timeline.Tests;

namespace Timeline.Extraction.Tests.Claims;

public class ClaimStagePropertyTests
{
    private static readonly string[] Vocabulary = (
        "said|denied|the|mayor|“|”|\"|'|''|,|.|:|(|)|that|who|by|according|to|not|neither|nor|is|expected|Brandt|’s|claim|—|?|"
        + "\n\n|if|and|saying|told|news|🙂|it|as|was|cited|asked|would"
    ).Split('|');

    private static readonly Gen<string> Word = Gen.Int[0, Vocabulary.Length - 1].Select(i => Vocabulary[i]);

    [Fact]
    public void Whatever_the_words_every_run_lies_in_the_document_and_no_claim_answers_itself() =>
        Word.List[0, 120]
            .Check(
                words =>
                {
                    var document = Document.Parse(string.Join(' ', words));
                    var claims = ClaimStage.Run(document);
                    for (var i = 0; i < claims.Count; i++)
                    {
                        Assert.All(
                            Runs(claims[i]),
                            run => Assert.True(0 <= run.First && run.First < run.End && run.End <= document.Tokens.Length)
                        );
                        Assert.All(claims[i].Content, run => Assert.False(run.Overlaps(claims[i].Cue)));
                        Assert.True(claims[i].RespondsTo is not { } answered || answered != i && answered < claims.Count);
                    }
                },
                iter: 20_000
            );

    public static TheoryData<string, string> Floods() =>
        new()
        {
            { "quotation marks", Repeat("\" ", 50_000) },
            { "opening quotation marks", Repeat("“", 50_000) },
            { "single quotation marks", Repeat("'a ", 50_000) },
            { "quotations that reach over sentences", Repeat("He said “no. Yes” and ", 10_000) },
            { "brackets", Repeat("(", 50_000) + Repeat(")", 50_000) },
            { "brackets and text", Repeat("(a ", 50_000) },
            { "one sentence", Repeat("the mayor said that the mayor said that ", 5_000) },
            { "commas", Repeat("he, said, ", 20_000) },
            { "nouns", Repeat("mayor ", 33_000) + "said." },
            { "prepositions", Repeat("mayor of ", 22_000) + "said." },
            { "denials", Repeat("Brandt denied the report. ", 10_000) },
            { "according to", Repeat("according to ", 15_000) },
            { "no spaces", Repeat("said", 50_000) },
        };

    // Twice as long must not take four times the steps; memory stands in for time, which a busy machine stretches.
    [Theory, MemberData(nameof(Floods))]
    public void Floods_allocate_at_most_50_MB_and_2_KB_a_character(string what, string text)
    {
        Assert.NotEmpty(what);
        var document = Document.Parse(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        ClaimStage.Run(document);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000_000 + 2_000L * text.Length);
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static IEnumerable<TokenSpan> Runs(Attribution claim) =>
        new[] { claim.Source, claim.SourceHead, claim.Via, claim.Cue }.OfType<TokenSpan>().Concat(claim.Content);
}
