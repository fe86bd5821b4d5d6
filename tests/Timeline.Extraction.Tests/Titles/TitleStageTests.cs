using Timeline.Edtf;

namespace Timeline.Extraction.Tests.Titles;

public class TitleStageTests
{
    private static readonly Day Published = Day.FromYearMonthDay(2024, 3, 8);

    public static TheoryData<string, string> TitleCases => Cases.Pairs("Titles/titles.tsv");

    [Theory, MemberData(nameof(TitleCases))]
    public void A_title_can_be_read_without_the_article(string text, string titles)
    {
        var read = Extractor.Extract(text, Published);
        Assert.Equal(titles, string.Join(" | ", read.Events.Where(told => told.Date is not null).Select(told => told.Title)));
    }

    [Fact]
    public void The_quote_of_a_claim_stays_as_the_article_has_it()
    {
        const string Text = "Lena Voss chairs the council. She said on Monday that she would resign in June.";
        var read = Extractor.Extract(Text, Published);
        var (said, told) = (read.Claims.Single(claim => claim.Cue.Count > 0), read.Events[^1]);
        Assert.Equal("Lena Voss would resign", told.Title);
        Assert.Equal("that she would resign in June", Text[said.Content[0].Start..said.Content[0].End]);
    }
}
