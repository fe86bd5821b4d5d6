using Timeline.Edtf;

namespace Timeline.Api.Storage;

/// <summary>Enumerations as the API writes them.</summary>
public static class JsonNames
{
    public static IReadOnlyList<string> Precisions { get; } = [.. Enum.GetNames<DatePrecision>().Select(name => name.ToLowerInvariant())];

    public static string Of(DatePrecision precision) => Precisions[(int)precision];
}
