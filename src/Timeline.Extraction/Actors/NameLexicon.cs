using System.Collections.Frozen;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Actors;

/// <summary>Grammatical gender, where a name or form of address tells it.</summary>
internal enum Gender : byte
{
    Unknown,
    Male,
    Female,
}

/// <summary>Word lists that tell what a capitalised word does in a name.</summary>
internal static class NameLexicon
{
    public static readonly FrozenSet<string> OrganisationWords = EmbeddedData.ReadWordSet("Actors.organisation-words.txt");
    public static readonly FrozenSet<string> MediaWords = EmbeddedData.ReadWordSet("Actors.media-words.txt");
    public static readonly FrozenSet<string> PlaceWords = EmbeddedData.ReadWordSet("Actors.place-words.txt");
    public static readonly FrozenSet<string> ThingWords = EmbeddedData.ReadWordSet("Actors.thing-words.txt");
    public static readonly FrozenSet<string> NotNames = EmbeddedData.ReadWordSet("Actors.not-names.txt");
    public static readonly FrozenSet<string> ReportingVerbs = EmbeddedData.ReadWordSet("Text.reporting.txt");
    public static readonly FrozenSet<string> ActingVerbs = EmbeddedData.ReadWordSet("Actors.acting-verbs.txt");
    public static readonly FrozenSet<string> Particles = WordSet.Parse(
        "de da di du del della der den van von bin ibn al el la le ter zu dos y"
    );
    public static readonly FrozenSet<string> CompanyEndings = WordSet.Parse(
        "Inc Inc. Corp Corp. Co Co. Ltd Ltd. LLC PLC plc Plc AG GmbH NV N.V. SA S.A. SpA Group Corporation Company Holdings"
    );
    public static readonly FrozenSet<string> Bodies = BodiesOf("company", "public");

    /// <summary>Those of them, and those too common to stand alone, that are no companies.</summary>
    public static readonly FrozenSet<string> PublicBodies = BodiesOf("public", "office");
    public static readonly FrozenSet<string> NameEndings = WordSet.Parse("Jr Jr. Sr Sr. II III IV");

    private static readonly FrozenDictionary<string, Gender> Roles = EmbeddedData
        .ReadRows("Actors.roles.txt")
        .Where(row => !row[0].Contains(' '))
        .DistinctBy(row => row[0])
        .ToFrozenDictionary(row => row[0], row => row.Length > 1 ? GenderOf(row[1]) : Gender.Unknown, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Gender> FirstNames = EmbeddedData
        .ReadRows("Actors.first-names.tsv")
        .SelectMany(row => row[1].Split(' ').Select(name => (Name: name, Gender: GenderOf(row[0]))))
        .GroupBy(entry => entry.Name, StringComparer.Ordinal)
        .ToFrozenDictionary(
            group => group.Key,
            group => group.DistinctBy(entry => entry.Gender).Count() > 1 ? Gender.Unknown : group.First().Gender,
            StringComparer.Ordinal
        );

    /// <summary>
    /// Whether the word is a form of address, an office or a trade that can stand before a person's name, and its gender.
    /// </summary>
    public static bool IsRole(Token token, out Gender gender)
    {
        var lower = token.Lower;
        return Roles.TryGetValue(lower.EndsWith('.') ? lower[..^1] : lower, out gender);
    }

    /// <summary>Whether a word in lower case, wherever it comes from, is what people hold or do.</summary>
    public static bool IsRoleWord(string lower) => Roles.ContainsKey(lower);

    /// <summary>Whether the word is a given name, and its gender.</summary>
    public static bool IsFirstName(Token token, out Gender gender)
    {
        if (FirstNames.TryGetValue(token.Text, out gender))
            return true;
        var hyphen = token.Text.IndexOf('-');
        return hyphen > 0 && FirstNames.TryGetValue(token.Text[..hyphen], out gender);
    }

    private static FrozenSet<string> BodiesOf(params string[] kinds) =>
        EmbeddedData
            .ReadRows("Actors.bodies.tsv")
            .Where(row => kinds.Contains(row[1]))
            .Select(row => row[0])
            .ToFrozenSet(StringComparer.Ordinal);

    private static Gender GenderOf(string letter) => letter == "m" ? Gender.Male : Gender.Female;
}
