using Timeline.Edtf;
using Timeline.Extraction.Actors;

namespace Timeline.Extraction.Events;

/// <summary>The events of an article; what is told twice becomes one event.</summary>
internal sealed class Twins(Findings findings)
{
    private const int Compared = 16;

    private readonly Dictionary<(Day?, Day?), List<int>> _byBounds = [];

    public List<Happening> All { get; } = [];

    /// <summary>Adds an event, or joins it with the one that it is.</summary>
    public void Add(Happening happening)
    {
        if (All.Count > 0 && SameClause(All[^1], happening))
        {
            var narrower = Narrower(All[^1].Date!.Value, happening.Date!.Value);
            All[^1].Times.AddRange(happening.Times);
            All[^1].Date = narrower;
            return;
        }
        var bounds = (happening.Date!.Value.Earliest, happening.Date!.Value.Latest);
        if (!_byBounds.TryGetValue(bounds, out var same))
            _byBounds.Add(bounds, same = []);
        foreach (var other in same)
        {
            if (!Alike(All[other], happening))
                continue;
            All[other].Times.AddRange(happening.Times);
            All[other].Claims.AddRange(happening.Claims.Except(All[other].Claims));
            return;
        }
        if (same.Count < Compared)
            same.Add(All.Count);
        All.Add(happening);
    }

    // "in March, on the 3rd": two expressions of one verb, of which one lies inside of the other.
    private static bool SameClause(Happening one, Happening other) =>
        one.Verb == other.Verb && one.Verb >= 0 && one.Date is { } a && other.Date is { } b && (Within(a, b) || Within(b, a));

    private static bool Within(EdtfDate inner, EdtfDate outer) =>
        inner is { Earliest: { } first, Latest: { } last }
        && outer is { Earliest: { } from, Latest: { } to }
        && first >= from
        && last <= to;

    private static EdtfDate Narrower(EdtfDate one, EdtfDate other) => Within(one, other) ? one : other;

    // The same bounds, the same kind, the same actors and the same verb.
    private bool Alike(Happening one, Happening other)
    {
        if (one.Kind != other.Kind || (one.Statement is null) != (other.Statement is null) || one.Verb < 0 || other.Verb < 0)
            return false;
        var tokens = findings.Document.Tokens;
        var (mine, theirs) = (Actors(one), Actors(other));
        if (one.Kind == Kinds.Statement || Kinds.Stem(tokens[one.Verb].Lower) != Kinds.Stem(tokens[other.Verb].Lower))
            return false;
        return mine.Count > 0 && (mine.IsSubsetOf(theirs) || theirs.IsSubsetOf(mine)) && theirs.Count > 0;
    }

    private HashSet<int> Actors(Happening happening)
    {
        var found = new HashSet<int>();
        foreach (var mention in findings.Cast.Between(happening.Title.First, happening.Title.End))
        {
            if (mention.Kind != MentionKind.Modifier)
                found.Add(mention.Actor);
        }

        return found;
    }
}
