using System.Text;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Fuzzing;

/// <summary>A body as it goes over the wire, with what its headers say of it.</summary>
public sealed record FuzzBody(byte[] Bytes, string? ContentType, string? Coding);

/// <summary>One request.</summary>
/// <param name="Operation">What the document calls it; null where it has no such method or path.</param>
public sealed record FuzzRequest(
    Operation? Operation,
    string Method,
    string Target,
    IReadOnlyList<(string Name, string Value)> Headers,
    FuzzBody? Body
)
{
    private const int Shown = 1_500;

    /// <summary>Sends it as it is: the target is not put in order first.</summary>
    public async Task<ApiResponse> Send(HttpClient client)
    {
        var address = client.BaseAddress!.GetLeftPart(UriPartial.Authority) + Target;
        var asItIs = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        using var request = new HttpRequestMessage(new HttpMethod(Method), new Uri(address, asItIs));
        foreach (var (name, value) in Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (Body is not null)
        {
            request.Content = new ByteArrayContent(Body.Bytes);
            if (Body.ContentType is not null)
                request.Content.Headers.TryAddWithoutValidation("Content-Type", Body.ContentType);
            if (Body.Coding is not null)
                request.Content.Headers.TryAddWithoutValidation("Content-Encoding", Body.Coding);
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await ApiResponse.ReadAsync(response);
    }

    /// <summary>The request for a person who wants to send it again: a body that is text as it is, else in base 64.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"{Method} {Cut(Target)}");
        foreach (var (name, value) in Headers)
            text.Append($"\n    {name}: {Cut(value)}");
        if (Body is null)
            return text.ToString();
        var isText = Body.Bytes.All(value => value is >= 0x20 and < 0x7f or (byte)'\n');
        var body = isText ? Encoding.ASCII.GetString(Body.Bytes) : "base64 " + Convert.ToBase64String(Body.Bytes);
        text.Append($"\n    Content-Type: {Body.ContentType ?? "-"}; Content-Encoding: {Body.Coding ?? "-"}; {Body.Bytes.Length} bytes");
        return text.Append("\n    " + Cut(body)).ToString();
    }

    private static string Cut(string text) => text.Length <= Shown ? text : text[..Shown] + "…";
}
