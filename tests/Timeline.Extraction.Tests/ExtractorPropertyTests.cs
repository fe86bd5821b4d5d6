using CsCheck;
using Timeline.Edtf;
using Timeline.Tests;

namespace Timeline.Extraction.Tests;

public class ExtractorPropertyTests
{
    private static readonly Day Published = Day.FromYearMonthDay(2024, 3, 8);

    private static readonly string[] Pieces = (
        "Mr. Holm said |“|”|\"|'| U.S.|\n|\n\n|’s |2024-|on Friday| in 2021 |👍|n't|?|(|)|[|,|;|:|—| after he left | told |"
        + "the Kremlin | denied |from 2011 to |February or March|last week |Vera Holm| when | who |according to |مرحبا |世界|"
        + "\ud83d|e\u0301|The |. |then|![|](http://a.example/b)"
    ).Split('|');

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String,
        Gen.Int[0, Pieces.Length - 1].Array[0, 60].Select(picks => string.Concat(picks.Select(i => Pieces[i])))
    );

    public static TheoryData<string, string, int> Hard =>
        new()
        {
            { "one sentence", "the minister said that he met Mr Hale in May and ", 2000 },
            { "dates", "14 May 2014, ", 10_000 },
            { "quotation marks", "\" ", 20_000 },
            { "opening quotation marks", "“", 20_000 },
            { "brackets", "((((", 10_000 },
            { "no spaces", "abcXYZ", 20_000 },
            { "right to left", "قال «نعم» ", 10_000 },
            { "signs outside of the basic plane", "👍🏽", 20_000 },
            { "names", "Anna Holm Smith said. ", 5_000 },
            { "claims", "he said she said ", 5_000 },
            { "answers", "Ann Lee said it. The palace denied the report. ", 2_000 },
        };

    [Fact]
    public void Whatever_a_text_holds_its_spans_lie_inside_and_its_references_exist() =>
        Texts.Check(
            text =>
            {
                var read = Extractor.Extract(text, Published);
                var length = text.EnumerateRunes().Count();
                var spans = read
                    .Expressions.Select(e => e.Span)
                    .Concat(read.Actors.SelectMany(a => a.Mentions))
                    .Concat(read.Claims.SelectMany(c => c.Source.Concat(c.Cue).Concat(c.Content)));
                Assert.All(spans, span => Assert.True(0 <= span.Start && span.Start < span.End && span.End <= length));
                Assert.All(
                    read.Claims,
                    claim =>
                    {
                        Assert.True(claim.Speaker is null || claim.Speaker < read.Actors.Count);
                        Assert.True(claim.Event is null || claim.Event < read.Events.Count);
                        Assert.True(claim.RespondsTo is null || claim.RespondsTo < read.Claims.Count);
                    }
                );
                Assert.All(
                    read.Events,
                    told =>
                    {
                        Assert.NotEmpty(told.Claims);
                        Assert.NotEmpty(told.Title);
                        Assert.All(told.Claims, claim => Assert.InRange(claim, 0, read.Claims.Count - 1));
                        Assert.All(told.Actors, actor => Assert.InRange(actor.Actor, 0, read.Actors.Count - 1));
                        Assert.All(told.Expressions, expression => Assert.InRange(expression, 0, read.Expressions.Count - 1));
                    }
                );
            },
            iter: 1000
        );

    [Fact]
    public void The_same_text_gives_the_same_titles_kinds_and_dates() =>
        Texts.Check(
            text =>
            {
                var (one, other) = (Extractor.Extract(text, Published), Extractor.Extract(text, Published));
                Assert.Equal(one.Events.Select(e => (e.Title, e.Kind, e.Date)), other.Events.Select(e => (e.Title, e.Kind, e.Date)));
            },
            iter: 100
        );

    // Work is counted in bytes allocated, which unlike time is the same on every machine.
    [Theory, MemberData(nameof(Hard))]
    public void Twice_the_text_allocates_at_most_2_6_times_the_memory(string name, string piece, int times)
    {
        var text = string.Concat(Enumerable.Repeat(piece, times));
        Extractor.Extract(text[..Math.Min(text.Length, 2000)], Published);
        var (once, twice) = (Allocated(text), Allocated(text + text));
        Assert.True(twice < once * 2.6 + 1_000_000, $"{name}: {once} and {twice} bytes");
    }

    [Fact]
    public void A_cancelled_token_ends_the_extraction() =>
        Assert.Throws<OperationCanceledException>(() =>
            Extractor.Extract("Vera Holm resigned on Friday.", Published, new CancellationToken(canceled: true))
        );

    private static long Allocated(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Extractor.Extract(text, Published);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
