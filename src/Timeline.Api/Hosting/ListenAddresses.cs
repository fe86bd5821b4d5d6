using Timeline.Api.Storage;

namespace Timeline.Api.Hosting;

/// <summary>Where the server listens, as <c>--urls</c> says.</summary>
public static class ListenAddresses
{
    public const string Default = "http://localhost:5080";

    /// <summary>The addresses in a list that semicolons separate; a <see cref="SettingException"/> names one that is none.</summary>
    public static IReadOnlyList<Uri> Parse(string? urls) => [.. SettingList.Split(urls).Select(ParseOne)];

    /// <summary>An address whose host is <c>*</c> or <c>+</c> stands for every interface.</summary>
    private static Uri ParseOne(string url)
    {
        var named = url.Replace("//*", "//0.0.0.0").Replace("//+", "//0.0.0.0");
        return Uri.TryCreate(named, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new SettingException($"urls: '{url}' is not an address such as {Default}.");
    }
}
