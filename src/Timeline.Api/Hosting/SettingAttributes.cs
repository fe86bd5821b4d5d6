using System.ComponentModel.DataAnnotations;
using System.Net;
using Timeline.Api.Storage;

namespace Timeline.Api.Hosting;

/// <summary>Settings that hold several values, separated by semicolons.</summary>
public static class SettingList
{
    public static string[] Split(string? text) =>
        (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>A rule for the text of a setting, whose message names the setting and what is wrong in it.</summary>
public abstract class SettingRuleAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is string text && FindFault(text) is { } fault ? new ValidationResult(validationContext.DisplayName + fault) : null;

    /// <summary>The rest of the sentence that the setting's name begins; null where nothing is wrong.</summary>
    protected abstract string? FindFault(string text);
}

/// <summary>A connection string that one of the databases understands.</summary>
public sealed class ConnectionStringAttribute : SettingRuleAttribute
{
    protected override string? FindFault(string text)
    {
        try
        {
            Dialect.For(text).Connect(create: false).Dispose();
            return null;
        }
        catch (ArgumentException exception)
        {
            return $" is not a connection string: {exception.Message}";
        }
    }
}

/// <summary>Names of hosts without ports, or <c>*</c>.</summary>
public sealed class HostNameListAttribute : SettingRuleAttribute
{
    protected override string? FindFault(string text) =>
        SettingList.Split(text).FirstOrDefault(name => name != "*" && !IsHostName(name)) is { } wrong
            ? $": '{wrong}' is not the name of a host without a port, such as timeline.example.org."
            : null;

    private static bool IsHostName(string text) =>
        Uri.TryCreate($"http://{text}/", UriKind.Absolute, out var address)
        && address.Host.Equals(text, StringComparison.OrdinalIgnoreCase);
}

/// <summary>An http or https address of a host, without a path.</summary>
public sealed class WebAddressAttribute : SettingRuleAttribute
{
    protected override string? FindFault(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address is { Scheme: "http" or "https", UserInfo: "", PathAndQuery: "/", Fragment: "" }
            ? null
            : $": '{text}' is not an http or https address without a path, such as https://timeline.example.org.";
}

/// <summary>IP addresses, or ranges of them in CIDR notation.</summary>
public sealed class ProxyRangesAttribute : SettingRuleAttribute
{
    protected override string? FindFault(string text) =>
        SettingList.Split(text).FirstOrDefault(range => Parse(range) is null) is { } wrong
            ? $": '{wrong}' is neither an IP address nor a CIDR range, such as 10.0.0.0/8."
            : null;

    /// <summary>The range, which for a single address holds nothing else; null where the text is neither.</summary>
    internal static IPNetwork? Parse(string text)
    {
        if (IPNetwork.TryParse(text, out var range))
            return range;
        return IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8) : null;
    }
}
