using CsCheck;

namespace Timeline.Api.Tests.Models;

/// <summary>Random timelines: small, crowded, with everything that makes filters differ.</summary>
public static class TimelineGenerator
{
    public static readonly string[] Kinds = ["statement", "meeting", "call", "other"];
    public static readonly string[] Tags = ["war", "peace", "trade"];
    public static readonly string[] Roles = ["speaker", "subject", "addressee", "mentioned"];
    public static readonly string[] Stances =
    [
        "asserts",
        "confirms",
        "denies",
        "disputes",
        "neither-confirms-nor-denies",
        "declines-to-comment",
        "promises",
        "demands",
        "expects",
        "cancels",
    ];
    public static readonly string[] Words = ["alpha", "Beta", "C++", "naïve", "50%", "pea", "Peace", "ÉTÉ"];
    public static readonly string[] Names = ["Alfa", "Béta", "beta", "Gamma Delta", "GAMMA  delta", "a1", "Zoë", "Dr. No"];

    private static readonly Gen<int> Any = Gen.Int[0, 999];
    private static readonly Gen<string> Extents = Gen.Frequency((2, "within"), (1, "throughout"));
    private static readonly Gen<string> Reviews = Gen.Frequency((12, "accepted"), (1, "proposed"), (1, "rejected"));
    private static readonly Gen<string> Text = Gen.OneOf(Words).Array[1, 3].Select(words => string.Join(" ", words));

    private static readonly Gen<ModelActor> Actor = Gen.Select(
        Gen.OneOf(Names).Array[1, 3],
        Gen.Int[0, 7],
        (names, merged) => new ModelActor(0, "", names, merged == 0 ? 0 : null)
    );

    private static readonly Gen<ModelArticle> Article = Gen.Select(
        Text,
        ModelDate.PublicationDates,
        Gen.OneOf("show", "quote", "keep", "none"),
        (title, published, rights) => new ModelArticle(0, title, published, rights)
    );

    private static readonly Gen<ModelSource> Source = Gen.Frequency(
        (3, Gen.Const(new ModelSource(null, null))),
        (3, Any.Select(actor => new ModelSource(actor, null))),
        (1, Gen.Const(new ModelSource(null, "officials")))
    );

    private static readonly Gen<(int, IReadOnlyList<string>)> Part = Gen.Select(
        Any,
        Gen.OneOf(Roles).Array[1, 2],
        (actor, roles) => (actor, (IReadOnlyList<string>)[.. roles.Distinct()])
    );

    private static readonly Gen<ModelEvent> Event = Gen.Select(
        Text,
        Text.Null(),
        Gen.OneOf(Kinds),
        Gen.OneOf(Tags).Array[0, 2],
        ModelDate.AnyDates,
        Extents,
        Reviews,
        Part.Array[0, 3],
        (title, summary, kind, tags, when, extent, review, parts) =>
            new ModelEvent(0, title, summary, kind, [.. tags.Distinct()], when, extent, review, parts)
    );

    private static readonly Gen<ModelClaim> Claim = Gen.Select(
        Gen.Select(Any, Any, Source, Source),
        Gen.Frequency((2, Gen.OneOf("asserts", "expects")), (3, Gen.OneOf(Stances))),
        Text.Null(),
        Text.Null(),
        ModelDate.AnyDates,
        Extents,
        Any.Nullable(0.6),
        Reviews,
        (places, stance, text, quote, said, extent, answered, review) =>
            new ModelClaim(0, places.Item1, places.Item2, places.Item3, places.Item4, stance, text, quote, said, extent, answered, review)
    );

    public static Gen<ModelTimeline> Timelines { get; } =
        Gen.Select(Actor.Array[1, 6], Article.Array[1, 4], Event.Array[0, 24], Claim.Array[0, 40], Joined);

    /// <summary>Turns random references into real ones: nobody refers to a merged actor, a claim answers only an earlier one.</summary>
    private static ModelTimeline Joined(ModelActor[] actors, ModelArticle[] articles, ModelEvent[] events, ModelClaim[] claims) =>
        new(
            [.. actors.Select((actor, i) => actor with { Number = i, Slug = $"a{i}", MergedInto = i > 0 ? actor.MergedInto : null })],
            [.. articles.Select((article, i) => article with { Number = i })],
            [
                .. events.Select(
                    (content, i) =>
                        content with
                        {
                            Number = i,
                            // Some events lie on the day on which an article appears: neither ahead of it nor behind.
                            When = i % 5 == 4 ? articles[i % articles.Length].Published : content.When,
                            Parts =
                            [
                                .. content.Parts.Select(part => (Real(actors, part.Actor), part.Roles)).DistinctBy(part => part.Item1),
                            ],
                        }
                ),
            ],
            events.Length == 0
                ? []
                :
                [
                    .. claims.Select(
                        (claim, i) =>
                            claim with
                            {
                                Number = i,
                                // The first claims go round, so that most events have one.
                                Event = i < events.Length ? i : claim.Event % events.Length,
                                Article = claim.Article % articles.Length,
                                Speaker = claim.Speaker with { Actor = claim.Speaker.Actor is { } speaker ? Real(actors, speaker) : null },
                                Via = claim.Via with { Actor = claim.Via.Actor is { } via ? Real(actors, via) : null },
                                RespondsTo = i > 0 && claim.RespondsTo is { } answered ? answered % i : null,
                            }
                    ),
                ]
        );

    private static int Real(ModelActor[] actors, int reference)
    {
        var number = reference % actors.Length;
        return number > 0 && actors[number].MergedInto is not null ? 0 : number;
    }
}
