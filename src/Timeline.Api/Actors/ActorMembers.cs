using Timeline.Api.Domain;

namespace Timeline.Api.Actors;

/// <summary>The members of an actor on a line of the import format.</summary>
public static class ActorMembers
{
    public static LineFormat<Actor> Line { get; } =
        new()
        {
            Given =
            [
                ("id", actor => actor.Id),
                ("name", actor => actor.Name),
                ("kind", actor => actor.Kind),
                ("aliases", actor => actor.Aliases),
            ],
            Derived = ["eventCount", "claimCount", "version", "createdAt", "updatedAt"],
        };
}
