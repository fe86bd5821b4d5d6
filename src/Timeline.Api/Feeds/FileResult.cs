using Timeline.Api.Events;
using Timeline.Api.Http;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Feeds;

/// <summary>
/// A feed that is a file: all rows, one state of the data. It is written to a temporary file first and then sent, so that a slow
/// client holds no connection to the database, and what is sent is whole.
/// </summary>
/// <param name="leftOut">Counts what the file does not hold.</param>
/// <param name="write">Writes the file page by page, never all of it in memory.</param>
public sealed class FileResult(
    Store store,
    EventQuery query,
    string contentType,
    string fileName,
    Func<Snapshot, FeedOmissions> leftOut,
    Action<Stream, Snapshot> write
) : IResult
{
    public async Task ExecuteAsync(HttpContext http)
    {
        var response = http.Response;
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = "Authorization";
        var tag = await store.Read(snapshot => ListTag.For(snapshot, query.Visibility), http.RequestAborted);
        if (ConditionalResult.ClientHas(http, tag))
        {
            response.Headers.ETag = tag;
            response.StatusCode = 304;
            return;
        }

        response.ContentType = contentType;
        response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        await using var file = await store.ReadFile(snapshot => WriteFile(response, snapshot), http.RequestAborted);
        response.ContentLength = file.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
            await file.CopyToAsync(response.Body, http.RequestAborted);
    }

    private FileStream WriteFile(HttpResponse response, Snapshot snapshot)
    {
        response.Headers.ETag = ListTag.For(snapshot, query.Visibility);
        leftOut(snapshot).WriteHeaders(response);
        var file = new FileStream(
            Path.GetTempFileName(),
            FileMode.Open,
            FileAccess.ReadWrite,
            FileShare.None,
            64 * 1024,
            FileOptions.DeleteOnClose | FileOptions.SequentialScan
        );
        try
        {
            write(file, snapshot);
            file.Position = 0;
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
