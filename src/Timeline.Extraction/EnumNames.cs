using System.Collections.Frozen;

namespace Timeline.Extraction;

/// <summary>
/// The names of an enum's members outside of the code, in data files and results: <c>NeitherConfirmsNorDenies</c> is
/// <c>neither-confirms-nor-denies</c>. They follow from the members, so that a new member is named by the line that adds it.
/// </summary>
internal static class EnumNames<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> ByValue = Enum.GetValues<T>()
        .ToFrozenDictionary(value => value, value => ToKebabCase(value.ToString()));

    private static readonly FrozenDictionary<string, T> ByName = ByValue.ToFrozenDictionary(
        entry => entry.Value,
        entry => entry.Key,
        StringComparer.Ordinal
    );

    /// <summary>All names in the order of the members.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<T>().Select(NameOf)];

    /// <summary>The member's name; a value that the enum does not have is an <see cref="ArgumentOutOfRangeException"/>.</summary>
    public static string NameOf(T value) =>
        ByValue.TryGetValue(value, out var name)
            ? name
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"{typeof(T).Name} has no such member.");

    /// <summary>The member of this name; <see cref="FormatException"/> where there is none.</summary>
    public static T Parse(string name) =>
        ByName.TryGetValue(name, out var value) ? value : throw new FormatException($"'{name}' names no {typeof(T).Name}.");

    private static string ToKebabCase(string member) =>
        string.Concat(member.Select((letter, i) => (i > 0 && char.IsUpper(letter) ? "-" : "") + char.ToLowerInvariant(letter)));
}

/// <summary>The name of a member, asked of the member itself.</summary>
internal static class EnumNameExtensions
{
    extension<T>(T value)
        where T : struct, Enum
    {
        /// <summary>As data files and results write it: <c>declines-to-comment</c>.</summary>
        public string Name => EnumNames<T>.NameOf(value);
    }
}
