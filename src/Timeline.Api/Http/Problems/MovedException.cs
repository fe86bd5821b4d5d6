namespace Timeline.Api.Http.Problems;

/// <summary>Ends a request with 308 (RFC 9110) to the same address with the id of what the thing became.</summary>
public sealed class MovedException(string from, string to) : Exception($"'{from}' became '{to}'.")
{
    /// <summary>The id of what it became.</summary>
    public string TargetId => to;

    /// <summary>The address of this request with the new id in it.</summary>
    public string RedirectAddress(HttpRequest request)
    {
        var path = request.Path.Value!.Split('/').Select(part => part == from ? to : part);
        return request.PathBase + string.Join('/', path) + request.QueryString;
    }
}
