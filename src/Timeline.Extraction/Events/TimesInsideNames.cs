using Timeline.Extraction.Actors;
using Timeline.Extraction.Time;

namespace Timeline.Extraction.Events;

/// <summary>Words of the calendar inside of a name: a paper called after today, a person after a feast.</summary>
internal static class TimesInsideNames
{
    /// <summary>The times without those that are only part of a longer name.</summary>
    public static IReadOnlyList<TimeMention> Remove(IReadOnlyList<TimeMention> times, ResolvedActors actors)
    {
        var place = new int?[times.Count];
        var kept = new List<TimeMention>(times.Count);
        for (var i = 0; i < times.Count; i++)
        {
            if (
                actors.MentionAt(times[i].First) is { } name
                && name.End >= times[i].End
                && name.End - name.First > times[i].End - times[i].First
            )
            {
                continue;
            }

            place[i] = kept.Count;
            kept.Add(times[i]);
        }
        if (kept.Count == times.Count)
            return times;
        for (var i = 0; i < kept.Count; i++)
        {
            if (kept[i].RangePartner is { } partner)
                kept[i] = kept[i] with { RangePartner = place[partner] };
        }

        return kept;
    }
}
