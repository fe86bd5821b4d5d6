using System.Text.Json;
using System.Text.Json.Serialization;

namespace Timeline.Edtf;

/// <summary>
/// Reads and writes a date as a JSON string in its canonical form; <see cref="JsonException"/> with reason and position for what is no
/// EDTF.
/// </summary>
public sealed class EdtfDateJsonConverter : JsonConverter<EdtfDate>
{
    /// <inheritdoc/>
    public override EdtfDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("A date is a string.");
        return EdtfDate.TryParse(text, out var date, out var error)
            ? date
            : throw new JsonException($"No EDTF, at {error.Position}: {error.Reason}");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, EdtfDate value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }
}

/// <summary>Reads and writes a day as a JSON string <c>YYYY-MM-DD</c>; <see cref="JsonException"/> for anything else.</summary>
public sealed class DayJsonConverter : JsonConverter<Day>
{
    /// <inheritdoc/>
    public override Day Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Day.TryParse(reader.GetString(), out var day)
            ? day
            : throw new JsonException("A day is a string YYYY-MM-DD.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Day value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }
}
