using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Timeline.Api.Domain;

namespace Timeline.Api.Http;

/// <summary>Text on one line, without line breaks and tabs.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SingleLineAttribute : Attribute;

/// <summary>
/// A member of a body as its record declares it: the one place from which both <see cref="JsonBody.Read{T}"/> and the API
/// document take its bounds. A member is text or a list of texts.
/// </summary>
public sealed class BodyMember
{
    private const int DefaultLength = 10_000;
    private const int DefaultCount = 100;
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<BodyMember>> Known = new();
    private readonly PropertyInfo _property;

    private BodyMember(PropertyInfo property)
    {
        _property = property;
        Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        IsRequired = property.IsDefined(typeof(RequiredMemberAttribute));
        IsNullable = new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;
        IsList = property.PropertyType == typeof(IReadOnlyList<string>);
        IsSingleLine = property.IsDefined(typeof(SingleLineAttribute));
        MaxLength = property.GetCustomAttribute<StringLengthAttribute>()?.MaximumLength ?? DefaultLength;
        MaxCount = property.GetCustomAttribute<LengthAttribute>()?.MaximumLength ?? DefaultCount;
        Choices = property.GetCustomAttribute<OneOfAttribute>()?.Words;
        if (!IsList && property.PropertyType != typeof(string))
            throw new NotSupportedException($"{property.DeclaringType}.{property.Name} is neither text nor a list of texts.");
    }

    public string Name { get; }

    /// <summary>True where it must be there, and not null.</summary>
    public bool IsRequired { get; }

    public bool IsNullable { get; }

    public bool IsList { get; }

    public bool IsSingleLine { get; }

    /// <summary>The most UTF-16 units that a text may have.</summary>
    public int MaxLength { get; }

    /// <summary>The most texts that a list may have.</summary>
    public int MaxCount { get; }

    /// <summary>The words that it may be; null where it is free.</summary>
    public IReadOnlyList<string>? Choices { get; }

    /// <summary>The members of a body, in the order of its record.</summary>
    public static IReadOnlyList<BodyMember> Of(Type body) =>
        Known.GetOrAdd(
            body,
            static type =>
                [
                    .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                        .Where(property => property.SetMethod is not null)
                        .Select(property => new BodyMember(property)),
                ]
        );

    public object? Get(object body) => _property.GetValue(body);

    public void Set(object body, object? value) => _property.SetValue(body, value);
}
