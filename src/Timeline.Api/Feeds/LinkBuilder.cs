namespace Timeline.Api.Feeds;

/// <summary>Absolute addresses, as the client reached the server.</summary>
/// <param name="Root">With a final slash.</param>
/// <param name="Self">What was asked for, query included.</param>
public sealed record LinkBuilder(string Root, string Self)
{
    public static LinkBuilder FromRequest(HttpRequest request)
    {
        var root = $"{request.Scheme}://{request.Host}{request.PathBase}";
        return new LinkBuilder(root + "/", root + request.Path + request.QueryString);
    }

    public string Event(string id) => $"{Root}v1/events/{id}";

    public string Claim(string id) => $"{Root}v1/claims/{id}";

    public string Actor(string id) => $"{Root}v1/actors/{id}";

    public string Article(string id) => $"{Root}v1/articles/{id}";
}
