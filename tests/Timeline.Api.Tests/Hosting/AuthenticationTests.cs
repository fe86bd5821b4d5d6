using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Timeline.Api.Hosting;
using Timeline.Api.Http;
using Timeline.Api.Keys;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Hosting;

public class AuthenticationTests(Databases databases)
{
    private const string Document = "/swagger/v1/swagger.json";

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("GET,POST")]
    [InlineData("")]
    public void A_route_that_writes_cannot_be_mapped_without_a_scope(string methods)
    {
        var (refused, taken) = (WebApplication.CreateSlimBuilder().Build(), WebApplication.CreateSlimBuilder().Build());
        Map(refused, methods);
        Map(taken, methods).RequireKey("write");

        Assert.Throws<InvalidOperationException>(refused.CheckRoutes);
        taken.CheckRoutes();
    }

    [Fact]
    public void A_route_that_reads_or_is_open_to_everyone_needs_no_scope()
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        Map(app, "GET,HEAD");
        Map(app, "POST").AllowEveryone();

        app.CheckRoutes();
    }

    [Fact]
    public async Task Every_operation_with_a_security_requirement_is_refused_without_a_key_and_with_a_lower_scope()
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);
        var keys = new Dictionary<string, string>();
        foreach (var scope in AccessKeys.Scopes)
            keys[scope] = await admin.NewKey(scope);
        var secured = await Secured(admin);

        Assert.True(secured.Count >= 8);
        foreach (var (method, path, scope) in secured)
        {
            // Neither a body nor a precondition is sent: the key is looked at before them.
            var answer = await admin.Timeline.Send(method, path);
            Assert.Equal((401, "unauthorized"), ((int)answer.Status, (string)answer.Json["code"]!));
            foreach (var lower in AccessKeys.Scopes.TakeWhile(other => other != scope))
            {
                answer = await admin.Timeline.Send(method, path, ("Authorization", $"Bearer {keys[lower]}"));
                Assert.Equal((403, "scope_missing"), ((int)answer.Status, (string)answer.Json["code"]!));
            }

            answer = await admin.Timeline.Send(method, path, ("Authorization", $"Bearer {keys[scope]}"));
            Assert.DoesNotContain((int)answer.Status, (int[])[401, 403]);
        }
    }

    [Fact]
    public async Task Every_operation_that_writes_takes_a_key_except_extracting()
    {
        var operations = await Operations(await databases.Seeded(DatabaseKind.Sqlite));

        var open = operations
            .Where(operation => operation.Method != HttpMethod.Get && operation.Node["security"] is not JsonArray { Count: > 0 })
            .Select(operation => operation.Path);

        Assert.Equal(["/v1/extractions"], open);
    }

    [Fact]
    public async Task A_key_that_is_not_in_force_is_refused_on_every_route_of_the_API()
    {
        var timeline = await databases.Seeded(DatabaseKind.Sqlite);
        foreach (var (method, path, _) in (await Operations(timeline)).Where(operation => operation.Path.StartsWith("/v1/")))
        {
            var answer = await timeline.Send(method, WithIds(path), ("Authorization", "Bearer tl_0_0"));
            Assert.Equal($"{method} {path} 401", $"{method} {path} {(int)answer.Status}");
        }
    }

    private static RouteHandlerBuilder Map(WebApplication app, string methods)
    {
        var api = app.MapApi("/v1").MapGroup("");
        return methods == "" ? api.Map("/things", () => "") : api.MapMethods("/things", methods.Split(','), () => "");
    }

    /// <summary>Each operation with a security requirement, and the scope that its description names.</summary>
    private static async Task<List<(HttpMethod Method, string Path, string Scope)>> Secured(AdminClient admin) =>
        [
            .. (await Operations(admin.Timeline))
                .Where(operation => operation.Node["security"] is JsonArray { Count: > 0 })
                .Select(operation =>
                    (
                        operation.Method,
                        WithIds(operation.Path),
                        AccessKeys.Scopes.Single(scope => ((string)operation.Node["description"]!).EndsWith($"scope `{scope}`."))
                    )
                ),
        ];

    private static async Task<List<(HttpMethod Method, string Path, JsonNode Node)>> Operations(RunningTimeline timeline) =>
        [
            .. (await timeline.Get(Document)).Json["paths"]!
                .AsObject()
                .SelectMany(path =>
                    path.Value!.AsObject().Select(operation => (HttpMethod.Parse(operation.Key), path.Key, operation.Value!))
                ),
        ];

    private static string WithIds(string path) => path.Replace("{id}", "x");
}
