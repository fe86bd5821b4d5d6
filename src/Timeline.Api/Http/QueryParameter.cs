using Microsoft.AspNetCore.StaticAssets;

namespace Timeline.Api.Http;

/// <summary>A query parameter as the API document shows it and the reader of queries enforces it.</summary>
public sealed record QueryParameter(string Name, string Meaning)
{
    /// <summary>How often a repeatable parameter may be given.</summary>
    public const int MostValues = 20;

    /// <summary>The JSON type: <c>string</c>, <c>integer</c> or <c>boolean</c>.</summary>
    public string Type { get; init; } = "string";

    public IReadOnlyList<string>? Choices { get; init; }

    public string? Default { get; init; }

    public int? Minimum { get; init; }

    public int? Maximum { get; init; }

    public bool Repeatable { get; init; }

    /// <summary>A value that returns something from the sample timeline.</summary>
    public string? Example { get; init; }

    public bool Required { get; init; }
}

/// <summary>The parameters that an endpoint takes; any other is refused.</summary>
public sealed record DeclaredParameters(IReadOnlyList<QueryParameter> All)
{
    public static DeclaredParameters None { get; } = new([]);
}

public static class ParameterDeclarations
{
    /// <summary>Declares the endpoint's query parameters, for the document and for the reader.</summary>
    public static TBuilder WithParameters<TBuilder>(this TBuilder endpoint, IReadOnlyList<QueryParameter> parameters)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new DeclaredParameters(parameters));

    /// <summary>
    /// Holds every endpoint of the API to what it declares: what declares nothing takes nothing. Files of the page may have any query,
    /// which their scripts read.
    /// </summary>
    public static void UseDeclaredParameters(this WebApplication app) =>
        app.Use(
            (http, next) =>
            {
                if (http.GetEndpoint() is RouteEndpoint endpoint && endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
                    QueryReader.RejectUndeclared(http);
                return next(http);
            }
        );
}
