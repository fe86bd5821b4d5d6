using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Timeline.Api.Http;
using Timeline.Api.Storage;

namespace Timeline.Api.Hosting.OpenApi;

/// <summary>The statuses other than success that an operation can have, as they follow from what its endpoint declares.</summary>
public static class OperationStatuses
{
    /// <summary>
    /// Each once, ascending. Those of no operation (404 for a path, 405, 414, 431) are not among them, nor is 500, which is always a bug.
    /// </summary>
    public static IReadOnlyList<int> FailuresOf(ApiDescription operation)
    {
        var metadata = operation.ActionDescriptor.EndpointMetadata;
        var needsKey = metadata.OfType<RequiredScope>().Any();
        // A query may hold a parameter that is unknown, a request may name another host.
        IEnumerable<int> all = [400, .. metadata.OfType<DeclaredFailures>().SelectMany(failures => failures.Statuses)];
        // A key that is not in force is refused even where none is needed.
        if (metadata.OfType<AcceptsKey>().Any())
            all = [.. all, 401];
        if (needsKey || HasParameter(metadata, "review"))
            all = [.. all, 403];
        if (metadata.OfType<DeclaredBody>().Any())
            all = [.. all, 413, 415];
        if (IsConditional(operation))
            all = [.. all, 412, 428];
        // An Idempotency-Key can be in use, repeat an answer about what was deleted since, or come with another body.
        if (Creates(operation))
            all = [.. all, 409, 410, 422];
        if (Injects<Store>(metadata))
            all = [.. all, 503];
        if (needsKey && Injects<Store>(metadata) && operation.HttpMethod != "GET")
            all = [.. all, 507];
        return [.. all.Concat(metadata.OfType<PathIds>().SelectMany(path => path.All).SelectMany(id => id.Failures)).Distinct().Order()];
    }

    /// <summary>True where the client must have seen what it changes.</summary>
    public static bool IsConditional(ApiDescription operation) => operation.HttpMethod is "PATCH" or "DELETE";

    /// <summary>True where a request that is sent again with its <c>Idempotency-Key</c> does nothing twice.</summary>
    public static bool Creates(ApiDescription operation) => operation.SupportedResponseTypes.Any(answer => answer.StatusCode == 201);

    private static bool HasParameter(IList<object> metadata, string name) =>
        metadata.OfType<DeclaredParameters>().LastOrDefault()?.All.Any(parameter => parameter.Name == name) ?? false;

    private static bool Injects<T>(IList<object> metadata) =>
        metadata.OfType<MethodInfo>().SelectMany(handler => handler.GetParameters()).Any(parameter => parameter.ParameterType == typeof(T));
}
