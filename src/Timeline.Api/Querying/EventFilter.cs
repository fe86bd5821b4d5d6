using System.Globalization;
using Timeline.Api.Domain;
using Timeline.Api.Http;
using Timeline.Api.Storage;

namespace Timeline.Api.Querying;

/// <summary>
/// A filter by a value that events have. Each event keeps its values as terms (<c>kind:call</c>), so that every filter is a look-up;
/// a new one is an entry in <see cref="All"/> and a term in the read model.
/// </summary>
public sealed class EventFilter
{
    private static readonly Sql E = Sql.Raw("e");

    private EventFilter(QueryParameter parameter) => Parameter = parameter;

    public static EventFilter Article { get; } =
        new(TimelineParameters.Article)
        {
            ToTermValue = id => ArticleNumber(id).ToString(CultureInfo.InvariantCulture),
            OnEvent = (ids, visibility) => HasClaim($"c.article in {ids.Select(ArticleNumber).ToList()}", visibility),
            OnClaim = (ids, _) => $" and c.article in {ids.Select(ArticleNumber).ToList()}",
        };

    public static EventFilter Tag { get; } = new(TimelineParameters.Tag);

    public static EventFilter Stance { get; } =
        new(TimelineParameters.Stance)
        {
            OnEvent = (stances, visibility) => HasClaim($"c.stance in {stances}", visibility),
            OnClaim = (stances, _) => $" and c.stance in {stances}",
        };

    public static EventFilter Standing { get; } =
        new(TimelineParameters.Standing)
        {
            OnEvent = (standings, visibility) => $" and {Domain.Standing.SqlFor(visibility)} in {standings}",
            OnClaim = OnClaimOfStanding,
        };

    public static EventFilter Kind { get; } = new(TimelineParameters.Kind);

    public static EventFilter Publisher { get; } =
        new(TimelineParameters.Publisher)
        {
            OnEvent = (publishers, visibility) => HasClaim(PublishedBy(publishers), visibility),
            OnClaim = (publishers, _) => $" and {PublishedBy(publishers)}",
        };

    /// <summary>Of an event the precision of its date, of a claim that of when it was said.</summary>
    public static EventFilter Precision { get; } =
        new(TimelineParameters.Precision) { OnClaim = (precisions, _) => $" and c.precision in {precisions}" };

    /// <summary>In the order in which a scan prefers them: those that few events share come first.</summary>
    public static IReadOnlyList<EventFilter> All { get; } = [Article, Tag, Publisher, Stance, Standing, Kind, Precision];

    public QueryParameter Parameter { get; }

    /// <summary>The value as its term has it.</summary>
    private Func<string, string> ToTermValue { get; init; } = value => value;

    /// <summary>The condition on the event <c>e</c> for a view that terms are not kept for; null where terms hold in every view.</summary>
    private Func<IReadOnlyList<string>, Visibility, Sql>? OnEvent { get; init; }

    /// <summary>The condition on the claim <c>c</c>; null where it is that its event has the term.</summary>
    private Func<IReadOnlyList<string>, Visibility, Sql>? OnClaim { get; init; }

    /// <summary>The values asked for, each once.</summary>
    public IReadOnlyList<string> Read(QueryReader query) =>
        Parameter.Choices is null ? [.. query.Texts(Parameter).Distinct()] : query.Choices(Parameter);

    /// <summary>True where the terms kept tell which events a reader with this view finds.</summary>
    public bool IsKeptFor(Visibility visibility) => visibility.IsMaterialized || OnEvent is null;

    /// <summary>The terms of the values, any of which will do.</summary>
    public IReadOnlyList<string> Terms(IReadOnlyList<string> values) =>
        [.. values.Select(value => FilterTerm.Of(Parameter.Name, ToTermValue(value))).Distinct()];

    /// <summary>The condition on the event <c>e</c>, worked out from its claims; begins with <c>and</c>.</summary>
    public Sql EventCondition(IReadOnlyList<string> values, Visibility visibility) => OnEvent!(values, visibility);

    /// <summary>The condition on the claim <c>c</c>; begins with <c>and</c>.</summary>
    public Sql ClaimCondition(IReadOnlyList<string> values, Visibility visibility) =>
        OnClaim is null ? EventHasTerm(Terms(values)) : OnClaim(values, visibility);

    private static Sql OnClaimOfStanding(IReadOnlyList<string> standings, Visibility visibility)
    {
        if (visibility.IsMaterialized)
            return EventHasTerm(Standing.Terms(standings));
        return $" and exists (select 1 from event e where e.id = c.event and {Domain.Standing.SqlFor(visibility)} in {standings})";
    }

    private static Sql PublishedBy(IReadOnlyList<string> publishers) =>
        $"(select a.publisher from article a where a.id = c.article) in {publishers}";

    private static Sql EventHasTerm(IReadOnlyList<string> terms) =>
        $" and exists (select 1 from event_term x where x.event = c.event and x.term in {terms})";

    private static Sql HasClaim(Sql condition, Visibility visibility) =>
        $" and exists (select 1 from claim c where c.event = {E}.id and {condition} and {visibility.ClaimCondition(Sql.Raw("c"))})";

    /// <summary>The number behind the id of an article; -1 for an id that no article can have.</summary>
    private static long ArticleNumber(string id) => Ids.TryParse(Ids.Article, id, out var number) ? number : -1;
}
