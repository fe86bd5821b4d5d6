using Timeline.Api.Http;
using Timeline.Api.Storage;

namespace Timeline.Api.Hosting;

/// <summary>For whatever keeps the server running: is it alive, can it answer.</summary>
public static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").WithTags("Health");
        health
            .MapMethods("/live", RouteDeclarations.Reading, () => TypedResults.Ok(new HealthStatus("alive")))
            .WithName("getLiveness")
            .WithParameters([])
            .WithSummary("Tells that the process is up");
        health
            .MapMethods("/ready", RouteDeclarations.Reading, Ready)
            .WithName("getReadiness")
            .WithParameters([])
            .WithSummary("Tells that the database answers");
    }

    private static async Task<Microsoft.AspNetCore.Http.HttpResults.Ok<HealthStatus>> Ready(Store store, CancellationToken cancellation)
    {
        await store.CheckReachable(cancellation);
        return TypedResults.Ok(new HealthStatus("ready"));
    }
}

/// <summary><c>alive</c> or <c>ready</c>; a server that is not ready answers 503.</summary>
public sealed record HealthStatus(string Status);
