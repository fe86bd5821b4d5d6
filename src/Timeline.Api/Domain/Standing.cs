using Timeline.Api.Storage;

namespace Timeline.Api.Domain;

/// <summary>
/// How an event stands, from the claims that the reader sees. A claim that answers another counts for the event of the claim
/// it answers, and denies it only where that claim supports it: to deny a denial is not to deny the event. Which articles tell
/// of an event, and whether in their own voice, its own claims say, answers or not.
/// </summary>
public static class Standing
{
    /// <summary>True where the claim <c>a</c> takes its stance towards the event <c>e</c>.</summary>
    private static readonly Sql IsAboutEvent = Sql.Raw("coalesce(b.event, a.event) = e.id");

    /// <summary>True where the claim's article was published before the first day on which the event can have taken place.</summary>
    private static readonly Sql IsToldAhead = Sql.Raw($"(e.start_day < {DateRange.UndatedDay} and teller.published_day < e.start_day)");

    private static readonly Sql Cases = Sql.Join(
        "\n    ",
        Vocabulary.StandingTable.Select(rule => (Sql)$"when {rule.Condition} then {Sql.Raw($"'{rule.Name}'")}")
    );

    public static IReadOnlyList<string> All => Vocabulary.Standings;

    /// <summary>An expression over the event <c>e</c>: the first of the standings whose rule holds.</summary>
    public static Sql SqlFor(Visibility view) =>
        $"""
            (select case
                {Cases} end
              from ({ClaimEffects(view)}) c)
            """;

    /// <summary>
    /// The claims on the event <c>e</c> and the answers to them, each with what it says about the event (0 or 1). Cross joins,
    /// because SQLite then starts from these few and not from all that everyone sees.
    /// </summary>
    private static Sql ClaimEffects(Visibility view)
    {
        var answeredIsVisible = view.ClaimCondition(Sql.Raw("b"));
        var answerIsVisible = view.ClaimCondition(Sql.Raw("a"));
        var supporting = StancesWith(StanceEffects.Supports);
        var opposing = StancesWith(StanceEffects.Opposes);
        var open = StancesWith(StanceEffects.LeavesOpen);
        var foreseeing = StancesWith(StanceEffects.Foresees);
        var settling = StancesWith(StanceEffects.Settles);
        var cancelling = StancesWith(StanceEffects.Cancels);
        return $"""
            select
                case when {IsAboutEvent} and a.stance in {supporting} then 1 else 0 end as supports,
                case when {IsAboutEvent} and a.stance in {opposing} and (b.id is null or b.stance in {supporting})
                  then 1 else 0 end as opposes,
                case when {IsAboutEvent} and a.stance in {open} then 1 else 0 end as leaves_open,
                case when {IsAboutEvent} and a.stance in {foreseeing} then 1 else 0 end as foresees,
                case when {IsAboutEvent} and a.stance in {settling} then 1 else 0 end as settles,
                case when a.event = e.id and coalesce(a.speaker, a.via) is null and coalesce(a.speaker_name, a.via_name) is null
                  then 1 else 0 end as own_voice,
                case when {IsAboutEvent} and a.stance in {settling} and not {IsToldAhead} then 1 else 0 end as took_place,
                case when {IsAboutEvent} and a.stance in {cancelling} and not exists (
                    select 1 from claim denial
                    where denial.responds_to = a.id and denial.stance in {opposing} and {view.ClaimCondition(Sql.Raw("denial"))})
                  then teller.published_day end as cancelled,
                case when a.event = e.id then teller.published_day end as told
              from (
                  select id from claim where event = e.id
                  union all select answer.id from claim answered cross join claim answer
                    where answered.event = e.id and answer.responds_to = answered.id) counted
              cross join claim a
              left join claim b on b.id = a.responds_to and {answeredIsVisible}
              cross join article teller
              where a.id = counted.id and teller.id = a.article
                and {answerIsVisible}
            """;
    }

    /// <summary>The names of the stances that have the effect, as a list of SQL.</summary>
    private static Sql StancesWith(StanceEffects effect)
    {
        var names = Vocabulary.StanceTable.Where(stance => stance.Effects.HasFlag(effect)).Select(stance => $"'{stance.Name}'");
        return Sql.Raw($"({string.Join(", ", names)})");
    }
}
