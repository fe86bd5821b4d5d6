using System.Text.Json;
using System.Text.Json.Serialization;
using Timeline.Edtf;

namespace Timeline.Api.Charts;

/// <summary>One stretch of time and the events in it.</summary>
[JsonConverter(typeof(BucketJson))]
public readonly struct Bucket(BucketInterval interval, long number, double count, IReadOnlyDictionary<string, double>? series)
{
    /// <summary>First day, <c>YYYY-MM-DD</c>.</summary>
    public string Start => StartDay.ToString();

    /// <summary>The day after its last day.</summary>
    public string End => EndDay.ToString();

    /// <summary>
    /// As people write it: <c>2024-05-03</c>, <c>2024-W18</c>, <c>2024-05</c>, <c>2024-Q2</c>, <c>2024</c>, <c>2020s</c>.
    /// </summary>
    public string Label => interval.Label(number);

    /// <summary>How many events; with <c>spanning=weighted</c> in fractions of up to 6 decimals.</summary>
    public double Count => count;

    /// <summary>With <c>series</c>: the count of each series, by its key; those without any are left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, double>? Series => series;

    internal Day StartDay => new(interval.Start(number));

    internal Day EndDay => new(interval.Start(number + 1));
}

/// <summary>Writes a bucket as its members say, days without making strings of them: a histogram has hundreds.</summary>
internal sealed class BucketJson : JsonConverter<Bucket>
{
    private static readonly JsonEncodedText Start = JsonEncodedText.Encode("start");
    private static readonly JsonEncodedText End = JsonEncodedText.Encode("end");
    private static readonly JsonEncodedText Label = JsonEncodedText.Encode("label");
    private static readonly JsonEncodedText Count = JsonEncodedText.Encode("count");
    private static readonly JsonEncodedText Series = JsonEncodedText.Encode("series");

    public override Bucket Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Buckets are only sent.");

    public override void Write(Utf8JsonWriter writer, Bucket value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        WriteDay(writer, Start, value.StartDay);
        WriteDay(writer, End, value.EndDay);
        writer.WriteString(Label, value.Label);
        writer.WriteNumber(Count, value.Count);
        if (value.Series is { } series)
        {
            writer.WritePropertyName(Series);
            JsonSerializer.Serialize(writer, series, options);
        }

        writer.WriteEndObject();
    }

    private static void WriteDay(Utf8JsonWriter writer, JsonEncodedText name, Day day)
    {
        Span<char> text = stackalloc char[Day.MaxTextLength];
        day.TryFormat(text, out var length);
        writer.WriteString(name, text[..length]);
    }
}
