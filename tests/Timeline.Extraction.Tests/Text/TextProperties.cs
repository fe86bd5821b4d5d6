using CsCheck;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Tests.Text;

public class TextProperties
{
    private static readonly string[] Pieces =
    [
        "Mr. X said ",
        "“",
        "”",
        "'",
        " U.S.",
        "\n",
        "’s ",
        "2024-",
        "10:30",
        "👍",
        "n't",
        "?",
        "“ ",
        ") ",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String,
        Gen.Char["ab Z.'’\"“”‘?!-1:,\n\ud83d\udc4d(مرح中"].Array.Select(letters => new string(letters)),
        Gen.Int[0, Pieces.Length - 1].Array[0, 40].Select(picks => string.Concat(picks.Select(i => Pieces[i])))
    );

    [Fact]
    public void Tokens_hold_every_character_that_is_no_white_space_once_and_in_order() =>
        Texts.Sample(text =>
        {
            var at = 0;
            foreach (var token in Document.Read(text).Tokens)
            {
                Assert.True(token.Start >= at && token.End > token.Start);
                Assert.True(string.IsNullOrWhiteSpace(text[at..token.Start]));
                Assert.Equal(text[token.Start..token.End], token.Text);
                at = token.End;
            }
            Assert.True(string.IsNullOrWhiteSpace(text[at..]));
        });

    [Fact]
    public void Sentences_hold_every_token_once_and_in_order() =>
        Texts.Sample(text =>
        {
            var document = Document.Read(text);
            var at = 0;
            foreach (var sentence in document.Sentences)
            {
                Assert.Equal(at, sentence.First);
                Assert.InRange(sentence.Length, 1, Sentence.MaxTokens);
                at = sentence.End;
            }
            Assert.Equal(document.Tokens.Length, at);
        });

    [Fact]
    public void A_code_point_index_counts_what_the_text_holds_before_it() =>
        Texts.Sample(text =>
        {
            var document = Document.Read(text);
            for (var i = 0; i < document.Tokens.Length; i++)
            {
                var start = document.Tokens[i].Start;
                Assert.Equal(text[..start].EnumerateRunes().Count(), document.Span(i, i + 1).Start);
            }
        });
}
