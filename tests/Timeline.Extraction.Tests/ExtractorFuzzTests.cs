using System.Text;
using Timeline.Edtf;
using Timeline.Tests;

namespace Timeline.Extraction.Tests;

/// <summary>Damages articles at random: the same ones every time under CI, other ones elsewhere; the seed is printed.</summary>
public class ExtractorFuzzTests
{
    private static readonly int Rounds = Property.IsCI ? 10_000 : 1_000;

    private static readonly string[] Stories =
    [
        "Mayor Ana Ruiz met the dockers' leader Tom Berg on Tuesday, the first meeting since the strike began "
            + "in early January. \"A deal is near,\" she told the Halden Courier.",
        "The ministry neither confirmed nor denied that it would pay by 2027. In 2019, according to the union, "
            + "the city had promised a new quay; the company denied the union's report last week.",
        "# Quay closed\n\n* Built between 1961 and 1964\n* Closed since the weeks before 5 May 2024\n\n"
            + "Asked whether it would open, Mr. O'Neill (62) said: “No.”",
    ];

    private static readonly string[] Shards =
        "“|”|\"|'|(|]|\n|\u0000|\ud800|👍🏽|مرحبا|\u202e|32 May|99999|-0044| said | who |,|…|\u00a0|e\u0301".Split('|');

    [Fact]
    public void No_damaged_text_makes_the_extractor_throw_or_point_outside_of_the_text()
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"Seed {Property.Seed}");
        for (var round = 0; round < Rounds; round++)
        {
            var random = new Random((int)((long)Property.Seed + round));
            var text = Damaged(random);
            var published = new Day(random.Next(-800_000, 40_000));
            try
            {
                AssertSpansLieInside(text, Extractor.Extract(text, published, TestContext.Current.CancellationToken));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                var bytes = Convert.ToBase64String(Encoding.Unicode.GetBytes(text));
                Assert.Fail($"Round {round} of seed {Property.Seed}, {published}: {exception}\nThe text in UTF-16 as Base64: {bytes}");
            }
        }
    }

    private static void AssertSpansLieInside(string text, ExtractionResult result)
    {
        var length = text.EnumerateRunes().Count();
        Assert.All(result.Expressions, expression => Assert.InRange(expression.Span.End, expression.Span.Start + 1, length));
        Assert.All(result.Claims.SelectMany(claim => claim.Content), span => Assert.InRange(span.End, span.Start + 1, length));
    }

    private static string Damaged(Random random)
    {
        var text = new StringBuilder(
            string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => Stories[random.Next(Stories.Length)] + " "))
        );
        for (var i = random.Next(30); i > 0; i--)
        {
            var at = random.Next(text.Length);
            if (random.Next(3) == 0)
                text.Remove(at, Math.Min(text.Length - at, random.Next(1, 40)));
            else if (random.Next(2) == 0)
                text.Insert(at, Shards[random.Next(Shards.Length)]);
            else
                text[at] = (char)random.Next(random.Next(2) == 0 ? 0x80 : 0x10000);
            if (text.Length == 0)
                text.Append(Shards[random.Next(Shards.Length)]);
        }

        return text.ToString();
    }
}
