using System.Data;
using System.Text.Json;
using Dapper;
using Timeline.Api.Domain;

namespace Timeline.Api.Storage;

/// <summary>Lists that are stored as JSON text in one column.</summary>
public static class JsonColumn
{
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)!;

    /// <summary>Tells Dapper of them, once.</summary>
    public static void Register()
    {
        SqlMapper.AddTypeHandler(new Handler<IReadOnlyList<string>>());
        SqlMapper.AddTypeHandler(new Handler<IReadOnlyList<IReadOnlyList<int>>>());
        SqlMapper.AddTypeHandler(new Handler<IReadOnlyList<Participant>>());
    }

    private sealed class Handler<T> : SqlMapper.TypeHandler<T>
    {
        private const string NoItems = "[]";

        // Most lists of a page are empty, and reading that takes as long as reading a short one.
        private static readonly T Empty = Read<T>(NoItems);

        public override T Parse(object value) => (string)value == NoItems ? Empty : Read<T>((string)value);

        public override void SetValue(IDbDataParameter parameter, T? value) => parameter.Value = Write(value);
    }
}

/// <summary>An actor's part in an event.</summary>
public sealed record Participant(string Id, string Name, [property: OneOf(nameof(Vocabulary.Roles))] IReadOnlyList<string> Roles);
