using Timeline.Edtf;
using Timeline.Extraction.Actors;

namespace Timeline.Extraction.Events;

/// <summary>The events of an article; what is told twice becomes one event.</summary>
internal sealed class EventMerger(StageResults results)
{
    private const int MaxCompared = 16;

    private readonly Dictionary<(Day?, Day?), List<int>> _byBounds = [];

    public List<EventDraft> Events { get; } = [];

    /// <summary>Adds an event, or joins it with the one that it is.</summary>
    public void Add(EventDraft draft)
    {
        if (Events.Count > 0 && (AreOneClause(Events[^1], draft) || FollowOn(Events[^1], draft)))
        {
            var (one, other) = (Events[^1].Date!.Value, draft.Date!.Value);
            var narrower = FollowOn(Events[^1], draft) ? EdtfDate.Interval(one, other) : Narrower(one, other);
            Events[^1].Times.AddRange(draft.Times);
            Events[^1].Date = narrower;
            return;
        }
        var bounds = (draft.Date!.Value.Earliest, draft.Date!.Value.Latest);
        if (!_byBounds.TryGetValue(bounds, out var same))
            _byBounds.Add(bounds, same = []);
        foreach (var other in same)
        {
            if (!AreSame(Events[other], draft))
                continue;
            Events[other].Times.AddRange(draft.Times);
            Events[other].Claims.AddRange(draft.Claims.Except(Events[other].Claims));
            return;
        }
        if (same.Count < MaxCompared)
            same.Add(Events.Count);
        Events.Add(draft);
    }

    // "in March, on the 3rd": two expressions of one verb, of which one lies inside of the other.
    private static bool AreOneClause(EventDraft one, EventDraft other) =>
        one.Verb == other.Verb && one.Verb >= 0 && one.Date is { } a && other.Date is { } b && (IsWithin(a, b) || IsWithin(b, a));

    // "three times in April and May": the second begins where the first ends.
    private static bool FollowOn(EventDraft one, EventDraft other) =>
        one.Verb == other.Verb
        && one.Verb >= 0
        && one.Date is { Latest: { } end, Precision: DatePrecision.Month or DatePrecision.Year or DatePrecision.Day }
        && other.Date is { Earliest: { } start, Precision: DatePrecision.Month or DatePrecision.Year or DatePrecision.Day }
        && end < Day.MaxValue
        && start == end.AddDays(1);

    private static bool IsWithin(EdtfDate inner, EdtfDate outer) =>
        inner is { Earliest: { } first, Latest: { } last }
        && outer is { Earliest: { } from, Latest: { } to }
        && first >= from
        && last <= to;

    private static EdtfDate Narrower(EdtfDate one, EdtfDate other) => IsWithin(one, other) ? one : other;

    // The same bounds, the same kind, the same actors and the same verb.
    private bool AreSame(EventDraft one, EventDraft other)
    {
        var sameKind = one.Kind == other.Kind && (one.Statement is null) == (other.Statement is null);
        if (!sameKind || one.Verb < 0 || other.Verb < 0)
            return false;
        var (mine, theirs) = (ActorsIn(one), ActorsIn(other));
        if (one.Kind == EventKind.Statement || VerbStem(one) != VerbStem(other))
            return false;
        return mine.Count > 0 && (mine.IsSubsetOf(theirs) || theirs.IsSubsetOf(mine)) && theirs.Count > 0;
    }

    private string VerbStem(EventDraft draft) => EventKindClassifier.Stem(results.Document.Tokens[draft.Verb].Lower);

    private HashSet<int> ActorsIn(EventDraft draft)
    {
        var found = new HashSet<int>();
        foreach (var mention in results.Actors.MentionsBetween(draft.Title.First, draft.Title.End))
        {
            if (mention.Kind != MentionKind.Modifier)
                found.Add(mention.Actor);
        }

        return found;
    }
}
