namespace Timeline.Api.Domain;

/// <summary>The members of a thing on a line of the import format (<c>db/README.md</c>), which exports write and imports read.</summary>
public sealed class LineFormat<T>
{
    /// <summary>What is true in itself, in the order of the line.</summary>
    public required IReadOnlyList<(string Name, Func<T, object?> Value)> Given { get; init; }

    /// <summary>The names of what follows from the rest: an export leaves these out, an import ignores them.</summary>
    public required IReadOnlyList<string> Derived { get; init; }

    /// <summary>The line's members in order, of which the first is <c>type</c> where there is one.</summary>
    public OrderedDictionary<string, object?> ToMembers(T thing, string? type = null)
    {
        var members = new OrderedDictionary<string, object?>(Given.Count + 1);
        if (type is not null)
            members.Add("type", type);
        foreach (var (name, value) in Given)
            members.Add(name, value(thing));
        return members;
    }
}
