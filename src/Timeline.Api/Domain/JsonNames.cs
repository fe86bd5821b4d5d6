using Timeline.Edtf;

namespace Timeline.Api.Domain;

/// <summary>Enumerations as the API writes them.</summary>
public static class JsonNames
{
    public static IReadOnlyList<string> Precisions { get; } = [.. Enum.GetNames<DatePrecision>().Select(name => name.ToLowerInvariant())];

    public static string PrecisionName(DatePrecision precision) => Precisions[(int)precision];
}
