using Timeline.Extraction;

namespace Timeline.Api.Ingestion;

/// <summary>
/// How much one article may tell, by the length of its text, so that an answer has at most 20 times the bytes of what was sent
/// and 200,000 more. Articles of news make answers of 6 times their length, short and dense ones of 13 times.
/// </summary>
public static class ExtractionLimits
{
    /// <summary>
    /// Of expressions, actors, claims and events each; and one more for each 40 characters: the densest articles have one for 54.
    /// </summary>
    private const int Things = 100,
        CharactersPerThing = 40;

    /// <summary>
    /// Of all that those list (spans, aliases, roles …); and one more for each 8 characters: the densest articles have one for 9.
    /// </summary>
    private const int Places = 2_000,
        CharactersPerPlace = 8;

    /// <summary>Characters of titles, phrases and names, each as often as it is given: four times the text. Articles have twice.</summary>
    private const int Words = 20_000,
        WordsPerCharacter = 4;

    /// <summary>A sentence that names a count and the bound that it passes; null where none does.</summary>
    /// <param name="characters">The length of the article's text.</param>
    public static string? FindExcess(ExtractionResult read, int characters)
    {
        var things = Things + characters / CharactersPerThing;
        (string Name, long Count, long Most)[] counts =
        [
            ("expressions of time", read.Expressions.Count, things),
            ("actors", read.Actors.Count, things),
            ("claims", read.Claims.Count, things),
            ("events", read.Events.Count, things),
            ("places and parts", PlacesOf(read), Places + characters / CharactersPerPlace),
            ("characters of titles and names", WordsOf(read), Words + (long)WordsPerCharacter * characters),
        ];
        return counts
            .Where(count => count.Count > count.Most)
            .Select(count => $"Tells of {count.Count} {count.Name}; a text of {characters} characters may tell of {count.Most}.")
            .FirstOrDefault();
    }

    private static long PlacesOf(ExtractionResult read) =>
        read.Expressions.Sum(found => (long)found.Alternatives.Count)
        + read.Actors.Sum(actor => (long)actor.Mentions.Count + actor.Aliases.Count)
        + read.Claims.Sum(claim => (long)claim.Source.Count + claim.Cue.Count + claim.Content.Count)
        + read.Events.Sum(found => (long)found.Alternatives.Count + found.Expressions.Count + found.Claims.Count)
        + read.Events.Sum(found => found.Actors.Sum(part => 1L + part.Roles.Count));

    private static long WordsOf(ExtractionResult read)
    {
        var names = read.Actors.Select(actor => (long)actor.Name.Length).ToList();
        return read.Expressions.Sum(found => (long)found.Phrase.Length + found.TimexValue.Length)
            + read.Actors.Sum(actor => (long)actor.Name.Length + actor.Aliases.Sum(alias => alias.Length))
            + read.Claims.Sum(claim => claim.Speaker is { } speaker ? names[speaker] : claim.SpeakerName?.Length ?? 0)
            + read.Claims.Sum(claim => claim.Via is { } via ? names[via] : 0)
            + read.Events.Sum(found => (long)found.Title.Length + (found.Phrase?.Length ?? 0))
            + read.Events.Sum(found => found.Actors.Sum(part => names[part.Actor]));
    }
}
