using CsvHelper;
using Timeline.Api.Domain;
using Timeline.Api.Events;
using Timeline.Api.Storage;

namespace Timeline.Api.Feeds;

/// <summary>Events as CSV (RFC 4180, UTF-8, a header row). A cell that a spreadsheet would run as a formula gets a leading apostrophe.</summary>
public static class CsvFeed
{
    private static readonly string[] Columns =
    [
        "id",
        "title",
        "summary",
        "kind",
        "tags",
        "date",
        "earliest",
        "latest",
        "precision",
        "approximate",
        "uncertain",
        "extent",
        "phrase",
        "anchor",
        "alternatives",
        "standing",
        "review",
        "actors",
        "actorIds",
        "claimCount",
        "articleCount",
        "version",
        "createdAt",
        "updatedAt",
    ];

    public static void Write(Stream body, Snapshot snapshot, EventQuery query)
    {
        using var csv = CsvWriter.Create(
            body,
            new CsvWriterOptions
            {
                Injection = CsvInjection.Escape,
                TrueValue = "true",
                FalseValue = "false",
            },
            true
        );
        csv.WriteHeader(Columns);
        foreach (var page in EventPages.Read(snapshot, query))
        {
            foreach (var found in page)
            {
                Row(csv, found);
                csv.EndRecord();
            }
        }

        csv.Flush();
    }

    private static void Row(CsvWriter csv, Event found)
    {
        Text(
            csv,
            found.Id,
            found.Title,
            found.Summary,
            found.Kind,
            List(found.Tags),
            found.Date,
            found.Earliest,
            found.Latest,
            found.Precision
        );
        csv.WriteField(found.Approximate);
        csv.WriteField(found.Uncertain);
        Text(
            csv,
            found.Extent,
            found.Phrase,
            found.Anchor,
            List(found.Alternatives),
            found.Standing,
            found.Review,
            List(found.Actors.Select(actor => actor.Name)),
            List(found.Actors.Select(actor => actor.Id))
        );
        csv.WriteField(found.ClaimCount);
        csv.WriteField(found.ArticleCount);
        csv.WriteField(found.Version);
        Text(csv, found.CreatedAt, found.UpdatedAt);
    }

    private static void Text(CsvWriter csv, params ReadOnlySpan<string?> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
    }

    private static string List(IEnumerable<string> items) => string.Join("; ", items);
}
