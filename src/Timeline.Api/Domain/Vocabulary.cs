using Timeline.Edtf;

namespace Timeline.Api.Domain;

/// <summary>
/// The words of the contract: each closed list once, with what follows from each of its words. A new stance, standing or kind is
/// one more line here; what SQL, feeds, parameters and the API document say about it is derived from that line.
/// </summary>
public static class Vocabulary
{
    /// <summary>The stances with their effects on the event that a claim is about.</summary>
    public static IReadOnlyList<StanceDefinition> StanceTable { get; } =
    [
        new(Asserts, StanceEffects.Supports | StanceEffects.Settles),
        new("confirms", StanceEffects.Supports | StanceEffects.Settles),
        new("denies", StanceEffects.Opposes),
        new("disputes", StanceEffects.Opposes),
        new("neither-confirms-nor-denies", StanceEffects.LeavesOpen),
        new("declines-to-comment", StanceEffects.None),
        new("promises", StanceEffects.Supports | StanceEffects.Foresees),
        new("demands", StanceEffects.Supports | StanceEffects.Foresees),
        new("expects", StanceEffects.Supports | StanceEffects.Foresees),
        new("cancels", StanceEffects.Cancels),
    ];

    /// <summary>The standings: an event has the first whose rule holds, and the last where no other does.</summary>
    public static IReadOnlyList<StandingDefinition> StandingTable { get; } =
    [
        new("cancelled", StandingDefinition.IsCalledOff) { CalendarStatus = "CANCELLED" },
        new("disputed", $"max(c.opposes) = 1 and max(c.supports) = 1"),
        new("denied", $"max(c.opposes) = 1"),
        new("unconfirmed", $"max(c.leaves_open) = 1"),
        new("expected", StandingDefinition.LiesAhead) { CalendarStatus = "TENTATIVE" },
        new("reported", $"max(c.own_voice) = 1"),
        new("attributed", StandingDefinition.Otherwise),
    ];

    /// <summary>The kinds of actors with the types that schema.org has for them.</summary>
    public static IReadOnlyList<ActorKindDefinition> ActorKindTable { get; } =
    [
        new("person", "Person"),
        new("organisation", ActorKindDefinition.Organisation),
        new("state", "GovernmentOrganization"),
        new("medium", ActorKindDefinition.NewsMedium),
    ];

    /// <summary>The rights to an article's text with what they allow.</summary>
    public static IReadOnlyList<TextRightsDefinition> RightsTable { get; } =
    [
        new("show")
        {
            KeepsText = true,
            ShowsText = true,
            Quotes = QuoteAccess.Whole,
        },
        new("quote") { KeepsText = true, Quotes = QuoteAccess.Limited },
        new("keep") { KeepsText = true, BoundsTitles = true },
        // Of a text that is not kept, only such quotes are stored as everyone may see.
        new("none") { BoundsTitles = true, Quotes = QuoteAccess.Whole },
    ];

    public static IReadOnlyList<string> Stances { get; } = [.. StanceTable.Select(stance => stance.Name)];

    public static IReadOnlyList<string> Standings { get; } = [.. StandingTable.Select(standing => standing.Name)];

    public static IReadOnlyList<string> ActorKinds { get; } = [.. ActorKindTable.Select(kind => kind.Name)];

    public static IReadOnlyList<string> Rights { get; } = [.. RightsTable.Select(rights => rights.Name)];

    public static IReadOnlyList<string> EventKinds { get; } =
        (
            Statement + " meeting call agreement decision appointment election conflict attack disaster publication legal economy other"
        ).Split(' ');

    public static IReadOnlyList<string> Roles { get; } = (Speaker + " subject addressee mentioned").Split(' ');

    public static IReadOnlyList<string> Reviews { get; } = "proposed accepted rejected".Split(' ');

    /// <summary>What a reviewer can decide.</summary>
    public static IReadOnlyList<string> Decisions { get; } = ["accepted", "rejected"];

    /// <summary>Who made a title.</summary>
    public static IReadOnlyList<string> TitleSources { get; } = [ByPerson, ByMachine];

    /// <summary>Where an event's date comes from: a person who typed it, or what its claims' articles tell.</summary>
    public static IReadOnlyList<string> DateSources { get; } = [ByPerson, ByClaims];

    public static IReadOnlyList<string> Extents { get; } = [Within, "throughout"];

    /// <summary>The precisions of dates, in the order of <see cref="DatePrecision"/>.</summary>
    public static IReadOnlyList<string> Precisions { get; } = [.. Enum.GetNames<DatePrecision>().Select(name => name.ToLowerInvariant())];

    /// <summary>The rights to the text of an article that is posted without them.</summary>
    public const string DefaultRights = "quote";

    /// <summary>The rights to the text of an article that is imported without them.</summary>
    public const string DefaultImportRights = "none";

    /// <summary>The stance of an article's own voice.</summary>
    public const string Asserts = "asserts";

    /// <summary>The kind of the event that is nothing but the saying of something.</summary>
    public const string Statement = "statement";

    public const string Speaker = "speaker";

    public const string ByPerson = "person";

    public const string ByMachine = "machine";

    public const string ByClaims = "claims";

    /// <summary>The extent of a date where nothing else is said.</summary>
    public const string Within = "within";

    public static string PrecisionName(DatePrecision precision) => Precisions[(int)precision];

    /// <summary>The standing of this name.</summary>
    public static StandingDefinition FindStanding(string name) => StandingTable.Single(standing => standing.Name == name);

    /// <summary>The rights of this name.</summary>
    public static TextRightsDefinition FindRights(string name) => RightsTable.Single(rights => rights.Name == name);
}
