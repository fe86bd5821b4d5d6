using Timeline.Api.Storage;

namespace Timeline.Api.Http;

/// <summary>For whatever keeps the server running: is it alive, can it answer.</summary>
public static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").WithTags("Health");
        health
            .MapReading("/live", () => TypedResults.Ok(new Health("alive")))
            .WithName("getLiveness")
            .Takes([])
            .WithSummary("Tells that the process is up");
        health.MapReading("/ready", Ready).WithName("getReadiness").Takes([]).WithSummary("Tells that the database answers");
    }

    private static async Task<Microsoft.AspNetCore.Http.HttpResults.Ok<Health>> Ready(Store store, CancellationToken cancellation)
    {
        await store.Check(cancellation);
        return TypedResults.Ok(new Health("ready"));
    }
}

/// <summary><c>alive</c> or <c>ready</c>; a server that is not ready answers 503.</summary>
public sealed record Health(string Status);
