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
    /// Refuses a request under another name (400 <c>host_not_allowed</c>), and reads what trusted proxies forward.
    /// </summary>
    public static void UseHostNames(this WebApplication app, Settings settings)
    {
        if (settings.ProxyNetworks is { Count: > 0 } proxies)
            app.UseForwardedHeaders(ForwardedOptions(proxies));
        var names = AllowedNames(settings, ListenAddresses.Parse(app.Configuration["urls"]));
        var (allowsAny, address) = (settings.AllowedHostNames.Contains("*"), settings.PublicUri);
        app.Use(
            (http, next) =>
            {
                if (!names.Contains(http.Request.Host.Host) && !allowsAny)
                    throw NotAllowed(http.Request.Host.Host);
                if (address is not null)
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

    private static HashSet<string> AllowedNames(Settings settings, IReadOnlyList<Uri> listening)
    {
        string[] all = [.. Loopback, .. settings.AllowedHostNames, .. listening.Select(address => address.Host)];
        var names = new HashSet<string>(all, StringComparer.OrdinalIgnoreCase);
        if (settings.PublicUri is { } address)
            names.Add(address.Host);
        // An address that means every interface is not a name.
        names.ExceptWith(["0.0.0.0", "[::]", "*", "+"]);
        return names;
    }

    private static ProblemException NotAllowed(string host) =>
        ProblemCatalogue.HostNotAllowed.With(
            $"This server does not answer as '{Excerpt.From(host)}'. "
                + "Whoever runs it names the hosts it answers as in Timeline__AllowedHosts, or its address in Timeline__PublicAddress."
        );
}
