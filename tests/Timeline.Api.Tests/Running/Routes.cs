using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Timeline.Api.Tests.Running;

/// <summary>The routes that a running timeline has, with ids of the sample in them.</summary>
public static class Routes
{
    private static readonly (string Prefix, string Id)[] Ids =
    [
        ("/v1/events/", "evt_0jrrbe600000k"),
        ("/v1/claims/", "clm_0jrrbe600001w"),
        ("/v1/actors/", "vladimir-putin"),
        ("/v1/articles/", "art_0jrrbe6000001"),
        ("/problems/", "not_found"),
    ];

    /// <summary>Each route of the API with all its methods; documents and pages aside.</summary>
    public static IReadOnlyList<(string Path, IReadOnlyList<string> Methods)> All(RunningTimeline timeline) =>
        [
            .. timeline
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is not null)
                .GroupBy(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/'))
                .Where(endpoints =>
                    endpoints.Key.StartsWith("/v1/", StringComparison.Ordinal)
                    || endpoints.Key.StartsWith("/health/", StringComparison.Ordinal)
                )
                .Select(endpoints =>
                    (
                        WithId(endpoints.Key),
                        (IReadOnlyList<string>)
                            [
                                .. endpoints
                                    .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods)
                                    .Distinct(),
                            ]
                    )
                )
                .OrderBy(route => route.Item1, StringComparer.Ordinal),
        ];

    /// <summary>The routes that answer reading without a key.</summary>
    public static IEnumerable<string> Readable(RunningTimeline timeline) =>
        All(timeline)
            .Where(route => route.Methods.Contains("GET") && !route.Path.Contains("/merges", StringComparison.Ordinal))
            .Select(route => route.Path);

    private static string WithId(string pattern) =>
        Ids.Aggregate(
                pattern,
                (path, known) => path.StartsWith(known.Prefix, StringComparison.Ordinal) ? path.Replace("{id}", known.Id) : path
            )
            .Replace("{id}", "x");
}
