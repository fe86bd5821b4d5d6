using System.Diagnostics;
using System.Text;
using Timeline.Edtf;

namespace Timeline.Extraction.Tests;

/// <summary>Damages articles at random from a fixed seed: half a minute under CI, a moment elsewhere.</summary>
public class FuzzTests
{
    private const int Seed = 20250314;

    private static readonly string[] Stories =
    [
        "Mayor Ana Ruiz met the dockers' leader Tom Berg on Tuesday, the first meeting since the strike began in early January. \"A deal is near,\" she told the Halden Courier.",
        "The ministry neither confirmed nor denied that it would pay by 2027. In 2019, according to the union, the city had promised a new quay; the company denied the union's report last week.",
        "# Quay closed\n\n* Built between 1961 and 1964\n* Closed since the weeks before 5 May 2024\n\nAsked whether it would open, Mr. O'Neill (62) said: “No.”",
    ];

    private static readonly string[] Shards =
    [
        "“",
        "”",
        "\"",
        "'",
        "(",
        "]",
        "\n",
        "\u0000",
        "\ud800",
        "👍🏽",
        "مرحبا",
        "\u202e",
        "32 May",
        "99999",
        "-0044",
        " said ",
        " who ",
        ",",
        "…",
        "\u00a0",
        "e\u0301",
    ];

    [Fact]
    public void No_damaged_text_makes_the_extractor_throw_or_point_outside()
    {
        var (random, watch) = (new Random(Seed), Stopwatch.StartNew());
        var seconds = Environment.GetEnvironmentVariable("CI") is null ? 2 : 30;
        for (var round = 0; watch.Elapsed.TotalSeconds < seconds; round++)
        {
            var text = Damaged(random);
            try
            {
                var read = Extractor.Extract(text, new Day(random.Next(-800_000, 40_000)), TestContext.Current.CancellationToken);
                var length = text.EnumerateRunes().Count();
                Assert.All(read.Expressions, expression => Assert.InRange(expression.Span.End, expression.Span.Start + 1, length));
                Assert.All(read.Claims.SelectMany(claim => claim.Content), span => Assert.InRange(span.End, span.Start + 1, length));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Assert.Fail(
                    $"Round {round} of seed {Seed}: {exception.Message}\n{Convert.ToBase64String(Encoding.Unicode.GetBytes(text))}\n{exception.StackTrace}"
                );
            }
        }
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
