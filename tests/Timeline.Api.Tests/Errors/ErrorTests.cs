using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Timeline.Api.Http.Problems;
using Timeline.Api.Tests.Posting;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Errors;

public class ErrorTests(Databases databases)
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

    [Theory]
    [OnEveryDatabase]
    public async Task A_cursor_of_another_query_is_refused_as_such_and_a_damaged_one_as_damaged(DatabaseKind kind)
    {
        var timeline = await databases.Seeded(kind);
        var cursor = (await timeline.Get("/v1/events?limit=3")).NextCursor!;

        foreach (var other in (string[])["?kind=call", "?from=2024", "?sort=date", "?actor=putin", "?asOf=2025"])
            Assert.Equal(["cursor:cursor_mismatch"], ProblemShape.Faults(await timeline.Get($"/v1/events{other}&cursor={cursor}")));
        Assert.Equal(["cursor:cursor_mismatch"], ProblemShape.Faults(await timeline.Get($"/v1/claims?cursor={cursor}")));
        for (var i = 0; i < cursor.Length; i++)
        {
            var damaged = cursor[..i] + (cursor[i] == 'A' ? 'B' : 'A') + cursor[(i + 1)..];
            var answer = await timeline.Get($"/v1/events?limit=3&cursor={damaged}");
            // The last character can hold bits that mean nothing.
            if (i < cursor.Length - 1 || (int)answer.Status != 200)
                Assert.Equal(["cursor:invalid_cursor"], ProblemShape.Faults(answer));
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_cursor_goes_on_with_another_limit_other_fields_and_a_count(DatabaseKind kind)
    {
        var timeline = await databases.Seeded(kind);
        var cursor = (await timeline.Get("/v1/events?limit=3")).NextCursor!;

        var answer = await timeline.Get($"/v1/events?limit=5&fields=id&include=claims&count=true&cursor={cursor}");

        Assert.Equal((await timeline.Get("/v1/events?limit=8")).Ids.Skip(3), answer.Ids);
        Assert.Equal(["id", "claims"], answer.Items[0].AsObject().Select(member => member.Key));
    }

    [Fact]
    public async Task Every_route_refuses_what_it_does_not_declare_and_keys_in_the_query()
    {
        await using var desk = await Desk.Open(databases, DatabaseKind.Sqlite);
        var routes = Routes
            .Of(desk.Timeline)
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
                    var answer = await desk.Send(new HttpMethod(method), $"{path}?{name}=1", "", ("If-Match", "*"));

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

        foreach (var (route, methods) in Routes.Of(timeline))
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

/// <summary>What every problem looks like.</summary>
public static partial class ProblemShape
{
    private static readonly string[] Members = ["type", "title", "status", "code", "traceId", "detail", "currentETag", "errors"];
    private static readonly string[] FaultMembers = ["parameter", "pointer", "code", "detail", "line"];

    /// <summary>The problem in an answer, which has the one shape; fails where it has not.</summary>
    public static JsonNode Check(Answer answer)
    {
        Assert.Equal("application/problem+json", answer.Header("Content-Type"));
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.DoesNotContain("System.", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Microsoft.", answer.Text, StringComparison.Ordinal);
        var problem = answer.Json;
        Assert.All(problem.AsObject(), member => Assert.Contains(member.Key, Members));
        Assert.Equal((int)answer.Status, (int)problem["status"]!);
        Assert.EndsWith($"/problems/{problem["code"]}", (string)problem["type"]!, StringComparison.Ordinal);
        Assert.NotEmpty((string)problem["title"]!);
        Assert.NotEmpty((string)problem["traceId"]!);
        if (problem["errors"] is JsonArray errors)
        {
            var more = (string?)problem["detail"] is { } detail ? int.Parse(More().Match(detail).Groups[1].Value) : 0;
            Assert.Equal(
                errors.Count == 1 ? "1 input is not valid" : $"{errors.Count + more} inputs are not valid",
                (string)problem["title"]!
            );
            Assert.All(
                errors,
                fault =>
                {
                    Assert.All(fault!.AsObject(), member => Assert.Contains(member.Key, FaultMembers));
                    Assert.NotEmpty((string)fault["detail"]!);
                }
            );
        }

        return problem;
    }

    [GeneratedRegex("^The first 20 are listed; there are ([0-9]+) more[.]$")]
    private static partial Regex More();

    /// <summary>The faults of bad input, as <c>parameter:code</c>.</summary>
    public static IEnumerable<string> Faults(Answer answer) =>
        Check(answer)["errors"] is JsonArray errors
            ? errors.Select(fault => $"{fault!["parameter"] ?? fault["pointer"]}:{fault["code"]}")
            : [];
}
