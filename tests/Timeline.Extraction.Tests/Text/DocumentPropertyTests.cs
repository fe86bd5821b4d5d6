using CsCheck;
using Timeline.Extraction.Text;
using Timeline.Tests;

namespace Timeline.Extraction.Tests.Text;

public class DocumentPropertyTests
{
    private static readonly string[] Pieces = "Mr. X said |“|”|'| U.S.|\n|’s |2024-|10:30|👍|n't|?|“ |) ".Split('|');

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String,
        Gen.Char["ab Z.'’\"“”‘?!-1:,\n\ud83d\udc4d(مرح中"].Array.Select(letters => new string(letters)),
        Gen.Int[0, Pieces.Length - 1].Array[0, 40].Select(picks => string.Concat(picks.Select(i => Pieces[i])))
    );

    [Fact]
    public void Tokens_hold_every_character_that_is_no_white_space_once_and_in_order() =>
        Texts.Check(text =>
        {
            var at = 0;
            foreach (var token in Document.Parse(text).Tokens)
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
        Texts.Check(text =>
        {
            var document = Document.Parse(text);
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
    public void The_start_of_a_token_in_code_points_is_the_number_of_code_points_before_it() =>
        Texts.Check(text =>
        {
            var document = Document.Parse(text);
            for (var i = 0; i < document.Tokens.Length; i++)
            {
                var start = document.Tokens[i].Start;
                Assert.Equal(text[..start].EnumerateRunes().Count(), document.SpanOf(i, i + 1).Start);
            }
        });
}
