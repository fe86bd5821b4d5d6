using System.Text.Json;
using Timeline.Api.Http.Problems;

namespace Timeline.Api.Http;

/// <summary>
/// Prevents overwriting a version that the client has not seen: changing and deleting take the thing's tag in <c>If-Match</c> (RFC
/// 9110).
/// </summary>
public static class Preconditions
{
    /// <summary>
    /// 428 without <c>If-Match</c> or with <c>*</c>, which names no version; 412 where it names none of the forms in which the
    /// caller can have seen the thing.
    /// </summary>
    public static void Check<T>(HttpContext http, params ReadOnlySpan<T> seen)
    {
        var given = http.Request.Headers.IfMatch.SelectMany(line => line!.Split(',', StringSplitOptions.TrimEntries)).ToList();
        if (given.TrueForAll(tag => tag is "" or "*"))
        {
            throw ProblemCatalogue.PreconditionRequired.With("Send the ETag that you have seen as 'If-Match'; '*' names none.");
        }

        var current = "";
        foreach (var form in seen)
        {
            current = ConditionalResult.StrongTag(JsonSerializer.SerializeToUtf8Bytes(form, Json.Options));
            if (given.Contains(current))
                return;
        }

        throw new ProblemException(ProblemCatalogue.PreconditionFailed) { Detail = "It has changed since.", CurrentETag = current };
    }
}
