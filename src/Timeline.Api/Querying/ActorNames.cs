using Timeline.Api.Domain;
using Timeline.Api.Storage;

namespace Timeline.Api.Querying;

/// <summary>One actor that a name stands for; <c>Matched</c> says through what: <c>id</c>, <c>name</c> or <c>alias</c>.</summary>
public sealed record MatchedActor
{
    public long Id { get; init; }

    public string Slug { get; init; } = "";

    public string Name { get; init; } = "";

    public string Matched { get; init; } = "";

    public long EventCount { get; init; }
}

/// <summary>Finds the actors that a name stands for: by id, by name or by alias, without regard to case and accents.</summary>
public static class ActorNames
{
    private const int Nearby = 400;
    private const int LongestGuessed = 100;
    private const int MostStarts = 6;

    /// <summary>All actors with this id, name or alias that the reader may see; one that was merged into another stands for that.</summary>
    public static List<MatchedActor> FindActors(Snapshot snapshot, string input, Visibility view) =>
        snapshot.Query<MatchedActor>(
            $"""
            select into_.id as id, into_.slug as slug, into_.name as name, into_.event_count as event_count,
              case when min(found.by) = 0 then 'id' when min(found.by) = 1 then 'name' else 'alias' end as matched
            from (
              select id, 0 as by from actor where slug in {Spellings(input)}
              union all select actor as id, case when position = 0 then 1 else 2 end as by from alias where folded = {TextFolding.Name(
                input
            )}
            ) found join actor named on named.id = found.id join actor into_ on into_.id = coalesce(named.merged_into, named.id)
            where {view.SourceCondition(Sql.Raw("into_"))}
            group by into_.id, into_.slug, into_.name, into_.event_count order by into_.id
            """
        );

    /// <summary>An id as given, and without case and accents, which readable ids do not have.</summary>
    private static string[] Spellings(string input) => [input, TextFolding.Name(input)];

    /// <summary>Up to three names of actors that the reader may see and that look like this one, the likeliest first.</summary>
    public static List<string> SimilarNames(Snapshot snapshot, string input, Visibility view)
    {
        var folded = TextFolding.Name(input);
        if (folded.Length is < 3 or > LongestGuessed)
            return [];
        var near = new List<(int Distance, string Name)>();
        foreach (var start in folded.Split(' ').Append(folded).Where(word => word.Length >= 3).Select(Start).Distinct().Take(MostStarts))
        {
            foreach (
                var row in snapshot.Query<NameRow>(
                    $"""
                select l.folded as folded, a.name as name from alias l join actor a on a.id = l.actor
                where l.folded >= {start} and l.folded < {start + '\uffff'} and {view.SourceCondition(
                    Sql.Raw("a")
                )} and a.merged_into is null order by l.folded limit {Sql.Raw(Nearby)}
                """
                )
            )
            {
                near.Add((Distance(folded, row.Folded), row.Name));
            }
        }

        var tolerated = Math.Max(2, folded.Length / 4);
        return
        [
            .. near.Where(pair => pair.Distance <= tolerated)
                .OrderBy(pair => pair.Distance)
                .ThenBy(pair => pair.Name, StringComparer.Ordinal)
                .Select(pair => pair.Name)
                .Distinct()
                .Take(3),
        ];
    }

    /// <summary>Three letters, and no half of one beyond the Basic Multilingual Plane.</summary>
    private static string Start(string word) => char.IsHighSurrogate(word[2]) ? word[..2] : word[..3];

    /// <summary>Edit distance (Levenshtein), bounded: names that differ by more than 30 in length are simply far.</summary>
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 30 || a.Length > 200)
            return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[b.Length];
    }

    private sealed record NameRow
    {
        public string Folded { get; init; } = "";

        public string Name { get; init; } = "";
    }
}
