using System.Buffers;
using System.Text.Json;
using Timeline.Api.Storage;

namespace Timeline.Api.Feeds;

/// <summary>A feed that is a file: all rows, written as they are read, never held together in memory.</summary>
/// <param name="tag">Null where the client has it already.</param>
public sealed class FileFeed(string contentType, string fileName, string tag, LeftOut? leftOut, Func<Stream, CancellationToken, Task> write) : Microsoft.AspNetCore.Http.IResult
{
    public async Task ExecuteAsync(HttpContext http)
    {
        var response = http.Response;
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = "Authorization";
        if (leftOut is null)
        {
            response.StatusCode = 304;
            return;
        }

        response.ContentType = contentType;
        response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        leftOut.Tell(response);
        if (HttpMethods.IsHead(http.Request.Method)) return;
        try
        {
            await write(response.Body, http.RequestAborted);
        }
        catch (Exception exception) when (exception is ChangedException or BusyException)
        {
            if (!response.HasStarted) throw new BusyException();
            // The status is sent already: only a connection that breaks off tells the client that the file is not whole.
            http.Abort();
        }
    }
}

/// <summary>The data changed while a file was written whose lines refer to each other.</summary>
public sealed class ChangedException() : Exception("The timeline changed while it was exported.");

/// <summary>Collects JSON until it is worth sending.</summary>
public sealed class JsonLines(Stream body)
{
    private const int Enough = 64 * 1024;
    private readonly ArrayBufferWriter<byte> buffer = new(2 * Enough);

    /// <summary>Adds text as it is.</summary>
    public void Add(ReadOnlySpan<byte> text) => buffer.Write(text);

    /// <summary>Adds a value as JSON.</summary>
    public void Add<T>(T value, JsonSerializerOptions options)
    {
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = options.Encoder, SkipValidation = true });
        JsonSerializer.Serialize(writer, value, options);
    }

    /// <summary>Sends what there is, if that is enough to be worth it or the last.</summary>
    public async ValueTask Send(CancellationToken cancellation, bool all = false)
    {
        if (buffer.WrittenCount < (all ? 1 : Enough)) return;
        await body.WriteAsync(buffer.WrittenMemory, cancellation);
        buffer.ResetWrittenCount();
    }
}
