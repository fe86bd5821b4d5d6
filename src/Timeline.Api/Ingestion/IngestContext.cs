using Timeline.Api.Domain;
using Timeline.Api.Storage;
using Timeline.Edtf;
using Timeline.Extraction;

namespace Timeline.Api.Ingestion;

/// <summary>What the steps of an ingest share: the article, what was read in it, and the transaction that stores it.</summary>
/// <param name="Article">The key under which the article is stored.</param>
/// <param name="Review">The review state of all that is new.</param>
/// <param name="Poster">What whoever posts the article may see.</param>
internal sealed record IngestContext(
    WriteTransaction Transaction,
    long Article,
    ArticleInput Input,
    ExtractionResult Extraction,
    string Review,
    Visibility Poster
)
{
    public Snapshot Snapshot => Transaction.Snapshot;

    /// <summary>False where no words of the text may be stored.</summary>
    public bool KeepsText => Vocabulary.FindRights(Input.Rights).KeepsText;

    /// <summary>True where the poster sees this row of the table, named <c>x</c> in the condition.</summary>
    public bool PosterSees(string table, long id, Sql condition) =>
        Snapshot.QueryNumber($"select count(*) from {Sql.Raw(table)} x where x.id = {id} and {condition}") > 0;

    public static StatedDate ToStatedDate(
        EdtfDate? date,
        string extent,
        string? phrase,
        Day? anchor,
        IReadOnlyList<EdtfDate> alternatives
    ) => new(date, extent, phrase, anchor?.ToString(), [.. alternatives.Select(other => other.ToString())]);
}
