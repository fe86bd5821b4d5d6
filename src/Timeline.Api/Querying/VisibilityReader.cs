using Timeline.Api.Domain;
using Timeline.Api.Http;

namespace Timeline.Api.Querying;

/// <summary>Reads what the caller may see and asks to see.</summary>
public static class VisibilityReader
{
    /// <summary>
    /// What everyone sees, for a reviewer with the texts that are kept; with <c>review</c> what a reviewer asks for, or of what is
    /// proposed the holder of a key's own; a problem 401 or 403 where the key does not allow it.
    /// </summary>
    /// <param name="asOf">The day up to which claims count; null for all.</param>
    public static Visibility Read(QueryReader query, long? asOf = null)
    {
        if (query.Text(TimelineParameters.Review) is null)
            return new Visibility(null, asOf) { ReadsEveryText = query.Caller.HasScope("review") };
        var asked = query.OptionalChoice(TimelineParameters.Review) ?? "any";
        var isOwnProposals = asked == "proposed" && query.Caller.HasScope("write") && !query.Caller.HasScope("review");
        if (isOwnProposals)
            return new Visibility(asked, asOf, query.Caller.Name);
        query.Caller.RequireScope("review");
        return new Visibility(asked, asOf);
    }
}
