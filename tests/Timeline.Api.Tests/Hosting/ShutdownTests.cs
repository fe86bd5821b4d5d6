using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Timeline.Api.Hosting;
using Timeline.Api.Storage;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Hosting;

public class ShutdownTests(Databases databases)
{
    [Fact]
    public async Task What_is_in_flight_when_the_server_is_told_to_stop_is_answered_and_the_lock_is_gone()
    {
        var (database, forget) = databases.Create(DatabaseKind.Sqlite);
        using var server = await TimelineProcess.Start(database);
        var body = AdminClient.Article().ToJsonString();
        using var socket = await Begin(server, body, 20);
        Assert.True(File.Exists(Lock(database)));

        server.Terminate();
        await NobodyListens(server.Client.BaseAddress!);
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        await socket.GetStream().WriteAsync(Encoding.UTF8.GetBytes(body[20..]), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(socket.GetStream());
        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
        Assert.Equal(0, await server.End());
        Assert.False(File.Exists(Lock(database)));
        forget();
    }

    [Fact]
    public async Task What_takes_longer_than_the_server_may_go_on_is_cut_and_it_ends_in_good_order()
    {
        var (database, forget) = databases.Create(DatabaseKind.Sqlite);
        using var server = await TimelineProcess.Start(database, "--Timeline:Drain=1");
        using var socket = await Begin(server, AdminClient.Article().ToJsonString(), 1);

        server.Terminate();

        Assert.Equal(0, await server.End());
        Assert.False(File.Exists(Lock(database)));
        forget();
    }

    [Fact]
    public async Task A_failure_is_one_line_of_JSON_on_standard_error_with_the_traceId_of_its_answer()
    {
        var (database, forget) = databases.Create(DatabaseKind.Sqlite);
        using var server = await TimelineProcess.Start(database, "--Timeline:ExtractionDeadline=0.1");
        using (var store = Store.Open(new Settings { ConnectionString = database }.ToStoreOptions(), TimeProvider.System, serve: false))
        {
            await store.Write(
                "test",
                transaction =>
                {
                    transaction.Execute($"drop table alias");
                    return true;
                },
                TestContext.Current.CancellationToken
            );
        }

        var broken = await ApiResponse.ReadAsync(
            await server.Client.GetAsync("/v1/events?actor=putin", TestContext.Current.CancellationToken)
        );
        // The first reading loads dictionaries and compiles; it cannot be done in a tenth of a second.
        var text = AdminClient.Article(string.Concat(Enumerable.Repeat(AdminClient.Story + " ", 1_000))).ToJsonString();
        using var content = new StringContent(text, Encoding.UTF8, "application/json");
        var busy = await ApiResponse.ReadAsync(
            await server.Client.PostAsync("/v1/extractions", content, TestContext.Current.CancellationToken)
        );
        server.Terminate();
        await server.End();

        Assert.Equal((HttpStatusCode.InternalServerError, HttpStatusCode.ServiceUnavailable), (broken.Status, busy.Status));
        var lines = server.Errors.Select(line => JsonNode.Parse(line)!).ToList();
        foreach (var (answer, level) in ((ApiResponse, string)[])[(broken, "Error"), (busy, "Warning")])
        {
            var line = Assert.Single(lines, line => (string?)line["State"]?["TraceId"] == (string)answer.Json["traceId"]!);
            Assert.Equal((level, (int)answer.Status), ((string)line["LogLevel"]!, (int)line["State"]!["Status"]!));
            Assert.NotEmpty((string)line["Exception"]!);
        }

        forget();
    }

    /// <summary>A connection on which an article is being posted, of whose body so many bytes have been sent.</summary>
    private static async Task<TcpClient> Begin(TimelineProcess server, string body, int sent)
    {
        var socket = new TcpClient();
        await socket.ConnectAsync(server.Client.BaseAddress!.Host, server.Client.BaseAddress.Port);
        var head =
            $"POST /v1/extractions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n";
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head + body[..sent]));
        // Once another request has been answered, this one has been taken up.
        await server.Client.GetAsync("/health/ready");
        return socket;
    }

    private static string Lock(string database) => database["Data Source=".Length..] + ".lock";

    private static async Task NobodyListens(Uri address)
    {
        while (true)
        {
            using var other = new TcpClient();
            try
            {
                await other.ConnectAsync(address.Host, address.Port);
            }
            catch (SocketException)
            {
                return;
            }

            await Task.Delay(20);
        }
    }
}
