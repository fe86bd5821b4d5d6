namespace Timeline.Api.Domain;

/// <summary>The words of the contract.</summary>
public static class Vocabulary
{
    public static IReadOnlyList<string> EventKinds { get; } =
    [
        "statement",
        "meeting",
        "call",
        "agreement",
        "decision",
        "appointment",
        "election",
        "conflict",
        "attack",
        "disaster",
        "publication",
        "legal",
        "economy",
        "other",
    ];

    public static IReadOnlyList<string> Stances { get; } =
    ["asserts", "confirms", "denies", "disputes", "neither-confirms-nor-denies", "declines-to-comment", "promises", "demands", "expects"];

    public static IReadOnlyList<string> Roles { get; } = ["speaker", "subject", "addressee", "mentioned"];

    public static IReadOnlyList<string> ActorKinds { get; } = ["person", "organisation", "state", "medium"];

    public static IReadOnlyList<string> Reviews { get; } = ["proposed", "accepted", "rejected"];

    public static IReadOnlyList<string> Rights { get; } = ["show", "keep", "none"];

    public static IReadOnlyList<string> TitleSources { get; } = ["person", "machine"];

    /// <summary>Where an event's date comes from: a person who typed it, or what its claims' articles tell.</summary>
    public static IReadOnlyList<string> DateSources { get; } = ["person", "claims"];

    public static IReadOnlyList<string> Extents { get; } = ["within", "throughout"];
}

/// <summary>Ids of the sample timeline that the API document's examples use, so that "Try it out" shows something.</summary>
public static class SampleIds
{
    public const string Article = "art_0jrrbe6000001";
    public const string Event = "evt_0jrrbe600000k";
    public const string Claim = "clm_0jrrbe600001w";
    public const string Actor = "vladimir-putin";
    public const string Tag = "diplomacy";
}
