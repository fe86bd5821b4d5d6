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

    /// <summary>By a noun that the document uses for it: <c>the league</c>, <c>the sheriff</c>, <c>the company</c>.</summary>
    Description,
}

/// <summary>Tokens that name an actor, forms of address left out.</summary>
/// <param name="First">Index of the first token.</param>
/// <param name="End">The index after the last.</param>
/// <param name="Actor">Index into <see cref="ResolvedActors.Actors"/>.</param>
public readonly record struct ActorMention(int First, int End, int Actor, MentionKind Kind);

/// <summary>One actor under all the names that the document has for it.</summary>
/// <param name="Name">The first full form.</param>
/// <param name="Aliases">The other forms, in order of appearance.</param>
public sealed record ResolvedActor(string Name, ActorKind Kind, ImmutableArray<string> Aliases);

/// <summary>Who occurs in a document, and where.</summary>
public sealed class ResolvedActors
{
    private readonly int[] _mentionOf;

    internal ResolvedActors(int tokens, ImmutableArray<ResolvedActor> actors, ImmutableArray<ActorMention> mentions)
    {
        Actors = actors;
        Mentions = mentions;
        _mentionOf = new int[tokens];
        for (var i = 0; i < mentions.Length; i++)
            Array.Fill(_mentionOf, i + 1, mentions[i].First, mentions[i].End - mentions[i].First);
    }

    /// <summary>The actors, in order of their first mention.</summary>
    public ImmutableArray<ResolvedActor> Actors { get; }

    /// <summary>All mentions in order; they never overlap.</summary>
    public ImmutableArray<ActorMention> Mentions { get; }

    /// <summary>Finds the people, organisations, states and media of a document.</summary>
    public static ResolvedActors Resolve(Document document, CancellationToken cancel = default)
    {
        var (names, places) = NameRecognizer.Recognize(document, cancel);
        return new CoreferenceResolver(document, names, places).Resolve(cancel);
    }

    /// <summary>The mention that holds this token.</summary>
    public ActorMention? MentionAt(int token) => _mentionOf[token] > 0 ? Mentions[_mentionOf[token] - 1] : null;

    /// <summary>The mentions that begin between two tokens.</summary>
    public ReadOnlySpan<ActorMention> MentionsBetween(int first, int end)
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
