using Timeline.Api.Actors;
using Timeline.Api.Articles;
using Timeline.Api.Claims;
using Timeline.Api.Domain;
using Timeline.Api.Events;
using Timeline.Api.Http;

namespace Timeline.Api.Tests.Domain;

/// <summary>The members of things, as exports write and imports read them.</summary>
public class LineFormatTests
{
    [Fact]
    public void The_columns_of_an_event_are_its_members() =>
        Assert.Equal(Json.Members<Event>().Except(["claims"]).Order(), EventColumns.All.Select(column => column.Name).Order());

    [Fact]
    public void An_event_s_line_knows_all_its_members() => HoldsMembers(EventColumns.Line, except: "claims");

    [Fact]
    public void A_claim_s_line_knows_all_its_members() => HoldsMembers(ClaimMembers.Line);

    [Fact]
    public void When_a_claim_was_said_has_all_members_of_a_date() => HoldsMembers(ClaimMembers.When);

    [Fact]
    public void A_quote_on_a_claim_s_line_knows_all_its_members() => HoldsMembers(ClaimMembers.Quote);

    [Fact]
    public void An_actor_s_line_knows_all_its_members() => HoldsMembers(ActorMembers.Line);

    /// <summary>Whose words an article's title are is told by no line.</summary>
    [Fact]
    public void An_article_s_line_knows_all_its_members_but_where_its_title_is_from() =>
        HoldsMembers(ArticleMembers.Line, except: "titleFrom");

    [Fact]
    public void A_cell_of_CSV_has_a_header_of_its_own()
    {
        var headers = EventColumns.All.SelectMany(column => column.CsvCells).Select(cell => cell.Header).ToList();

        Assert.Equal(headers.Distinct(), headers);
    }

    private static void HoldsMembers<T>(LineFormat<T> line, params string[] except)
    {
        var names = line.Given.Select(member => member.Name).Concat(line.Derived).ToList();

        Assert.Equal(Json.Members<T>().Except(except).Order(), names.Order());
    }
}
