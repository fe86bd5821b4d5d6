namespace Timeline.Api.Http;

/// <summary>What a route declares about itself: the document is made from it, and the server holds the route to it.</summary>
public static class RouteDeclarations
{
    /// <summary>
    /// The methods of a route that reads. Routes are mapped by the framework's own methods, since a build writes the code that binds
    /// their parameters only where it sees these; else it is made at every start.
    /// </summary>
    public static IReadOnlyList<string> Reading { get; } = ["GET", "HEAD"];

    /// <summary>Says what the ids in the path are.</summary>
    public static RouteHandlerBuilder WithIds(this RouteHandlerBuilder endpoint, params PathId[] ids) =>
        endpoint.WithMetadata(new PathIds(ids));

    /// <summary>Says what JSON body the endpoint reads, with an example file for the document.</summary>
    public static RouteHandlerBuilder WithBody<T>(this RouteHandlerBuilder endpoint, string example) =>
        endpoint.WithMetadata(new DeclaredBody(typeof(T), example));

    /// <summary>Refuses callers without a key of this scope, or a higher one, before anything of the request is read.</summary>
    public static RouteHandlerBuilder RequireKey(this RouteHandlerBuilder endpoint, string scope) =>
        endpoint.WithMetadata(new RequiredScope(scope));

    /// <summary>Lets everyone use a route whose method is one that writes.</summary>
    public static RouteHandlerBuilder AllowEveryone(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new OpenToEveryone());

    /// <summary>Extracts from an article: 429 where too many wait already, 503 where it takes too long.</summary>
    public static RouteHandlerBuilder ExtractsArticle(this RouteHandlerBuilder endpoint) => endpoint.WithFailures(429, 503);

    /// <summary>Decides on something: 409 where that has been decided already, or contradicts what is there.</summary>
    public static RouteHandlerBuilder Decides(this RouteHandlerBuilder endpoint) => endpoint.WithFailures(409);

    /// <summary>
    /// Says which problems this endpoint can end with besides those that follow from its method, ids, parameters, body and key.
    /// </summary>
    public static RouteHandlerBuilder WithFailures(this RouteHandlerBuilder endpoint, params int[] statuses) =>
        endpoint.WithMetadata(new DeclaredFailures(statuses));
}

/// <summary>The ids in an endpoint's path.</summary>
public sealed record PathIds(IReadOnlyList<PathId> All);

/// <summary>The JSON body that an endpoint reads by itself, strictly.</summary>
public sealed record DeclaredBody(Type Type, string Example);

/// <summary>Marks endpoints whose callers may send a key.</summary>
public sealed record AcceptsKey;

/// <summary>The scope that the key of an endpoint's caller must have.</summary>
public sealed record RequiredScope(string Scope);

/// <summary>Marks an endpoint that needs no key although its method is one that writes.</summary>
public sealed record OpenToEveryone;

/// <summary>A header of an endpoint's successful answers, or of all in a group.</summary>
public sealed record ResponseHeader(string Name, string Meaning, string Example);

/// <summary>The statuses of the problems that an endpoint can end with.</summary>
public sealed record DeclaredFailures(IReadOnlyList<int> Statuses);
