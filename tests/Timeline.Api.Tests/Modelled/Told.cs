namespace Timeline.Api.Tests.Modelled;

/// <summary>An actor under its number; the names start with its own.</summary>
/// <param name="MergedInto">Number of the actor that it turned out to be.</param>
public sealed record ToldActor(int Number, string Slug, IReadOnlyList<string> Names, int? MergedInto);

public sealed record ToldArticle(int Number, string Title, Dating Published, string Rights);

public sealed record ToldEvent(
    int Number,
    string Title,
    string? Summary,
    string Kind,
    IReadOnlyList<string> Tags,
    Dating When,
    string Extent,
    string Review,
    IReadOnlyList<(int Actor, IReadOnlyList<string> Roles)> Parts
);

/// <summary>Who says something: an actor, a mere name, or (both null) nobody but the article.</summary>
public sealed record ToldSource(int? Actor, string? Name)
{
    public bool IsNobody => Actor is null && Name is null;
}

public sealed record ToldClaim(
    int Number,
    int Event,
    int Article,
    ToldSource Speaker,
    ToldSource Via,
    string Stance,
    string? Text,
    string? Quote,
    Dating Said,
    string Extent,
    int? RespondsTo,
    string Review
);

/// <summary>A timeline as the tests know it. Everything is named by its number, which is also its place in its list.</summary>
public sealed record ToldTimeline(
    IReadOnlyList<ToldActor> Actors,
    IReadOnlyList<ToldArticle> Articles,
    IReadOnlyList<ToldEvent> Events,
    IReadOnlyList<ToldClaim> Claims
)
{
    /// <summary>Ids of the database, which do not follow the order of telling.</summary>
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

    private static string Text(ToldActor actor) => $"actor {actor.Slug} merged into {actor.MergedInto}: {string.Join(", ", actor.Names)}";

    private static string Text(ToldEvent told) =>
        $"event {told.Number} {told.Review} {told.When} {told.Extent} {told.Kind} '{told.Title}' '{told.Summary}' tags {string.Join(',', told.Tags)} parts {string.Join(' ', told.Parts.Select(part => $"a{part.Actor}:{string.Join('+', part.Roles)}"))}";

    private static string Text(ToldClaim claim) =>
        $"claim {claim.Number} {claim.Review} on {claim.Event} in {claim.Article} {claim.Stance} answers {claim.RespondsTo} said {claim.Said} {claim.Extent} by {claim.Speaker} via {claim.Via} '{claim.Text}' '{claim.Quote}'";
}

/// <summary>A timeline and the questions put to it.</summary>
public sealed record ToldCase(ToldTimeline Told, IReadOnlyList<Asking> Askings)
{
    public override string ToString() => Told.ToString();
}
