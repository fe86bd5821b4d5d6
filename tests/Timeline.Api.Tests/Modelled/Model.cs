namespace Timeline.Api.Tests.Modelled;

/// <summary>The contract's meaning of a timeline as a reader knows it at a day: slow, obvious, and without the program.</summary>
public sealed class Model(ToldTimeline told, int? asOf)
{
    private static readonly string[] Supporting = ["asserts", "confirms", "promises", "demands", "expects"];
    private static readonly string[] Foreseeing = ["promises", "demands", "expects"];
    private static readonly string[] Opposing = ["denies", "disputes"];

    public ToldTimeline Told => told;

    /// <summary>Accepted, about an accepted event, and from an article that had appeared.</summary>
    public bool Sees(ToldClaim claim) =>
        claim.Review == "accepted"
        && told.Events[claim.Event].Review == "accepted"
        && (asOf is null || told.Articles[claim.Article].Published.Start <= asOf);

    public bool Sees(ToldEvent happened) => ClaimsOf(happened).Count > 0;

    /// <summary>The claims about an event that the reader sees.</summary>
    public List<ToldClaim> ClaimsOf(ToldEvent happened) => [.. told.Claims.Where(claim => claim.Event == happened.Number && Sees(claim))];

    /// <summary>The claim that this one answers, if the reader sees it.</summary>
    public ToldClaim? AnsweredBy(ToldClaim claim) =>
        claim.RespondsTo is { } number && Sees(told.Claims[number]) ? told.Claims[number] : null;

    public string Standing(ToldEvent happened)
    {
        var own = ClaimsOf(happened);
        // An answer counts through the claim that it answers: for that one's event.
        var counted = told.Claims.Where(claim => Sees(claim) && (AnsweredBy(claim) ?? claim).Event == happened.Number).ToList();
        var supported = counted.Exists(claim => Supporting.Contains(claim.Stance));
        var opposed = counted.Exists(claim =>
            Opposing.Contains(claim.Stance) && (AnsweredBy(claim) is not { } answered || Supporting.Contains(answered.Stance))
        );
        if (opposed)
            return supported ? "disputed" : "denied";
        if (counted.Exists(claim => claim.Stance == "neither-confirms-nor-denies"))
            return "unconfirmed";
        var published = own.Max(claim => told.Articles[claim.Article].Published.Start);
        if (happened.When.IsDated && happened.When.Start > published)
            return "expected";
        var foreseen =
            counted.Exists(claim => Foreseeing.Contains(claim.Stance)) && !counted.Exists(claim => claim.Stance is "asserts" or "confirms");
        if (foreseen && (!happened.When.IsDated || happened.When.End > published))
            return "expected";
        return own.Exists(claim => claim.Speaker.IsNobody && claim.Via.IsNobody) ? "reported" : "attributed";
    }

    /// <summary>The actors that a name stands for, merged ones replaced by what they were merged into: all with that id, name or alias.</summary>
    public List<(ToldActor Actor, string Matched)> Resolve(string input)
    {
        var found = told
            .Actors.Select(actor => (Into: told.Actors[actor.MergedInto ?? actor.Number], By: By(actor, input)))
            .Where(match => match.By < 3 && IsPublic(match.Into))
            .GroupBy(match => match.Into.Number)
            .Select(matches => (Actor: told.Actors[matches.Key], By: matches.Min(match => match.By)))
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
    public bool IsPublic(ToldActor actor)
    {
        var today = new Model(told, null);
        return told.Events.Any(happened => today.Sees(happened) && happened.Parts.Any(part => part.Actor == actor.Number))
            || told.Claims.Any(claim => today.Sees(claim) && (claim.Speaker.Actor == actor.Number || claim.Via.Actor == actor.Number));
    }

    private static int By(ToldActor actor, string input) =>
        actor.Slug == Plainly.Name(input) ? 0
        : Plainly.Name(actor.Names[0]) == Plainly.Name(input) ? 1
        : actor.Names.Any(name => Plainly.Name(name) == Plainly.Name(input)) ? 2
        : 3;
}
