namespace Timeline.Api.Tests.Models;

/// <summary>An actor under its number; the names start with its own.</summary>
/// <param name="MergedInto">Number of the actor that it turned out to be.</param>
public sealed record ModelActor(int Number, string Slug, IReadOnlyList<string> Names, int? MergedInto);

public sealed record ModelArticle(int Number, string Title, ModelDate Published, string Rights);

public sealed record ModelEvent(
    int Number,
    string Title,
    string? Summary,
    string Kind,
    IReadOnlyList<string> Tags,
    ModelDate When,
    string Extent,
    string Review,
    IReadOnlyList<(int Actor, IReadOnlyList<string> Roles)> Parts
);

/// <summary>Who says something: an actor, a mere name, or (both null) nobody but the article.</summary>
public sealed record ModelSource(int? Actor, string? Name)
{
    public bool IsNobody => Actor is null && Name is null;
}

public sealed record ModelClaim(
    int Number,
    int Event,
    int Article,
    ModelSource Speaker,
    ModelSource Via,
    string Stance,
    string? Text,
    string? Quote,
    ModelDate Said,
    string Extent,
    int? RespondsTo,
    string Review
);

/// <summary>A random timeline. Everything is named by its number, which is also its place in its list.</summary>
public sealed record ModelTimeline(
    IReadOnlyList<ModelActor> Actors,
    IReadOnlyList<ModelArticle> Articles,
    IReadOnlyList<ModelEvent> Events,
    IReadOnlyList<ModelClaim> Claims
)
{
    /// <summary>Ids of the database, which do not follow the order of the numbers.</summary>
    public static long Id(int number) => 1_000 + (number * 7_919L % 10_007);

    public override string ToString() =>
        string.Join(
            '\n',
            Actors
                .Select(Text)
                .Concat(Articles.Select(article => article.ToString()))
                .Concat(Events.Select(Text))
                .Concat(Claims.Select(Text))
        );

    private static string Text(ModelActor actor) => $"actor {actor.Slug} merged into {actor.MergedInto}: {string.Join(", ", actor.Names)}";

    private static string Text(ModelEvent item)
    {
        var (tags, parts) = (string.Join(',', item.Tags), item.Parts.Select(part => $"a{part.Actor}:{string.Join('+', part.Roles)}"));
        return $"event {item.Number} {item.Review} {item.When} {item.Extent} {item.Kind} '{item.Title}' '{item.Summary}' "
            + $"tags {tags} parts {string.Join(' ', parts)}";
    }

    private static string Text(ModelClaim claim) =>
        $"claim {claim.Number} {claim.Review} on {claim.Event} in {claim.Article} {claim.Stance} answers {claim.RespondsTo} "
        + $"said {claim.Said} {claim.Extent} by {claim.Speaker} via {claim.Via} '{claim.Text}' '{claim.Quote}'";
}
