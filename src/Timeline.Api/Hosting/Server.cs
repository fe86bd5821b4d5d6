using Timeline.Api.Actors;
using Timeline.Api.Articles;
using Timeline.Api.Charts;
using Timeline.Api.Claims;
using Timeline.Api.Events;
using Timeline.Api.Feeds;
using Timeline.Api.Hosting.OpenApi;
using Timeline.Api.Http;
using Timeline.Api.Http.Problems;
using Timeline.Api.Ingestion;
using Timeline.Api.Merges;
using Timeline.Api.Reviews;
using Timeline.Api.Storage;

namespace Timeline.Api.Hosting;

/// <summary>The server: what a request passes on its way, in this order, and the routes at its end.</summary>
public static class Server
{
    /// <summary>A server that is ready to start: its database open, migrated and, where it is empty, seeded.</summary>
    public static async Task<WebApplication> Build(string[] args, TimeProvider time)
    {
        var builder = ServerBuilder.Create(args, out var settings);
        var store = Store.Open(settings.ToStoreOptions(), time, serve: true);
        await StartUp.Run(store, settings.Seed, time);
        builder.AddParts(settings, store, time);

        var app = builder.Build();
        app.Lifetime.ApplicationStopped.Register(store.Dispose);
        ServerRefusals.Subscribe(app);
        app.UseSecurityHeaders();
        app.UseProblemResponses();
        app.UsePublicCors();
        app.UseHostNames(settings);
        app.UseWebPage();
        app.UseRouting();
        app.UseDeclaredParameters();
        app.UseKeys();
        app.UseApiDocument();

        var api = app.MapApi("/v1");
        api.MapEvents();
        api.MapClaims();
        api.MapActors();
        api.MapArticles();
        api.MapIngestion();
        api.MapReviews();
        api.MapMerges();
        api.MapCharts();
        api.MapFeeds();
        app.MapHealth();
        app.MapProblems();
        app.MapApiDocument();
        app.MapWebPage();
        app.CheckRoutes();
        return app;
    }
}
