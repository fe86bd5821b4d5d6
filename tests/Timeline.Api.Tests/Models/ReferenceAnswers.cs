namespace Timeline.Api.Tests.Models;

/// <summary>What the contract says that the answer to a question is: all items in order over all pages, and the counts.</summary>
public sealed record ReferenceAnswer<T>(IReadOnlyList<T> Items, int Undated, IReadOnlyList<string> Resolved, IReadOnlyList<string> Hints);

/// <summary>The questions of the contract, answered by looking at everything.</summary>
public static class ReferenceAnswers
{
    /// <param name="order">The order in which things were stored, for <c>-updated</c>.</param>
    public static ReferenceAnswer<ModelEvent> Events(ModelTimeline content, ModelQuery query, IReadOnlyList<int> order)
    {
        var model = new ReferenceModel(content, query.AsOf?.End);
        return Answer(
            model,
            query,
            content.Events.Where(modelEvent => model.Sees(modelEvent) && Fits(model, query, modelEvent)),
            modelEvent => modelEvent.When,
            modelEvent => modelEvent.Number,
            order
        );
    }

    /// <param name="event">Only claims about this event.</param>
    /// <param name="answered">Only answers to this claim.</param>
    public static ReferenceAnswer<ModelClaim> Claims(
        ModelTimeline content,
        ModelQuery query,
        IReadOnlyList<int> order,
        int? @event = null,
        int? answered = null
    )
    {
        var model = new ReferenceModel(content, query.AsOf?.End);
        var claims = content.Claims.Where(claim =>
            model.Sees(claim)
            && (@event is null || claim.Event == @event)
            && (answered is null || claim.RespondsTo == answered)
            && Fits(model, query, claim)
        );
        return Answer(model, query, claims, claim => claim.Said, claim => claim.Number, order);
    }

    private static bool Fits(ReferenceModel model, ModelQuery query, ModelEvent modelEvent)
    {
        var claims = model.ClaimsOf(modelEvent);
        return (query.Match != "covers" || modelEvent.Extent == "throughout")
            && AnyOf(query.Kinds, [modelEvent.Kind])
            && AnyOf(query.Precisions, modelEvent.When.Precisions)
            && AnyOf(query.Tags, modelEvent.Tags)
            && AnyOf(query.Standings, [model.Standing(modelEvent)])
            && AnyOf(query.Stances, claims.Select(claim => claim.Stance))
            && AnyOf(query.Articles, claims.Select(claim => claim.Article))
            && Involves(
                model,
                query,
                names => modelEvent.Parts.Any(part => names(part.Actor) && (query.Role is null || part.Roles.Contains(query.Role)))
            )
            && (query.Q is null || FoldedText.ContainsAll(Texts(new ReferenceModel(model.Timeline, null), modelEvent), query.Q));
    }

    private static bool Fits(ReferenceModel model, ModelQuery query, ModelClaim claim)
    {
        var modelEvent = model.Timeline.Events[claim.Event];
        return (query.Match != "covers" || claim.Extent == "throughout")
            && AnyOf(query.Kinds, [modelEvent.Kind])
            && AnyOf(query.Precisions, claim.Said.Precisions)
            && AnyOf(query.Tags, modelEvent.Tags)
            && AnyOf(query.Standings, [model.Standing(modelEvent)])
            && AnyOf(query.Stances, [claim.Stance])
            && AnyOf(query.Articles, [claim.Article])
            && Involves(
                model,
                query,
                names =>
                    query.Role switch
                    {
                        null => names(claim.Speaker.Actor) || names(claim.Via.Actor),
                        "speaker" => names(claim.Speaker.Actor) || (query.Actors.Count == 0 && !claim.Speaker.IsNobody),
                        var role => modelEvent.Parts.Any(part => names(part.Actor) && part.Roles.Contains(role)),
                    }
            )
            && (query.Q is null || FoldedText.ContainsAll(Shown(model, claim), query.Q));
    }

    /// <summary>Asks for somebody among the actors, or for each of them; without actors, for anybody where a role is asked for.</summary>
    private static bool Involves(ReferenceModel model, ModelQuery query, Func<Func<int?, bool>, bool> somebody)
    {
        if (query.Actors.Count == 0)
            return query.Role is null || somebody(actor => actor is not null);
        var found = query.Actors.Select(input => model.Resolve(input).Select(match => (int?)match.Actor.Number).ToHashSet());
        return query.ActorMatch == "all"
            ? found.All(ids => somebody(ids.Contains))
            : somebody(actor => found.Any(ids => ids.Contains(actor)));
    }

    private static IEnumerable<string?> Texts(ReferenceModel model, ModelEvent modelEvent) =>
        [modelEvent.Title, modelEvent.Summary, .. model.ClaimsOf(modelEvent).SelectMany(claim => Shown(model, claim))];

    private static IEnumerable<string?> Shown(ReferenceModel model, ModelClaim claim) =>
        [claim.Text, model.Timeline.Articles[claim.Article].Rights == "keep" ? null : claim.Quote];

    private static bool AnyOf<T>(IReadOnlyList<T> asked, IEnumerable<T> has) => asked.Count == 0 || has.Any(asked.Contains);

    private static ReferenceAnswer<T> Answer<T>(
        ReferenceModel model,
        ModelQuery query,
        IEnumerable<T> fitting,
        Func<T, ModelDate> when,
        Func<T, int> number,
        IReadOnlyList<int> order
    )
    {
        var all = fitting.ToList();
        var dated = query.UndatedOrDefault == "only" ? [] : all.Where(item => when(item).IsDated && InRange(query, when(item)));
        var undated = query.UndatedOrDefault == "exclude" ? [] : all.Where(item => !when(item).IsDated);
        var up = dated.OrderBy(item => when(item).Start).ThenBy(item => when(item).End).ThenBy(item => ModelTimeline.Id(number(item)));
        var last = undated.OrderBy(item => ModelTimeline.Id(number(item)));
        var items = query.Sort switch
        {
            "date" => up.Concat(last),
            "-updated" => dated.Concat(undated).OrderByDescending(item => order[number(item)]),
            _ => up.Reverse().Concat(last.Reverse()),
        };
        var names = query.Actors.Distinct().Select(input => (Input: input, Found: model.Resolve(input))).ToList();
        return new ReferenceAnswer<T>(
            [.. items],
            query.UndatedOrDefault == "exclude" ? all.Count(item => !when(item).IsDated) : 0,
            [.. names.SelectMany(name => name.Found.Select(match => $"{name.Input} {match.Actor.Slug} {match.Matched}"))],
            [
                .. names.Where(name => name.Found.Count != 1).Select(name => name.Found.Count == 0 ? "unknown_actor" : "ambiguous_actor"),
                .. query.Q is { } q && FoldedText.Words(q).Length == 0 ? ["no_words"] : Array.Empty<string>(),
            ]
        );
    }

    private static bool InRange(ModelQuery query, ModelDate when)
    {
        var (from, to) = (query.From?.Start ?? int.MinValue, query.To?.End ?? int.MaxValue);
        return query.Match switch
        {
            "within" => when.Start >= from && when.End <= to,
            "covers" => when.Start <= from && when.End >= to,
            _ => when.Start <= to && when.End >= from,
        };
    }
}
