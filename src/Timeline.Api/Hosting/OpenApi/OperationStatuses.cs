using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Timeline.Api.Actors;
using Timeline.Api.Articles;
using Timeline.Api.Claims;
using Timeline.Api.Domain;
using Timeline.Api.Events;
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
        // A query may hold a parameter that is unknown, a request may name a host that is not ours.
        IEnumerable<int> all = [400, .. metadata.OfType<DeclaredFailures>().SelectMany(failures => failures.Statuses)];
        // Whoever sends a key is told when it is not in force, even where none is needed.
        if (needsKey || operation.RelativePath!.StartsWith("v1/", StringComparison.Ordinal))
            all = [.. all, 401];
        if (needsKey || HasParameter(metadata, "review"))
            all = [.. all, 403];
        if (metadata.OfType<DeclaredBody>().Any())
            all = [.. all, 413, 415];
        if (IsConditional(operation))
            all = [.. all, 412, 428];
        if (Creates(operation))
            all = [.. all, 409, 422];
        if (Injects<Store>(metadata))
            all = [.. all, 503];
        if (needsKey && Injects<Store>(metadata) && operation.HttpMethod != "GET")
            all = [.. all, 507];
        return [.. all.Concat(metadata.OfType<PathIds>().SelectMany(path => path.All).SelectMany(FailuresOfId)).Distinct().Order()];
    }

    /// <summary>True where the client must have seen what it changes.</summary>
    public static bool IsConditional(ApiDescription operation) => operation.HttpMethod is "PATCH" or "DELETE";

    /// <summary>True where a request that is sent again with its <c>Idempotency-Key</c> does nothing twice.</summary>
    public static bool Creates(ApiDescription operation) => operation.SupportedResponseTypes.Any(answer => answer.StatusCode == 201);

    private static bool HasParameter(IList<object> metadata, string name) =>
        metadata.OfType<DeclaredParameters>().LastOrDefault()?.All.Any(parameter => parameter.Name == name) ?? false;

    private static bool Injects<T>(IList<object> metadata) =>
        metadata.OfType<MethodInfo>().SelectMany(handler => handler.GetParameters()).Any(parameter => parameter.ParameterType == typeof(T));

    /// <summary>What was merged moves, what was deleted is gone; the kind is told by the example.</summary>
    private static int[] FailuresOfId(QueryParameter id) =>
        id.Example switch
        {
            SampleIds.Actor => [308, 404],
            SampleIds.Event => [308, 404, 410],
            SampleIds.Claim or SampleIds.Article => [404, 410],
            _ => [404],
        };
}
