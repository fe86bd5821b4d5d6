using Timeline.Edtf;

namespace Timeline.Extraction.Tests.Events;

public class EventStageTests
{
    private static readonly Day Published = Day.FromYearMonthDay(2024, 3, 8);

    public static TheoryData<string, string> EventCases => Cases.Pairs("Events/events.tsv");

    [Theory, MemberData(nameof(EventCases))]
    public void A_text_tells_of_these_events(string text, string events) =>
        Assert.Equal(events, string.Join(" | ", Extractor.Extract(text, Published).Events.Select(e => $"{e.Date} {e.Kind} {e.Title}")));

    public static TheoryData<string, string> CancelledPlans => Cases.Pairs("Events/cancellations.tsv");

    [Theory, MemberData(nameof(CancelledPlans))]
    public void A_plan_that_was_called_off_is_cancelled_and_the_day_of_calling_it_off_is_told(string text, string stances)
    {
        var read = Extractor.Extract(text, Published);
        Assert.Equal(stances, string.Join(" | ", read.Events.Select((told, e) => $"{told.Date} {StancesOn(read, e)}")));
    }

    [Fact]
    public void What_somebody_says_of_another_day_is_a_claim_on_the_event_of_that_day()
    {
        var read = Extractor.Extract("Lena Voss said on Tuesday that Orlan Brask resigned in 2021.", Published);
        var claim = Assert.Single(read.Claims, c => c.Speaker is not null);
        Assert.Equal("2021", read.Events[claim.Event!.Value].Date.ToString());
        Assert.Equal("Tuesday", read.Expressions[claim.Said!.Value].Phrase);
    }

    [Fact]
    public void What_is_told_twice_is_one_event()
    {
        var read = Extractor.Extract(
            "Lena Voss resigned on 4 March 2024. Critics cheered when Lena Voss resigned on 4 March 2024.",
            Published
        );
        Assert.Single(read.Events);
    }

    [Fact]
    public void The_speaker_of_a_statement_has_that_role_and_who_is_told_is_the_addressee()
    {
        var read = Extractor.Extract("Lena Voss told Orlan Brask on Tuesday that it was over.", Published);
        Assert.Equal(
            ["Lena Voss speaker", "Orlan Brask addressee"],
            read.Events[0].Actors.Select(a => $"{read.Actors[a.Actor].Name} {string.Join('+', a.Roles)}")
        );
    }

    [Fact]
    public void What_goes_on_since_a_day_fills_all_of_the_time()
    {
        var read = Extractor.Extract("Lena Voss has led the party since 2021.", Published);
        Assert.Equal(
            ("throughout", "2021-01-01", "2024-03-08"),
            (read.Events[0].Extent, read.Events[0].Date?.Earliest.ToString(), read.Events[0].Date?.Latest.ToString())
        );
    }

    private static string StancesOn(ExtractionResult read, int told) =>
        string.Join(' ', read.Claims.Where(claim => claim.Event == told).Select(claim => claim.Stance));
}
