using Timeline.Api.Domain;
using Timeline.Api.Http;

namespace Timeline.Api.Querying;

/// <summary>The query parameters that events, claims, charts and feeds share.</summary>
public static class TimelineParameters
{
    public static QueryParameter From { get; } =
        new(
            "from",
            "First day: a year, month or day, inclusive (EDTF level 0: `2024`, `2024-05`, `2024-05-03`, `-0043`). Absent: no bound."
        )
        {
            Example = "2022-02",
        };

    public static QueryParameter To { get; } =
        new("to", "Last day: a year, month or day, inclusive, so `2024` reaches the end of 2024. Absent: no bound.")
        {
            Example = "2022-02",
        };

    public static QueryParameter Match { get; } =
        new(
            "match",
            "By bounds alone: `overlap`: it can have happened in the range; `within`: it must have; `covers`: it lasted over the whole "
                + "range. An open side is infinite."
        )
        {
            Choices = ["overlap", "within", "covers"],
            Default = "overlap",
            Example = "overlap",
        };

    public static QueryParameter AsOf { get; } =
        new(
            "asOf",
            "The timeline as it was known at the end of this date: only claims of articles published by then, standing and counts "
                + "accordingly."
        )
        {
            Example = "2025-12-31",
        };

    public static QueryParameter Actor { get; } =
        new("actor", "Id, name or alias of an actor; case and accents are ignored. Repeatable: any of them.")
        {
            Repeatable = true,
            Example = "Vladimir Putin",
        };

    public static QueryParameter ActorMatch { get; } =
        new("actorMatch", "With several actors: `any` of them or `all`.")
        {
            Choices = ["any", "all"],
            Default = "any",
            Example = "any",
        };

    public static QueryParameter Role { get; } =
        new("role", "Only where the actor has this role in the event.") { Choices = Vocabulary.Roles, Example = "subject" };

    public static QueryParameter Standing { get; } =
        new("standing", "How the event stands by its claims. Repeatable: any of them.")
        {
            Choices = Domain.Standing.All,
            Repeatable = true,
            Example = "reported",
        };

    public static QueryParameter Kind { get; } =
        new("kind", "Kind of event. Repeatable: any of them.")
        {
            Choices = Vocabulary.EventKinds,
            Repeatable = true,
            Example = "call",
        };

    public static QueryParameter Stance { get; } =
        new("stance", "Stance of a claim. Repeatable: any of them.")
        {
            Choices = Vocabulary.Stances,
            Repeatable = true,
            Example = "asserts",
        };

    public static QueryParameter Article { get; } =
        new("article", "Id of an article that tells of it. Repeatable: any of them.") { Repeatable = true, Example = SampleIds.Article };

    public static QueryParameter Tag { get; } =
        new("tag", "A tag of the event. Repeatable: any of them.") { Repeatable = true, Example = SampleIds.Tag };

    public static QueryParameter Precision { get; } =
        new("precision", "How precise the event's date is. Repeatable: any of them.")
        {
            Choices = Vocabulary.Precisions,
            Repeatable = true,
            Example = "month",
        };

    public static QueryParameter Publisher { get; } =
        new("publisher", "Publisher of an article that tells of it, exactly as the article names it. Repeatable: any of them.")
        {
            Repeatable = true,
            Example = SampleIds.Publisher,
        };

    public static QueryParameter Review { get; } =
        new(
            "review",
            "With a key that has the scope `review`: what is `proposed`, `accepted`, `rejected`, or `any` of it. Absent: what "
                + "everyone sees."
        )
        {
            Choices = [.. Vocabulary.Reviews, "any"],
        };

    public static QueryParameter Words { get; } =
        new("q", "Full text: every word, case and accents ignored; a final `*` makes the last word a prefix.") { Example = "biden" };

    public static QueryParameter Undated { get; } =
        new("undated", "What becomes of things without a date. Default: `include` without `from` and `to`, `exclude` with them.")
        {
            Choices = ["include", "exclude", "only"],
            Example = "exclude",
        };

    /// <summary>What lists of events, charts and feeds all take.</summary>
    public static IReadOnlyList<QueryParameter> Filters =>
        field ??= [
            From,
            To,
            Match,
            AsOf,
            Actor,
            ActorMatch,
            Role,
            .. EventFilter.All.Select(filter => filter.Parameter),
            Review,
            Words,
            Undated,
        ];

    public static QueryParameter Sort { get; } =
        new(
            "sort",
            "`-date`: newest first; `date`: oldest first, both by earliest day, latest day and id with undated last; `-updated`: last "
                + "changed first; `relevance`: best match for `q` first, one page."
        )
        {
            Choices = SortOrder.All,
            Default = SortOrder.NewestFirst,
            Example = SortOrder.NewestFirst,
        };
}
