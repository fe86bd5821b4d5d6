using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Timeline.Api.Storage;

namespace Timeline.Api.Hosting;

/// <summary>One of the <see cref="Settings"/>, as its property declares it.</summary>
public sealed class Setting
{
    private readonly PropertyInfo _property;
    private readonly RangeAttribute? _range;

    private Setting(PropertyInfo property)
    {
        _property = property;
        _range = property.GetCustomAttribute<RangeAttribute>();
        Path = property.GetCustomAttribute<ConfigurationKeyNameAttribute>()?.Name ?? "Timeline:" + property.Name;
        Default = property.GetValue(new Settings()) switch
        {
            null => "none",
            bool flag => flag ? "true" : "false",
            var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
        var meaning = property.GetCustomAttribute<DescriptionAttribute>()!.Description;
        Meaning = _range is null ? meaning : $"{meaning} ({Bounds})";
    }

    /// <summary>Every setting, in the order in which they are declared.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        .. typeof(Settings)
            .GetProperties()
            .Where(property => property.IsDefined(typeof(DescriptionAttribute)))
            .Select(property => new Setting(property)),
    ];

    /// <summary>Where configuration has it, such as <c>Timeline:Seed</c>.</summary>
    public string Path { get; }

    /// <summary>The environment variable, such as <c>Timeline__Seed</c>.</summary>
    public string Name => Path.Replace(":", "__");

    /// <summary>As it would be written; <c>none</c> where it is not set.</summary>
    public string Default { get; }

    /// <summary>What it does, and its bounds.</summary>
    public string Meaning { get; }

    private string Bounds => string.Create(CultureInfo.InvariantCulture, $"{_range?.Minimum} to {_range?.Maximum}");

    /// <summary>Takes its value, where there is one; a <see cref="SettingException"/> where that is not valid.</summary>
    internal void Bind(IConfiguration configuration, Settings settings)
    {
        var section = configuration.GetSection(Path);
        if (section.Value is { } text)
            _property.SetValue(settings, Parse(section, text));
        Validate(settings, section.Value);
    }

    private object Parse(IConfigurationSection section, string text)
    {
        if (_property.PropertyType == typeof(string))
            return text;
        try
        {
            return section.Get(_property.PropertyType) ?? throw Refused(text);
        }
        catch (InvalidOperationException)
        {
            // The binder's message names the type.
            throw Refused(text);
        }
    }

    private void Validate(Settings settings, string? text)
    {
        var context = new ValidationContext(settings) { MemberName = _property.Name, DisplayName = Name };
        var faults = new List<ValidationResult>();
        if (!Validator.TryValidateProperty(_property.GetValue(settings), context, faults))
            throw _range is null ? new SettingException(faults[0].ErrorMessage!) : Refused(text);
    }

    private SettingException Refused(string? text)
    {
        var number = _property.PropertyType == typeof(int) ? "a whole number" : "a number";
        var wanted = _range is null ? "true or false" : $"{number} from {Bounds}";
        return new SettingException($"{Name} must be {wanted}; got '{text}'.");
    }
}
