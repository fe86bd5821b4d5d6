using Timeline.Edtf;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Tests.Text;

public class LanguageDetectorTests
{
    public static TheoryData<string, string> Texts => Cases.Pairs("Text/languages.tsv");

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_that_is_not_English_is_told_by_its_language(string language, string text) =>
        Assert.Equal(language, LanguageDetector.FindForeign(text)?.Code ?? "-");

    [Theory]
    [MemberData(nameof(Texts))]
    public void Nothing_is_extracted_from_a_text_that_is_not_English(string language, string text)
    {
        var read = Extractor.Extract(text, Day.Parse("2024-05-06"), TestContext.Current.CancellationToken);

        Assert.Equal(language, read.ForeignLanguage?.Code ?? "-");
        if (read.ForeignLanguage is not null)
            Assert.Equal(0, read.Expressions.Count + read.Actors.Count + read.Claims.Count + read.Events.Count);
    }

    [Fact]
    public void A_quotation_in_another_language_stays_as_it_is()
    {
        const string Text =
            "The mayor said on Monday: “Wir haben nichts gewusst.” She left on Tuesday when the council had asked her again.";

        var read = Extractor.Extract(Text, Day.Parse("2024-05-10"), TestContext.Current.CancellationToken);

        Assert.Contains(read.Claims, claim => claim.Direct);
        Assert.Contains(read.Events, found => found.Title.Contains("“Wir haben nichts gewusst”", StringComparison.Ordinal));
    }
}
