using System.Text;
using System.Text.Json.Nodes;
using Timeline.Api.Http.Problems;
using Timeline.Api.Ingestion;

namespace Timeline.Api.Tests.Ingestion;

public class ExtractionLineTests
{
    [Theory]
    [InlineData("The quay was closed\u000c on 5 May 2024.\u0000")]
    [InlineData("👍 The quay was closed on 5 May 2024.")]
    public void A_line_is_read_as_it_is_so_that_its_offsets_hold(string text)
    {
        var line = new JsonObject
        {
            ["id"] = "a",
            ["published"] = "2024-05-06",
            ["text"] = text,
            ["more"] = 1,
        };

        var read = ExtractionLine.Create(Encoding.UTF8.GetBytes(line.ToJsonString()), 1, TestContext.Current.CancellationToken);

        var date = Assert.Single(read.Expressions);
        Assert.Equal("2024-05-05", date.Date);
        Assert.Equal("5 May 2024", string.Concat(text.EnumerateRunes().Skip(date.Start).Take(date.End - date.Start)));
    }

    [Fact]
    public void A_line_tells_the_kind_and_extent_of_an_event_and_the_words_of_a_claim()
    {
        var line = """{"id": "a", "published": "2024-05-06", "text": "👍 Port chief Ada Moll said the quay was closed on 5 May 2024."}"""u8;

        var read = ExtractionLine.Create(line, 1, TestContext.Current.CancellationToken);

        var found = Assert.Single(read.Events);
        Assert.Equal(("other", "within"), (found.Kind, found.Extent));
        Assert.Equal(["the quay was closed on 5 May 2024"], read.Claims[found.Claims[0]].Quotes);
    }

    [Fact]
    public void A_line_without_its_members_is_refused_with_its_number()
    {
        var problem = Assert.Throws<ProblemException>(() =>
            ExtractionLine.Create("""{"text": "x"}"""u8, 7, TestContext.Current.CancellationToken)
        );

        Assert.All(problem.Faults, fault => Assert.Equal(7, fault.Line));
        Assert.Equal(["/id", "/published"], problem.Faults.Select(fault => fault.Pointer));
    }
}
