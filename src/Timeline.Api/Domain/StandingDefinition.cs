using Timeline.Api.Storage;

namespace Timeline.Api.Domain;

/// <summary>A way in which an event can stand by its claims.</summary>
/// <param name="Name">As the API writes it.</param>
/// <param name="Condition">
/// SQL over the event <c>e</c> and what its claims <c>c</c> say about it, as <see cref="Standing"/> counts them.
/// </param>
public sealed record StandingDefinition(string Name, Sql Condition)
{
    /// <summary>
    /// No claim speaks of it as past: it starts after all articles that tell of it, or is only foreseen and may end after them.
    /// </summary>
    public static Sql LiesAhead { get; } =
        $"""
            (e.start_day < {Sql.Raw(DateRange.UndatedDay)} and e.start_day > max(c.told))
                  or (max(c.foresees) = 1 and max(c.settles) = 0 and e.end_day > max(c.told))
            """;

    /// <summary>The latest article that tells of it says that it was called off, and no claim says that it took place.</summary>
    public static Sql IsCalledOff { get; } = $"max(c.cancelled) >= max(c.told) and max(c.took_place) = 0";

    /// <summary>Holds for every event, so that each has a standing.</summary>
    public static Sql Otherwise { get; } = Sql.Raw("1 = 1");

    /// <summary>The <c>STATUS</c> of such an event in iCalendar (RFC 5545).</summary>
    public string CalendarStatus { get; init; } = "CONFIRMED";
}
