using Timeline.Api.Storage;

namespace Timeline.Api.Domain;

/// <summary>
/// How an event stands, from the claims that the reader sees. A claim that answers another counts for the event of the claim
/// it answers, and denies it only where that claim supports it: to deny a denial is not to deny the event. Which articles tell
/// of an event, and whether in their own voice, its own claims say, answers or not.
/// </summary>
public static class Standing
{
    public static IReadOnlyList<string> All { get; } = ["disputed", "denied", "unconfirmed", "expected", "reported", "attributed"];

    private const string Supports = "('asserts', 'confirms', 'promises', 'demands', 'expects')";
    private const string Foresees = "('promises', 'demands', 'expects')";
    private const string Opposes = "('denies', 'disputes')";

    /// <summary>An expression over the event <c>e</c>: the first of the standings that holds.</summary>
    public static Sql SqlFor(Visibility view) =>
        $"""
            (select case
                when max(c.opposes) = 1 and max(c.supports) = 1 then 'disputed'
                when max(c.opposes) = 1 then 'denied'
                when max(c.leaves_open) = 1 then 'unconfirmed'
                when e.start_day < {Sql.Raw(DateRange.UndatedDay)} and e.start_day > max(c.told) then 'expected'
                when max(c.foresees) = 1 and max(c.settles) = 0 and e.end_day > max(c.told) then 'expected'
                when max(c.own_voice) = 1 then 'reported'
                else 'attributed' end
              from ({Counted(view)}) c)
            """;

    /// <summary>True where the claim's stance is one towards the event <c>e</c>.</summary>
    private const string Counts = "coalesce(b.event, a.event) = e.id";

    /// <summary>The claims on the event <c>e</c> and the answers to them, each with what it says about the event (0 or 1). Cross joins, because SQLite then starts from these few and not from all that everyone sees.</summary>
    private static Sql Counted(Visibility view) =>
        $"""
            select
                case when {Sql.Raw(Counts)} and a.stance in {Sql.Raw(Supports)} then 1 else 0 end as supports,
                case when {Sql.Raw(Counts)} and a.stance in {Sql.Raw(Opposes)} and (b.id is null or b.stance in {Sql.Raw(
                Supports
            )}) then 1 else 0 end as opposes,
                case when {Sql.Raw(Counts)} and a.stance = 'neither-confirms-nor-denies' then 1 else 0 end as leaves_open,
                case when {Sql.Raw(Counts)} and a.stance in {Sql.Raw(Foresees)} then 1 else 0 end as foresees,
                case when {Sql.Raw(Counts)} and a.stance in ('asserts', 'confirms') then 1 else 0 end as settles,
                case when a.event = e.id and coalesce(a.speaker, a.via) is null and coalesce(a.speaker_name, a.via_name) is null then 1 else 0 end as own_voice,
                case when a.event = e.id then (select published_day from article where id = a.article) else null end as told
              from (
                  select id from claim where event = e.id
                  union all select answer.id from claim answered cross join claim answer where answered.event = e.id and answer.responds_to = answered.id) counted
              cross join claim a
              left join claim b on b.id = a.responds_to and {view.ClaimCondition(Sql.Raw("b"))}
              where a.id = counted.id
                and {view.ClaimCondition(Sql.Raw("a"))}
            """;
}
