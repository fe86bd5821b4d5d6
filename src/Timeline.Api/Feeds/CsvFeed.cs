using CsvHelper;
using Timeline.Api.Events;
using Timeline.Api.Storage;

namespace Timeline.Api.Feeds;

/// <summary>
/// Events as CSV (RFC 4180, UTF-8, a header row). A cell that a spreadsheet would run as a formula gets a leading apostrophe.
/// </summary>
public static class CsvFeed
{
    private static readonly IReadOnlyList<(string Header, Func<Event, object?> Value)> Cells =
    [
        .. EventColumns.All.SelectMany(column => column.CsvCells),
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
        csv.WriteHeader([.. Cells.Select(cell => cell.Header)]);
        foreach (var page in EventPages.Read(snapshot, query))
        {
            foreach (var found in page)
            {
                foreach (var cell in Cells)
                    WriteCell(csv, cell.Value(found));
                csv.EndRecord();
            }
        }

        csv.Flush();
    }

    private static void WriteCell(CsvWriter csv, object? value)
    {
        switch (value)
        {
            case bool flag:
                csv.WriteField(flag);
                break;
            case int number:
                csv.WriteField(number);
                break;
            case IEnumerable<string> items:
                csv.WriteField(string.Join("; ", items));
                break;
            default:
                csv.WriteField((string?)value);
                break;
        }
    }
}
