using Timeline.Api.Hosting.OpenApi;

namespace Timeline.Api.Http;

/// <summary>What endpoints are declared with.</summary>
public static class RouteDeclarations
{
    private static readonly string[] Methods = ["GET", "HEAD"];

    /// <summary>Answers GET and HEAD.</summary>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder group, string path, Delegate handler) =>
        group.MapMethods(path, Methods, handler);

    /// <summary>Says what the ids in the path are, each with an id of the sample timeline.</summary>
    public static RouteHandlerBuilder WithIds(
        this RouteHandlerBuilder endpoint,
        params (string Name, string Meaning, string Example)[] ids
    ) =>
        endpoint.WithMetadata(
            new PathIds([.. ids.Select(id => new QueryParameter(id.Name, id.Meaning + ".") { Required = true, Example = id.Example })])
        );

    /// <summary>Says what JSON body the endpoint reads, with an example file for the document.</summary>
    public static RouteHandlerBuilder WithBody<T>(this RouteHandlerBuilder endpoint, string example) =>
        endpoint.WithMetadata(new DeclaredBody(typeof(T), example));

    /// <summary>Says which scope the key must have.</summary>
    public static RouteHandlerBuilder RequireKey(this RouteHandlerBuilder endpoint, string scope) =>
        endpoint.WithMetadata(new RequiredScope(scope));

    /// <summary>Says which problems this endpoint can end with besides those that follow from its method, parameters, body and key (<see cref="OperationStatuses"/>).</summary>
    public static RouteHandlerBuilder WithFailures(this RouteHandlerBuilder endpoint, params int[] statuses) =>
        endpoint.WithMetadata(new DeclaredFailures(statuses));
}

/// <summary>The ids in an endpoint's path.</summary>
public sealed record PathIds(IReadOnlyList<QueryParameter> All);

/// <summary>The JSON body that an endpoint reads by itself, strictly.</summary>
public sealed record DeclaredBody(Type Type, string Example);

/// <summary>The scope that an endpoint takes.</summary>
public sealed record RequiredScope(string Scope);

/// <summary>A header of an endpoint's successful answers, or of all in a group.</summary>
public sealed record ResponseHeader(string Name, string Meaning, string Example);

/// <summary>The statuses of the problems that an endpoint can end with.</summary>
public sealed record DeclaredFailures(IReadOnlyList<int> Statuses);
