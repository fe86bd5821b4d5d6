namespace Timeline.Api.Tests.Models;

/// <summary>The contract's meaning of a timeline as a reader knows it at a day: slow, obvious, and without the program.</summary>
public sealed class ReferenceModel(ModelTimeline content, int? asOf)
{
    private static readonly string[] Supporting = ["asserts", "confirms", "promises", "demands", "expects"];
    private static readonly string[] Foreseeing = ["promises", "demands", "expects"];
    private static readonly string[] Settling = ["asserts", "confirms"];
    private static readonly string[] Opposing = ["denies", "disputes"];

    public ModelTimeline Timeline => content;

    /// <summary>Accepted, about an accepted event, and from an article that had appeared.</summary>
    public bool Sees(ModelClaim claim) =>
        claim.Review == "accepted"
        && content.Events[claim.Event].Review == "accepted"
        && (asOf is null || content.Articles[claim.Article].Published.Start <= asOf);

    public bool Sees(ModelEvent modelEvent) => ClaimsOf(modelEvent).Count > 0;

    /// <summary>The claims about an event that the reader sees.</summary>
    public List<ModelClaim> ClaimsOf(ModelEvent modelEvent) =>
        [.. content.Claims.Where(claim => claim.Event == modelEvent.Number && Sees(claim))];

    /// <summary>The claim that this one answers, if the reader sees it.</summary>
    public ModelClaim? ClaimAnsweredBy(ModelClaim claim) =>
        claim.RespondsTo is { } number && Sees(content.Claims[number]) ? content.Claims[number] : null;

    public string Standing(ModelEvent modelEvent)
    {
        var own = ClaimsOf(modelEvent);
        // An answer counts through the claim that it answers: for that one's event.
        var counted = content.Claims.Where(claim => Sees(claim) && (ClaimAnsweredBy(claim) ?? claim).Event == modelEvent.Number).ToList();
        if (IsCancelled(modelEvent, own, counted))
            return "cancelled";
        var supported = counted.Exists(claim => Supporting.Contains(claim.Stance));
        var opposed = counted.Exists(claim =>
            Opposing.Contains(claim.Stance) && (ClaimAnsweredBy(claim) is not { } answered || Supporting.Contains(answered.Stance))
        );
        if (opposed)
            return supported ? "disputed" : "denied";
        if (counted.Exists(claim => claim.Stance == "neither-confirms-nor-denies"))
            return "unconfirmed";
        var published = own.Max(PublishedOf);
        if (modelEvent.When.IsDated && modelEvent.When.Start > published)
            return "expected";
        var foreseen =
            counted.Exists(claim => Foreseeing.Contains(claim.Stance)) && !counted.Exists(claim => Settling.Contains(claim.Stance));
        if (foreseen && (!modelEvent.When.IsDated || modelEvent.When.End > published))
            return "expected";
        return own.Exists(claim => claim.Speaker.IsNobody && claim.Via.IsNobody) ? "reported" : "attributed";
    }

    /// <summary>The latest article says so, nobody denies it there, and no claim that could know says that it took place.</summary>
    private bool IsCancelled(ModelEvent modelEvent, List<ModelClaim> own, List<ModelClaim> counted)
    {
        var tookPlace = counted.Exists(claim =>
            Settling.Contains(claim.Stance) && !(modelEvent.When.IsDated && PublishedOf(claim) < modelEvent.When.Start)
        );
        return !tookPlace
            && counted.Exists(claim =>
                claim.Stance == "cancels"
                && PublishedOf(claim) >= own.Max(PublishedOf)
                && !content.Claims.Any(denial => denial.RespondsTo == claim.Number && Opposing.Contains(denial.Stance) && Sees(denial))
            );
    }

    private int PublishedOf(ModelClaim claim) => content.Articles[claim.Article].Published.Start;

    /// <summary>All actors with that id, name or alias, merged ones replaced by what they were merged into.</summary>
    public List<(ModelActor Actor, string Matched)> Resolve(string input)
    {
        var found = content
            .Actors.Select(actor => (Into: content.Actors[actor.MergedInto ?? actor.Number], By: MatchKind(actor, input)))
            .Where(match => match.By < 3 && IsPublic(match.Into))
            .GroupBy(match => match.Into.Number)
            .Select(matches => (Actor: content.Actors[matches.Key], By: matches.Min(match => match.By)))
            .OrderBy(match => match.Actor.Number)
            .ToList();
        return
        [
            .. found.Select(match =>
                (
                    match.Actor,
                    match.By switch
                    {
                        0 => "id",
                        1 => "name",
                        _ => "alias",
                    }
                )
            ),
        ];
    }

    /// <summary>True where something that everyone may see refers to the actor.</summary>
    public bool IsPublic(ModelActor actor)
    {
        var today = new ReferenceModel(content, null);
        return content.Events.Any(modelEvent => today.Sees(modelEvent) && modelEvent.Parts.Any(part => part.Actor == actor.Number))
            || content.Claims.Any(claim => today.Sees(claim) && (claim.Speaker.Actor == actor.Number || claim.Via.Actor == actor.Number));
    }

    private static int MatchKind(ModelActor actor, string input) =>
        actor.Slug == FoldedText.Name(input) ? 0
        : FoldedText.Name(actor.Names[0]) == FoldedText.Name(input) ? 1
        : actor.Names.Any(name => FoldedText.Name(name) == FoldedText.Name(input)) ? 2
        : 3;
}
