using Timeline.Api.Domain;

namespace Timeline.Api.Ingestion;

/// <summary>
/// The titles that a machine makes of an article's words, as the rights to its text allow them. Where they bound it, a
/// title holds at most <see cref="MostWords"/> consecutive words of it, and all of an article's together at most a tenth of it;
/// where that cannot be, a title is the kind of the event and its actors.
/// </summary>
/// <param name="rights">The rights to the text, by name.</param>
public sealed class MachineTitles(string rights, int textLength)
{
    public const int MostWords = 8;
    private const int MostShare = 10;
    private const int MostNames = 3;
    private static readonly char[] Space = [' ', '\n', '\t'];
    private int _charactersLeft = textLength / MostShare;

    private bool IsBounded => Vocabulary.FindRights(rights).BoundsTitles;

    /// <summary>The title of the next event; called in the order of the events, since each takes its share.</summary>
    /// <param name="full">As the machine made it.</param>
    public string Event(string full, string kind, IEnumerable<string> actors) =>
        IsBounded ? Shorten(full) ?? FromActors(kind, actors) : full;

    /// <summary>The title of the article itself, where none came with it; called before those of its events.</summary>
    public string Article(string firstLine, string published) => IsBounded ? Shorten(firstLine) ?? $"Article of {published}" : firstLine;

    /// <summary>"Meeting: Ana Ruiz, Tom Berg".</summary>
    public static string FromActors(string kind, IEnumerable<string> actors)
    {
        var left = MostWords;
        var names = new List<string>();
        foreach (var name in actors.Distinct().Take(MostNames))
        {
            if (FirstWords(name, left) != name)
                break;
            left -= TextFolding.Words(name).Count;
            names.Add(name);
        }

        var word = char.ToUpperInvariant(kind[0]) + kind[1..];
        return names.Count == 0 ? word : $"{word}: {string.Join(", ", names)}";
    }

    private string? Shorten(string full)
    {
        var start = FirstWords(full, MostWords);
        if (start.Length == 0 || start.Length > _charactersLeft)
            return null;
        _charactersLeft -= start.Length;
        return start.Length < full.Trim().Length ? start + "…" : start;
    }

    /// <summary>The beginning that holds no more words than this, as the search counts words.</summary>
    private static string FirstWords(string text, int most)
    {
        var words = 0;
        var kept = new List<string>();
        foreach (var part in text.Split(Space, StringSplitOptions.RemoveEmptyEntries))
        {
            words += TextFolding.Words(part).Count;
            if (words > most)
                break;
            kept.Add(part);
        }

        return string.Join(' ', kept);
    }
}
