using System.Text.Json;
using System.Text.RegularExpressions;
using Timeline.Extraction.Actors;
using Timeline.Extraction.Text;

namespace Timeline.Scores;

/// <summary>A name in a gold standard: its span in code points, its type there, and the entity that it belongs to.</summary>
internal sealed record GoldName(int Start, int End, string Type, string Entity);

/// <summary>
/// Scores actors against entities of GUM and MEANTIME: a name counts as found where spans overlap and types agree; cities, regions and
/// other things are no actors.
/// </summary>
internal static partial class ActorScores
{
    [GeneratedRegex(
        @"^(The |the )?[A-Z0-9][\w.&'’-]*( (of|the|and|for|de|van|von|al|bin|&|[A-Z0-9][\w.&'’-]*))*$",
        RegexOptions.None,
        1000
    )]
    private static partial Regex PlainName();

    public static void Print(string corpora, string output)
    {
        using var errors = new StreamWriter(Path.Combine(output, "actors-errors.txt"));
        Print(Path.Combine(corpora, "gum", "gum-news-dev.jsonl"), errors);
        Print(Path.Combine(corpora, "meantime", "meantime-dev.jsonl"), errors);
    }

    private static void Print(string path, StreamWriter errors)
    {
        var (right, found, recalled, gold, pairs, joined, apart) = (0, 0, 0, 0, 0, 0, 0);
        foreach (var line in File.ReadLines(path))
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("text").GetString()!;
            var until = json.RootElement.TryGetProperty("annotated_end", out var end) ? end.GetInt32() : int.MaxValue;
            var (plain, any) = Gold(json.RootElement, text, until);
            var document = Document.Parse(text);
            var cast = ResolvedActors.Resolve(document);
            var mentions = cast
                .Mentions.Where(m => m.Kind is MentionKind.Name or MentionKind.Modifier)
                .Select(m => (Span: document.SpanOf(m.First, m.End), m.Actor))
                .Where(m => m.Span.End <= until)
                .ToList();
            foreach (var (span, actor) in mentions)
            {
                found++;
                var kind = cast.Actors[actor].Kind;
                if (any.Any(g => g.Start < span.End && span.Start < g.End && Agrees(kind, g.Type)))
                    right++;
                else
                    errors.WriteLine($"  wrong    {kind} {Slice(text, span.Start, span.End)}");
            }
            foreach (var name in plain)
            {
                gold++;
                if (mentions.Any(m => m.Span.Start < name.End && name.Start < m.Span.End && Agrees(cast.Actors[m.Actor].Kind, name.Type)))
                    recalled++;
                else
                    errors.WriteLine($"  missing  {name.Type} {Slice(text, name.Start, name.End)}");
            }
            foreach (var (a, b) in plain.SelectMany((a, i) => plain.Skip(i + 1).Where(b => a.Entity == b.Entity).Select(b => (a, b))))
            {
                int? Of(GoldName g) =>
                    mentions.Where(m => m.Span.Start >= g.Start && m.Span.End <= g.End).Select(m => (int?)m.Actor).FirstOrDefault();
                if (Of(a) is not { } one || Of(b) is not { } other)
                    continue;
                pairs++;
                if (one == other)
                    joined++;
                else
                    apart++;
            }
        }
        Console.WriteLine(
            $"{Path.GetFileName(path)}: precision {(double)right / found:P1} of {found}, recall {(double)recalled / gold:P1} of {gold}; "
                + $"linked {(double)joined / Math.Max(1, pairs):P1} of {pairs} pairs"
        );
    }

    private static string Slice(string text, int start, int end) => string.Concat(text.EnumerateRunes().Skip(start).Take(end - start));

    private static (List<GoldName> Plain, List<GoldName> Any) Gold(JsonElement document, string text, int until)
    {
        var (plain, any) = (new List<GoldName>(), new List<GoldName>());
        foreach (var entity in document.GetProperty("entities").EnumerateArray())
        {
            var type = entity.GetProperty("type").GetString()!;
            if (type is not ("person" or "organization" or "place" or "PER" or "ORG" or "LOC"))
                continue;
            foreach (var mention in entity.GetProperty("mentions").EnumerateArray())
            {
                var name = new GoldName(mention[0].GetInt32(), mention[1].GetInt32(), type, entity.GetProperty("id").GetString()!);
                if (name.End > until || mention[2].GetString() is not ("NAM" or "PRE.NAM"))
                    continue;
                any.Add(name);
                var words = Slice(text, name.Start, name.End);
                if (PlainName().IsMatch(words) && (type is not ("place" or "LOC") || IsState(words)))
                    plain.Add(name);
            }
        }
        return (plain, any);
    }

    private static bool IsState(string words)
    {
        var tokens = Document.Parse(words).Tokens;
        var skip = tokens[0].Lower == "the" && tokens.Length > 1 ? 1 : 0;
        return Gazetteer.FindLongest(tokens.AsSpan()[skip..]) is { Kind: GazetteerEntryKind.State } entry
            && entry.Words.Length == tokens.Length - skip;
    }

    private static bool Agrees(ActorKind kind, string type) =>
        kind switch
        {
            ActorKind.Person => type is "person" or "PER",
            ActorKind.State => type is "place" or "LOC" or "organization" or "ORG",
            _ => type is "organization" or "ORG" or "place" or "LOC",
        };
}
