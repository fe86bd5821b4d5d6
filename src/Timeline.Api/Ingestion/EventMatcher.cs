using System.Collections.Frozen;
using Timeline.Api.Domain;
using Timeline.Api.Storage;

namespace Timeline.Api.Ingestion;

/// <summary>An event on the timeline that a new one may be, and how alike their titles are (Jaccard, 0 to 1).</summary>
/// <param name="IsCertain">True where bounds, actors and words leave no doubt.</param>
public sealed record EventMatch(long Event, double Likeness, bool IsCertain);

/// <summary>
/// Finds what is on the timeline already, so that two articles about one event do not make two events. Alike are events of the
/// same bounds and with actors in common, by the words of their titles.
/// </summary>
public static class EventMatcher
{
    private const double CertainLikeness = 0.5;
    private const double LeastLikeness = 0.3;
    private const int MaxCandidates = 200;

    /// <summary>Words that tell nothing about what happened.</summary>
    private static readonly FrozenSet<string> StopWords = (
        "a an the of in on at to by for from with and or but as is are was were be been has have had will would could may might "
        + "that this his her its their he she it they"
    )
        .Split(' ')
        .ToFrozenSet();

    /// <summary>
    /// The likeliest duplicate among events that are not rejected and not of the same article; null where nothing is alike.
    /// </summary>
    public static EventMatch? FindNearest(Snapshot snapshot, string title, DateRange span, HashSet<long> actors, HashSet<long> apart)
    {
        if (actors.Count == 0)
            return null;
        var words = Stems(title);
        EventMatch? nearest = null;
        foreach (var row in ReadCandidates(snapshot, span).Where(row => !apart.Contains(row.Id)))
        {
            var likeness = Jaccard(words, Stems(row.Title));
            if (likeness < LeastLikeness || likeness <= nearest?.Likeness)
                continue;
            var others = snapshot.Query<long>($"select distinct actor from event_actor where event = {row.Id}").ToHashSet();
            if (!others.Overlaps(actors))
                continue;
            var sameActors = others.IsSubsetOf(actors) || others.IsSupersetOf(actors);
            nearest = new EventMatch(row.Id, likeness, sameActors && likeness >= CertainLikeness && span != DateRange.Undated);
        }

        return nearest;
    }

    private static List<CandidateRow> ReadCandidates(Snapshot snapshot, DateRange span) =>
        snapshot.Query<CandidateRow>(
            $"""
            select e.id, e.title from event e
            where e.public in (0, 1) and e.start_day = {span.Start} and e.end_day = {span.End} and e.review <> 'rejected'
            order by e.id desc limit {Sql.Raw(MaxCandidates)}
            """
        );

    /// <summary>The words that carry meaning, without their endings; numbers are mostly the date, which is compared by itself.</summary>
    private static HashSet<string> Stems(string title) =>
        [
            .. TextFolding
                .Words(title)
                .Where(word => !StopWords.Contains(word) && !word.All(char.IsDigit))
                .Select(word => word.Length > 5 ? word[..5] : word),
        ];

    private static double Jaccard(HashSet<string> a, HashSet<string> b) =>
        a.Count + b.Count == 0 ? 0 : (double)a.Count(b.Contains) / a.Union(b).Count();

    private sealed record CandidateRow
    {
        public long Id { get; init; }

        public string Title { get; init; } = "";
    }
}
