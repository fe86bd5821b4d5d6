using Microsoft.AspNetCore.HttpOverrides;
using Timeline.Api.Http;
using Timeline.Api.Http.Problems;

namespace Timeline.Api.Hosting;

/// <summary>
/// Under which names this server answers, and the address that its links begin with. What a request claims to have been sent to is
/// believed for neither, because links, feeds and caches would pass a stranger's name on.
/// </summary>
public static class HostNames
{
    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>
    /// Refuses a request under a name that is not ours (400 <c>host_not_allowed</c>), and reads what trusted proxies forward.
    /// </summary>
    /// <param name="urls">Where the server listens, separated by semicolons; the names in it are ours.</param>
    public static void UseHostNames(this WebApplication app, Settings settings, string? urls)
    {
        if (settings.Proxies.Count > 0)
            app.UseForwardedHeaders(ForwardedOptions(settings.Proxies));
        var ours = AllowedNames(settings, urls);
        app.Use(
            (http, next) =>
            {
                if (!ours.Contains(http.Request.Host.Host) && !settings.AllowedHosts.Contains("*"))
                    throw NotAllowed(http.Request.Host.Host);
                if (settings.PublicAddress is not { } address)
                    return next(http);
                (http.Request.Scheme, http.Request.Host) = (address.Scheme, new HostString(address.Authority));
                return next(http);
            }
        );
    }

    private static ForwardedHeadersOptions ForwardedOptions(IReadOnlyList<System.Net.IPNetwork> proxies)
    {
        const ForwardedHeaders read = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = read, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
            options.KnownIPNetworks.Add(proxy);
        return options;
    }

    private static HashSet<string> AllowedNames(Settings settings, string? urls)
    {
        var names = new HashSet<string>([.. Loopback, .. settings.AllowedHosts], StringComparer.OrdinalIgnoreCase);
        foreach (var url in (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Uri.TryCreate(url, UriKind.Absolute, out var listening))
                names.Add(listening.Host);
        }

        if (settings.PublicAddress is { } address)
            names.Add(address.Host);
        // Addresses that stand for every interface are nobody's name.
        names.ExceptWith(["0.0.0.0", "[::]", "*", "+"]);
        return names;
    }

    private static ProblemException NotAllowed(string host) =>
        new(400, "host_not_allowed", "Host not allowed")
        {
            Detail =
                $"This server does not answer as '{Excerpt.From(host)}'. "
                + "Whoever runs it names the hosts it answers as in Timeline__AllowedHosts, or its address in Timeline__PublicAddress.",
        };
}
