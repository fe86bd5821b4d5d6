using Timeline.Extraction.Events;

namespace Timeline.Extraction.Titles;

/// <summary>Writes what stands on the timeline for each event: a clause that can be read without the article around it.</summary>
internal static class TitleStage
{
    /// <summary>The events that can be told in words of their own, each with its title.</summary>
    public static List<(EventDraft Event, string Title)> Run(StageResults results, List<EventDraft> events, CancellationToken cancel)
    {
        var (composer, cleaner) = (new TitleComposer(results), new TitleCleaner(results));
        var references = new TitleReferences(results);
        var (epithets, plurals) = (new TitleEpithets(results), new PluralDescriptions(results));
        var titled = new List<(EventDraft, string)>(events.Count);
        var known = new Dictionary<string, EventDraft>(StringComparer.Ordinal);
        for (var i = 0; i < events.Count; i++)
        {
            if ((i & 0xff) == 0)
                cancel.ThrowIfCancellationRequested();
            foreach (var draft in composer.Compose(events[i]))
            {
                cleaner.Clean(draft, events[i]);
                plurals.Resolve(draft);
                if (!references.Resolve(draft) || !TitleText.IsWhole(draft.Words))
                    continue;
                epithets.Drop(draft);
                TitleShortener.Shorten(draft);
                if (TitleText.Render(draft.Words) is not { } title)
                    continue;
                events[i].Referred.AddRange(draft.Referred);
                if (events[i].Kind == EventKind.Other && draft.Happening is { } happening)
                    events[i].Kind = happening;
                // One title tells one thing: what is told again, of another date or of none, belongs to the first.
                if (known.TryAdd(title, events[i]))
                    titled.Add((events[i], title));
                else
                    known[title].Claims.AddRange(events[i].Claims.Except(known[title].Claims));
                break;
            }
        }
        return titled;
    }
}
