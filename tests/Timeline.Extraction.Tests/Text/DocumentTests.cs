using Timeline.Extraction.Text;

namespace Timeline.Extraction.Tests.Text;

public class DocumentTests
{
    public static TheoryData<string, string> TokenCases => Cases.Pairs("Text/tokens.tsv");

    public static TheoryData<string, string> SentenceCases => Cases.Pairs("Text/sentences.tsv");

    public static TheoryData<string, string> TagCases => Cases.Pairs("Text/tags.tsv");

    [Theory, MemberData(nameof(TagCases))]
    public void Words_get_these_parts_of_speech(string text, string tags) =>
        Assert.Equal(tags, string.Join(' ', Document.Parse(text).Tokens.Select(token => token.Tag)));

    [Theory, MemberData(nameof(TokenCases))]
    public void A_text_is_cut_into_these_tokens(string text, string tokens) =>
        Assert.Equal(tokens, string.Join(' ', Document.Parse(text).Tokens.Select(token => token.Text)));

    [Theory, MemberData(nameof(SentenceCases))]
    public void A_text_is_cut_into_these_sentences(string text, string sentences)
    {
        var document = Document.Parse(text);
        Assert.Equal(sentences, string.Join(" | ", document.Sentences.Select(s => document.TextOf(s.First, s.End))));
    }

    [Fact]
    public void Spans_count_code_points_after_signs_outside_of_the_basic_plane()
    {
        var document = Document.Parse("👍 in 2014");
        Assert.Equal(new TextSpan(5, 9), document.SpanOf(2, 3));
    }

    [Theory]
    [InlineData("\"He said 'no' to me\"", "\" ' | ' \"")]
    [InlineData("“It was ‘great’ there”", "“ ‘ | ’ ”")]
    [InlineData("the workers' pay", " | ")]
    [InlineData("rock 'n' roll in the '60s", " | ")]
    public void Quotation_marks_are_told_from_apostrophes(string text, string openAndClose)
    {
        var tokens = Document.Parse(text).Tokens;
        string Of(TokenKind kind) => string.Join(' ', tokens.Where(t => t.Kind == kind).Select(t => t.Text));
        Assert.Equal(openAndClose, $"{Of(TokenKind.OpenQuote)} | {Of(TokenKind.CloseQuote)}");
    }
}
