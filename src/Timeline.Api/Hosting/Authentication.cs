using Timeline.Api.Http;
using Timeline.Api.Http.Problems;
using Timeline.Api.Keys;
using Timeline.Api.Storage;

namespace Timeline.Api.Hosting;

/// <summary>
/// Finds out who sent a request, once, and refuses it where the route takes a scope that the caller does not have; all before the
/// route's handler binds anything.
/// </summary>
public static class Authentication
{
    private const string Scheme = "Bearer ";

    /// <summary>
    /// 401 for a key that is not in force, also where none is needed; 401 without a key and 403 with too low a scope where the route
    /// requires one. Runs after routing, for the routes of <see cref="MapApi"/>.
    /// </summary>
    public static void UseKeys(this WebApplication app) =>
        app.Use(
            async (http, next) =>
            {
                var metadata = http.GetEndpoint()?.Metadata;
                if (metadata?.GetMetadata<AcceptsKey>() is not null)
                {
                    var caller = await Authenticate(http);
                    http.Features.Set(caller);
                    if (metadata.GetMetadata<RequiredScope>() is { } required)
                        caller.RequireScope(required.Scope);
                }

                await next(http);
            }
        );

    /// <summary>
    /// The group of all routes that take keys. One that writes and names no scope does not get mapped: the start fails.
    /// </summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder app, string prefix)
    {
        var api = app.MapGroup(prefix).WithMetadata(new AcceptsKey());
        ((IEndpointConventionBuilder)api).Finally(RequireDeclaredScope);
        return api;
    }

    /// <summary>Makes every endpoint now, so that what is wrong with one stops the start rather than the first request.</summary>
    public static void CheckRoutes(this IEndpointRouteBuilder app)
    {
        foreach (var routes in app.DataSources)
            _ = routes.Endpoints;
    }

    private static void RequireDeclaredScope(EndpointBuilder endpoint)
    {
        var methods = endpoint.Metadata.OfType<HttpMethodMetadata>().LastOrDefault()?.HttpMethods ?? [];
        var isReading = methods.Count > 0 && methods.All(IsSafe);
        var isDeclared = endpoint.Metadata.Any(declared => declared is RequiredScope or OpenToEveryone);
        if (!isReading && !isDeclared)
        {
            throw new InvalidOperationException(
                $"{endpoint.DisplayName} writes: declare the scope of its key with RequireKey, or AllowEveryone."
            );
        }
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    /// <summary>Reads <c>Authorization: Bearer tl_…</c>.</summary>
    private static async Task<Caller> Authenticate(HttpContext http)
    {
        if (http.Request.Headers.Authorization.ToString() is not { Length: > 0 } header)
            return Caller.Anonymous;
        return await FindKey(http, header) is { } key
            ? new Caller(key)
            : throw ProblemCatalogue.Unauthorized.With("The key is malformed, unknown, revoked or expired.");
    }

    private static async Task<AccessKey?> FindKey(HttpContext http, string header)
    {
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        var token = header[Scheme.Length..].Trim();
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var store = http.RequestServices.GetRequiredService<Store>();
        return await store.Read(snapshot => AccessKeys.Find(snapshot, token, now), http.RequestAborted);
    }
}
