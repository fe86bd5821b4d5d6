namespace Timeline.Api.Domain;

/// <summary>The member holds words of a list of <see cref="Vocabulary"/>; the API document names them, so that no comment has to.</summary>
/// <param name="list">The name of the list, such as <c>nameof(Vocabulary.Stances)</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneOfAttribute(string list) : Attribute
{
    public IReadOnlyList<string> Words { get; } =
        (IReadOnlyList<string>)(
            typeof(Vocabulary).GetProperty(list)?.GetValue(null) ?? throw new ArgumentException($"Vocabulary has no list '{list}'.")
        );
}
