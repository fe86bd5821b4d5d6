using Timeline.Api.Domain;

namespace Timeline.Api.Http;

/// <summary>
/// An id in a path: its name there, what it stands for, one of the sample timeline, and how it can fail to lead anywhere.
/// </summary>
/// <param name="Failures">308 where what it names can be merged into another, 410 where it can be deleted, 404 always.</param>
public sealed record PathId(string Name, string Meaning, string Example, IReadOnlyList<int> Failures)
{
    public static PathId Event { get; } = new("id", "Id of the event.", SampleIds.Event, [308, 404, 410]);

    public static PathId Claim { get; } = new("id", "Id of the claim.", SampleIds.Claim, [404, 410]);

    public static PathId Actor { get; } = new("id", "Id of the actor.", SampleIds.Actor, [308, 404]);

    public static PathId Article { get; } = new("id", "Id of the article.", SampleIds.Article, [404, 410]);

    public static PathId Merge { get; } = new("id", "Id of the merge.", "mrg_0jrrbe6000001", [404]);
}
