using System.Buffers;
using System.Text.Json;

namespace Timeline.Api.Feeds;

/// <summary>Collects JSON until it is worth writing.</summary>
public sealed class JsonStreamWriter(Stream body)
{
    private const int Enough = 64 * 1024;
    private readonly ArrayBufferWriter<byte> _buffer = new(2 * Enough);

    /// <summary>Adds text as it is.</summary>
    public void Add(ReadOnlySpan<byte> text) => _buffer.Write(text);

    /// <summary>Adds a value as JSON.</summary>
    public void Add<T>(T value, JsonSerializerOptions options)
    {
        using var writer = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = options.Encoder, SkipValidation = true });
        JsonSerializer.Serialize(writer, value, options);
    }

    /// <summary>Writes what has been added, where that is enough to be worth it or the last.</summary>
    /// <param name="all">True for the last.</param>
    public void Send(bool all = false)
    {
        if (_buffer.WrittenCount < (all ? 1 : Enough))
            return;
        body.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }
}
