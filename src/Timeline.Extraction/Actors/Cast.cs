using System.Collections.Immutable;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Actors;

/// <summary>What an actor is.</summary>
public enum ActorKind : byte
{
    Person,
    Organisation,
    State,
    Medium,
}

/// <summary>How a mention refers.</summary>
public enum MentionKind : byte
{
    /// <summary>By name: <c>Vera Holm</c>, <c>Holm</c>, <c>the UN</c>.</summary>
    Name,

    /// <summary>By a name that only describes the next one: <c>US</c> in <c>US president</c>.</summary>
    Modifier,

    /// <summary>By he, she, his or her.</summary>
    Pronoun,
}

/// <summary>Tokens that name an actor, forms of address left out.</summary>
/// <param name="First">Index of the first token.</param>
/// <param name="End">The index after the last.</param>
/// <param name="Actor">Index into <see cref="Cast.Actors"/>.</param>
public readonly record struct Mention(int First, int End, int Actor, MentionKind Kind);

/// <summary>One identity under all the names that the document has for it.</summary>
/// <param name="Name">The first full form.</param>
/// <param name="Aliases">The other forms, in order of appearance.</param>
public sealed record Actor(string Name, ActorKind Kind, ImmutableArray<string> Aliases);

/// <summary>Who occurs in a document, and where.</summary>
public sealed class Cast
{
    private readonly int[] _mentionOf;

    internal Cast(int tokens, ImmutableArray<Actor> actors, ImmutableArray<Mention> mentions)
    {
        Actors = actors;
        Mentions = mentions;
        _mentionOf = new int[tokens];
        for (var i = 0; i < mentions.Length; i++)
            Array.Fill(_mentionOf, i + 1, mentions[i].First, mentions[i].End - mentions[i].First);
    }

    /// <summary>The identities, in order of their first mention.</summary>
    public ImmutableArray<Actor> Actors { get; }

    /// <summary>All mentions in order; they never overlap.</summary>
    public ImmutableArray<Mention> Mentions { get; }

    /// <summary>Finds the people, organisations, states and media of a document.</summary>
    public static Cast Read(Document document, CancellationToken cancel = default)
    {
        var (names, places) = NameFinder.Find(document, cancel);
        return new Linker(document, names, places).Link(cancel);
    }

    /// <summary>The mention that holds this token.</summary>
    public Mention? At(int token) => _mentionOf[token] > 0 ? Mentions[_mentionOf[token] - 1] : null;

    /// <summary>The mentions that begin between two tokens.</summary>
    public ReadOnlySpan<Mention> Between(int first, int end)
    {
        var (from, to) = (LowerBound(first), LowerBound(end));
        return Mentions.AsSpan()[from..to];
    }

    private int LowerBound(int token)
    {
        var (low, high) = (0, Mentions.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Mentions[middle].First < token)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
