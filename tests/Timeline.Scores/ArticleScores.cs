using System.Text.Json;
using Timeline.Edtf;
using Timeline.Extraction;

namespace Timeline.Scores;

/// <summary>One statement that a person found in an article, beside what was extracted there.</summary>
public sealed record StatementScore(
    string Id,
    string Expression,
    string Expected,
    string Found,
    bool Dated,
    bool Exact,
    bool Speaker,
    bool Stance,
    int Actors,
    int ExpectedActors,
    string Title
);

/// <summary>An article's <c>expected.json</c> beside the extraction of its text.</summary>
public sealed record ArticleScores(
    IReadOnlyList<StatementScore> Dated,
    IReadOnlyList<StatementScore> Undated,
    IReadOnlyList<string> TooMany
)
{
    /// <summary>Reads and extracts the article of a folder.</summary>
    public static ArticleScores Compute(string folder)
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")));
        var root = expected.RootElement;
        var published = EdtfDate.Parse(root.GetProperty("article").GetProperty("published").GetString()!).Earliest!.Value;
        var read = Extractor.Extract(File.ReadAllText(Path.Combine(folder, "article.txt")), published);
        var dated = root.GetProperty("dated").EnumerateArray().ToList();
        return new(
            [.. dated.Select(statement => Score(statement, read, true))],
            [.. root.GetProperty("undated").EnumerateArray().Select(statement => Score(statement, read, false))],
            [
                .. read
                    .Events.Where(e =>
                        e.Date is not null && !dated.Any(d => e.Expressions.Any(x => Overlaps(read.Expressions[x].Span, Span(d))))
                    )
                    .Select(e => $"{e.Phrase}: {e.Title}"),
            ]
        );
    }

    /// <summary>The table, side by side.</summary>
    public void Print()
    {
        foreach (var statement in Dated.Concat(Undated))
            Console.WriteLine(ToRow(statement));
        foreach (var other in TooMany)
            Console.WriteLine($"too many: {other}");
        Console.WriteLine(
            $"{Dated.Count(s => s.Dated)} of {Dated.Count} dated, {Dated.Count(s => s.Exact)} spans exact, "
                + $"{Dated.Count(s => s.Speaker)} speakers, {Dated.Count(s => s.Stance)} stances, {TooMany.Count} too many; "
                + $"actors {Dated.Sum(s => s.Actors)} of {Dated.Sum(s => s.ExpectedActors)}; undated: "
                + $"{Undated.Count(s => s.Speaker)} of {Undated.Count} speakers, {Undated.Count(s => s.Stance)} stances"
        );
    }

    private static string ToRow(StatementScore s)
    {
        string[] right = [s.Dated ? "date" : "", s.Exact ? "span" : "", s.Speaker ? "who" : "", s.Stance ? "how" : ""];
        string[] columns =
        [
            .. right.Select(word => word.PadRight(4)),
            $"{s.Actors}/{s.ExpectedActors} ",
            s.Expression.PadRight(28),
            s.Expected.PadRight(24),
            s.Found.PadRight(40),
            s.Title,
        ];
        return $"{s.Id} {string.Join(' ', columns)}";
    }

    private static StatementScore Score(JsonElement statement, ExtractionResult read, bool dated)
    {
        var span = Span(statement);
        var names = statement.GetProperty("actors").EnumerateArray().Select(a => a.GetString()!).ToList();
        var events = read
            .Events.Where(e =>
                dated
                    ? e.Expressions.Any(x => Overlaps(read.Expressions[x].Span, span))
                    : e.Claims.Any(c => read.Claims[c].Content.Concat(read.Claims[c].Cue).Any(s => Overlaps(s, span)))
            )
            .ToList();
        var best = events
            .OrderByDescending(e =>
                (IsDated(e, statement, dated) ? 4 : 0) + (Who(e, statement, read) ? 2 : 0) + (How(e, statement, read) ? 1 : 0)
            )
            .FirstOrDefault();
        var found = best is null
            ? "-"
            : string.Join(
                " ",
                best.Date?.ToString() ?? "undated",
                string.Join(",", best.Claims.Select(c => $"{SpeakerName(read, read.Claims[c]) ?? "article"}:{read.Claims[c].Stance}"))
            );
        var edtf = dated ? statement.GetProperty("edtf").GetString() : "";
        var speaker = statement.GetProperty("speaker").GetString();
        return new(
            statement.GetProperty("id").GetString()!,
            dated ? statement.GetProperty("expression").GetString()! : "",
            $"{edtf} {speaker ?? "article"}:{statement.GetProperty("stance").GetString()}",
            found,
            best is not null && IsDated(best, statement, dated),
            dated && best is not null && best.Expressions.Any(x => read.Expressions[x].Span == span),
            best is not null && Who(best, statement, read),
            best is not null && How(best, statement, read),
            best is null ? 0 : names.Count(name => best.Actors.Any(a => IsCalled(read.Actors[a.Actor], name))),
            names.Count,
            best?.Title ?? ""
        );
    }

    private static bool IsDated(ExtractedEvent e, JsonElement statement, bool dated)
    {
        if (!dated)
            return e.Date is null;
        var bounds = (e.Date?.Earliest?.ToString(), e.Date?.Latest?.ToString());
        return statement
            .GetProperty("alsoAccepted")
            .EnumerateArray()
            .Select(pair => (pair[0].GetString(), pair[1].GetString()))
            .Append((statement.GetProperty("first").GetString(), statement.GetProperty("last").GetString()))
            .Contains(bounds);
    }

    private static bool Who(ExtractedEvent e, JsonElement statement, ExtractionResult read) =>
        e.Claims.Any(c => IsBy(read, read.Claims[c], statement));

    private static bool How(ExtractedEvent e, JsonElement statement, ExtractionResult read) =>
        e.Claims.Any(c => IsBy(read, read.Claims[c], statement) && read.Claims[c].Stance == statement.GetProperty("stance").GetString());

    private static bool IsBy(ExtractionResult read, ExtractedClaim claim, JsonElement statement)
    {
        var expected = statement.GetProperty("speaker").GetString();
        if (expected is null)
            return claim.Speaker is null && claim.SpeakerName is null;
        return claim.Speaker is { } speaker
            ? IsCalled(read.Actors[speaker], expected)
            : claim.SpeakerName?.Contains(expected, StringComparison.Ordinal) ?? false;
    }

    private static string? SpeakerName(ExtractionResult read, ExtractedClaim claim) =>
        claim.Speaker is { } speaker ? read.Actors[speaker].Name : claim.SpeakerName;

    private static bool IsCalled(ExtractedActor actor, string name) => actor.Name == name || actor.Aliases.Contains(name);

    private static bool Overlaps(TextSpan one, TextSpan other) => one.Start < other.End && other.Start < one.End;

    private static TextSpan Span(JsonElement statement) =>
        new(statement.GetProperty("start").GetInt32(), statement.GetProperty("end").GetInt32());
}
