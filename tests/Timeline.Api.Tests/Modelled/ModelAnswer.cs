namespace Timeline.Api.Tests.Modelled;

/// <summary>What the contract says that the answer to a question is: all items in order over all pages, and the counts.</summary>
public sealed record ModelAnswer<T>(IReadOnlyList<T> Items, int Undated, IReadOnlyList<string> Resolved, IReadOnlyList<string> Hints);

/// <summary>The questions of the contract, answered by looking at everything.</summary>
public static class ModelAnswers
{
    /// <param name="order">The order in which things were stored, for <c>-updated</c>.</param>
    public static ModelAnswer<ToldEvent> Events(ToldTimeline told, Asking asking, IReadOnlyList<int> order)
    {
        var model = new Model(told, asking.AsOf?.End);
        return Answer(
            model,
            asking,
            told.Events.Where(happened => model.Sees(happened) && Fits(model, asking, happened)),
            happened => happened.When,
            happened => happened.Number,
            order
        );
    }

    /// <param name="event">Only claims about this event.</param>
    /// <param name="answered">Only answers to this claim.</param>
    public static ModelAnswer<ToldClaim> Claims(
        ToldTimeline told,
        Asking asking,
        IReadOnlyList<int> order,
        int? @event = null,
        int? answered = null
    )
    {
        var model = new Model(told, asking.AsOf?.End);
        var claims = told.Claims.Where(claim =>
            model.Sees(claim)
            && (@event is null || claim.Event == @event)
            && (answered is null || claim.RespondsTo == answered)
            && Fits(model, asking, claim)
        );
        return Answer(model, asking, claims, claim => claim.Said, claim => claim.Number, order);
    }

    private static bool Fits(Model model, Asking asking, ToldEvent happened)
    {
        var claims = model.ClaimsOf(happened);
        return (asking.Match != "covers" || happened.Extent == "throughout")
            && AnyOf(asking.Kinds, [happened.Kind])
            && AnyOf(asking.Tags, happened.Tags)
            && AnyOf(asking.Standings, [model.Standing(happened)])
            && AnyOf(asking.Stances, claims.Select(claim => claim.Stance))
            && AnyOf(asking.Articles, claims.Select(claim => claim.Article))
            && Involves(
                model,
                asking,
                names => happened.Parts.Any(part => names(part.Actor) && (asking.Role is null || part.Roles.Contains(asking.Role)))
            )
            && (asking.Q is null || Plainly.Holds(Texts(new Model(model.Told, null), happened), asking.Q));
    }

    private static bool Fits(Model model, Asking asking, ToldClaim claim)
    {
        var happened = model.Told.Events[claim.Event];
        return (asking.Match != "covers" || claim.Extent == "throughout")
            && AnyOf(asking.Kinds, [happened.Kind])
            && AnyOf(asking.Tags, happened.Tags)
            && AnyOf(asking.Standings, [model.Standing(happened)])
            && AnyOf(asking.Stances, [claim.Stance])
            && AnyOf(asking.Articles, [claim.Article])
            && Involves(
                model,
                asking,
                names =>
                    asking.Role switch
                    {
                        null => names(claim.Speaker.Actor) || names(claim.Via.Actor),
                        "speaker" => names(claim.Speaker.Actor) || (asking.Actors.Count == 0 && !claim.Speaker.IsNobody),
                        var role => happened.Parts.Any(part => names(part.Actor) && part.Roles.Contains(role)),
                    }
            )
            && (asking.Q is null || Plainly.Holds(Shown(model, claim), asking.Q));
    }

    /// <summary>Asks for somebody among the actors, or for each of them; without actors, for anybody where a role is asked for.</summary>
    private static bool Involves(Model model, Asking asking, Func<Func<int?, bool>, bool> somebody)
    {
        if (asking.Actors.Count == 0)
            return asking.Role is null || somebody(actor => actor is not null);
        var found = asking.Actors.Select(input => model.Resolve(input).Select(match => (int?)match.Actor.Number).ToHashSet());
        return asking.ActorMatch == "all"
            ? found.All(ids => somebody(ids.Contains))
            : somebody(actor => found.Any(ids => ids.Contains(actor)));
    }

    private static IEnumerable<string?> Texts(Model model, ToldEvent happened) =>
        [happened.Title, happened.Summary, .. model.ClaimsOf(happened).SelectMany(claim => Shown(model, claim))];

    private static IEnumerable<string?> Shown(Model model, ToldClaim claim) =>
        [claim.Text, model.Told.Articles[claim.Article].Rights == "keep" ? null : claim.Quote];

    private static bool AnyOf<T>(IReadOnlyList<T> asked, IEnumerable<T> has) => asked.Count == 0 || has.Any(asked.Contains);

    private static ModelAnswer<T> Answer<T>(
        Model model,
        Asking asking,
        IEnumerable<T> fitting,
        Func<T, Dating> when,
        Func<T, int> number,
        IReadOnlyList<int> order
    )
    {
        var all = fitting.ToList();
        var dated = asking.UndatedOrDefault == "only" ? [] : all.Where(item => when(item).IsDated && InRange(asking, when(item)));
        var undated = asking.UndatedOrDefault == "exclude" ? [] : all.Where(item => !when(item).IsDated);
        var up = dated.OrderBy(item => when(item).Start).ThenBy(item => when(item).End).ThenBy(item => ToldTimeline.Id(number(item)));
        var last = undated.OrderBy(item => ToldTimeline.Id(number(item)));
        var items = asking.Sort switch
        {
            "date" => up.Concat(last),
            "-updated" => dated.Concat(undated).OrderByDescending(item => order[number(item)]),
            _ => up.Reverse().Concat(last.Reverse()),
        };
        var names = asking.Actors.Distinct().Select(input => (Input: input, Found: model.Resolve(input))).ToList();
        return new ModelAnswer<T>(
            [.. items],
            asking.UndatedOrDefault == "exclude" ? all.Count(item => !when(item).IsDated) : 0,
            [.. names.SelectMany(name => name.Found.Select(match => $"{name.Input} {match.Actor.Slug} {match.Matched}"))],
            [
                .. names.Where(name => name.Found.Count != 1).Select(name => name.Found.Count == 0 ? "unknown_actor" : "ambiguous_actor"),
                .. asking.Q is { } q && Plainly.Words(q).Length == 0 ? ["no_words"] : Array.Empty<string>(),
            ]
        );
    }

    private static bool InRange(Asking asking, Dating when)
    {
        var (from, to) = (asking.From?.Start ?? int.MinValue, asking.To?.End ?? int.MaxValue);
        return asking.Match switch
        {
            "within" => when.Start >= from && when.End <= to,
            "covers" => when.Start <= from && when.End >= to,
            _ => when.Start <= to && when.End >= from,
        };
    }
}
