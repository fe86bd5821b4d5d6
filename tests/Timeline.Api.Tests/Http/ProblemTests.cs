using Timeline.Api.Http.Problems;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Http;

public class ProblemTests(Databases databases)
{
    private static readonly string[] Environments = ["Production", "Development"];
    private static readonly string?[] Accepts = [null, "application/json", "text/html", "image/png;q=0.1"];

    [Theory]
    [OnEveryDatabase("errors")]
    public async Task A_fault_is_answered_exactly_so_in_every_environment_whatever_is_accepted(
        DatabaseKind kind,
        string request,
        string answered,
        string faults
    )
    {
        var (method, path) = request.Split(' ') is [var verb, var address] ? (verb, address) : throw new ArgumentException(request);
        foreach (var environment in Environments)
        {
            foreach (var accept in Accepts)
            {
                var timeline = await databases.Seeded(kind, environment);

                var answer = await timeline.Send(new HttpMethod(method), path, accept is null ? [] : [("Accept", accept)]);

                Assert.Equal(answered, $"{(int)answer.Status} {ProblemShape.Check(answer)["code"]}");
                Assert.Equal(faults, string.Join(' ', ProblemShape.Faults(answer).DefaultIfEmpty("-")));
            }
        }
    }

    [Fact]
    public async Task Every_route_refuses_what_it_does_not_declare_and_keys_in_the_query()
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);
        var routes = Routes
            .All(admin.Timeline)
            .Append(("/problems/gone", ["GET", "HEAD"]))
            .Append(("/swagger/v1/swagger.json", ["GET", "HEAD"]))
            .ToList();

        Assert.True(routes.Count >= 28);
        foreach (var (path, methods) in routes)
        {
            foreach (var method in methods)
            {
                foreach (
                    var (name, code) in ((string, string)[])
                        [("colour", "unknown_parameter"), ("key", "key_in_query"), ("Limit", "unknown_parameter")]
                )
                {
                    var answer = await admin.Send(new HttpMethod(method), $"{path}?{name}=1", "", ("If-Match", "*"));

                    Assert.Equal($"{method} {path} 400", $"{method} {path} {(int)answer.Status}");
                    if (method != "HEAD")
                        Assert.Contains($"{name}:{code}", ProblemShape.Faults(answer));
                }
            }
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/index.html")]
    [InlineData("/embed.html")]
    [InlineData("/js/app.js")]
    [InlineData("/swagger")]
    [InlineData("/swagger/index.html")]
    [InlineData("/swagger/v1/swagger.json")]
    [InlineData("/problems/gone")]
    public async Task What_is_only_there_to_be_read_says_so_to_every_other_method(string path)
    {
        var timeline = await databases.Seeded(DatabaseKind.Sqlite);
        foreach (var method in (string[])["PUT", "POST", "PATCH", "DELETE", "OPTIONS"])
        {
            var answer = await timeline.Send(new HttpMethod(method), path);

            Assert.Equal(
                (405, "method_not_allowed", "GET, HEAD"),
                ((int)answer.Status, (string)ProblemShape.Check(answer)["code"]!, answer.Header("Allow"))
            );
        }
    }

    [Theory]
    [InlineData("/v1/feeds/timelinejs.json?from=1500&to=1501", 404)]
    [InlineData("/v1/charts/histogram?interval=day&from=1000&to=2000", 400)]
    [InlineData("/v1/events/evt_0000000000000", 404)]
    [InlineData("/v1/events/evt_0000000000000/claims", 404)]
    [InlineData("/v1/claims/clm_0000000000000/responses", 404)]
    [InlineData("/v1/actors/nobody/events", 404)]
    [InlineData("/v1/articles/art_0000000000000/annotations", 404)]
    [InlineData("/v1/events?review=any", 401)]
    public async Task No_tag_that_a_client_knows_hides_an_error(string path, int status)
    {
        var timeline = await databases.Seeded(DatabaseKind.Sqlite);
        var tag = (await timeline.Get("/v1/events")).Header("ETag")!;

        foreach (var known in (string[])[tag, tag[2..], "*"])
            Assert.Equal(status, (int)(await timeline.Get(path, ("If-None-Match", known))).Status);
    }

    [Fact]
    public async Task Every_code_of_a_problem_and_of_a_fault_is_explained_at_its_address()
    {
        var timeline = await databases.Seeded(DatabaseKind.Sqlite);
        foreach (var code in ProblemCatalogue.All.Select(problem => problem.Code).Concat(FaultCode.All.Select(fault => fault.Code)))
        {
            var answer = await timeline.Get($"/problems/{code}");
            Assert.Equal($"{code} 200", $"{code} {(int)answer.Status}");
            Assert.Contains(code, answer.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_method_that_does_nothing_is_told_those_that_do(DatabaseKind kind)
    {
        var timeline = await databases.Seeded(kind);

        foreach (var (route, methods) in Routes.All(timeline))
        {
            var answer = await timeline.Send(HttpMethod.Put, route);

            Assert.Equal(405, (int)answer.Status);
            Assert.Equal(
                $"{route} {string.Join(", ", methods.Order())}",
                $"{route} {string.Join(", ", answer.Header("Allow")!.Split(", ").Order())}"
            );
        }
    }
}
