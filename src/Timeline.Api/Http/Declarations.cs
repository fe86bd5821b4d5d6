namespace Timeline.Api.Http;

/// <summary>What endpoints are declared with.</summary>
public static class Declarations
{
    private static readonly string[] Methods = ["GET", "HEAD"];

    /// <summary>Answers GET and HEAD.</summary>
    public static RouteHandlerBuilder MapReading(this IEndpointRouteBuilder group, string path, Delegate handler) =>
        group.MapMethods(path, Methods, handler);

    /// <summary>Says what the ids in the path are, each with an id of the sample timeline.</summary>
    public static RouteHandlerBuilder WithIds(
        this RouteHandlerBuilder endpoint,
        params (string Name, string Meaning, string Example)[] ids
    ) =>
        endpoint.WithMetadata(
            new PathIds([.. ids.Select(id => new Parameter(id.Name, id.Meaning + ".") { Required = true, Example = id.Example })])
        );

    /// <summary>Says what JSON body the endpoint reads, with an example file for the document.</summary>
    public static RouteHandlerBuilder TakesBody<T>(this RouteHandlerBuilder endpoint, string example) =>
        endpoint.WithMetadata(new BodyOf(typeof(T), example));

    /// <summary>Says which scope the key must have.</summary>
    public static RouteHandlerBuilder NeedsKey(this RouteHandlerBuilder endpoint, string scope) =>
        endpoint.WithMetadata(new NeededScope(scope));

    /// <summary>Says which problems this endpoint can end with besides those that follow from its method, parameters, body and key (<see cref="Statuses"/>).</summary>
    public static RouteHandlerBuilder Fails(this RouteHandlerBuilder endpoint, params int[] statuses) =>
        endpoint.WithMetadata(new Failures(statuses));
}

/// <summary>The ids in an endpoint's path.</summary>
public sealed record PathIds(IReadOnlyList<Parameter> All);

/// <summary>The JSON body that an endpoint reads by itself, strictly.</summary>
public sealed record BodyOf(Type Type, string Example);

/// <summary>The scope that an endpoint takes.</summary>
public sealed record NeededScope(string Scope);

/// <summary>A header of an endpoint's successful answers, or of all in a group.</summary>
public sealed record AnswerHeader(string Name, string Meaning, string Example);

/// <summary>The statuses of the problems that an endpoint can end with.</summary>
public sealed record Failures(IReadOnlyList<int> Statuses);
