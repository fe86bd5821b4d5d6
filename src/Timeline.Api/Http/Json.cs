using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Timeline.Api.Http;

/// <summary>How answers are written: camelCase, text as it is rather than escaped (the content type says JSON, never HTML).</summary>
public static class Json
{
    public const string ContentType = "application/json; charset=utf-8";
    private const int KeptSelections = 256;
    private static readonly ConcurrentDictionary<(Type, string), JsonSerializerOptions> Selections = new();

    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };

    /// <summary>The same, for people to read.</summary>
    public static JsonSerializerOptions Indented { get; } = new(Options) { WriteIndented = true };

    /// <summary>The names of a record's members, as <c>fields</c> may name them.</summary>
    public static IReadOnlyList<string> Members<T>() =>
        [.. Options.GetTypeInfo(typeof(T)).Properties.Where(property => property.Get is not null).Select(property => property.Name)];

    /// <summary>The same options, with records of this type written with the named members only.</summary>
    public static JsonSerializerOptions Selecting<T>(IReadOnlySet<string>? fields)
    {
        if (fields is null)
            return Options;
        if (Selections.Count > KeptSelections)
            Selections.Clear();
        return Selections.GetOrAdd(
            (typeof(T), string.Join(',', fields.Order(StringComparer.Ordinal))),
            _ => new JsonSerializerOptions(Options)
            {
                TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { info => Select(info, typeof(T), fields) } },
            }
        );
    }

    private static void Select(JsonTypeInfo info, Type type, IReadOnlySet<string> fields)
    {
        if (info.Type != type)
            return;
        foreach (var property in info.Properties)
        {
            if (!fields.Contains(property.Name))
                property.ShouldSerialize = static (_, _) => false;
        }
    }
}
