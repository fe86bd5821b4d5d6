using Timeline.Api.Domain;
using Timeline.Api.Storage;

namespace Timeline.Api.Events;

/// <summary>A member of an event, wherever the program names it: in queries, in CSV, in exports and in imports.</summary>
/// <param name="Name">As the API writes it.</param>
/// <param name="Column">What is selected from the table <c>event e</c>.</param>
/// <param name="IsGiven">True for what an import reads; false for what follows from the rest.</param>
/// <param name="Value">The member of an event that was read.</param>
public sealed record EventColumn(string Name, string Column, bool IsGiven, Func<Event, object?> Value)
{
    /// <summary>The expression for a reader for whom the stored column does not hold; null where it holds for all.</summary>
    public Func<Visibility, Sql>? ComputedFor { get; init; }

    /// <summary>What a line of an export holds, where that is not simply the member.</summary>
    public Func<Event, object?> ExportedValue { get; init; } = Value;

    /// <summary>The cells of a row of CSV, each under its header.</summary>
    public IReadOnlyList<(string Header, Func<Event, object?> Value)> CsvCells { get; init; } = [(Name, Value)];

    public Sql SelectFor(Visibility visibility) =>
        visibility.IsMaterialized || ComputedFor is null ? Sql.Raw(Column) : $"{ComputedFor(visibility)} as {Sql.Raw(Column[2..])}";
}
