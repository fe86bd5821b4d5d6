using System.Collections.Frozen;
using System.Globalization;
using Microsoft.AspNetCore.StaticAssets;

namespace Timeline.Api.Http;

/// <summary>A query parameter, declared once: the API document shows it so, and <see cref="QueryReader"/> reads it so.</summary>
public sealed record QueryParameter(string Name, string Meaning)
{
    /// <summary>How often a repeatable parameter may be given.</summary>
    public const int MaxValues = 20;

    /// <summary>The JSON type: <c>string</c>, <c>integer</c> or <c>boolean</c>.</summary>
    public string Type { get; init; } = "string";

    /// <summary>The values allowed; null where any text is.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>The names that a comma-separated list may hold, where it holds names of members.</summary>
    public IReadOnlyList<string>? Members { get; init; }

    /// <summary>What holds where the parameter is absent; null where that is nothing, or depends on others.</summary>
    public string? Default
    {
        get;
        init
        {
            field = value;
            _ = int.TryParse(value, CultureInfo.InvariantCulture, out var number);
            DefaultNumber = number;
        }
    }

    /// <summary>The default of an integer.</summary>
    public int DefaultNumber { get; private init; }

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
    private readonly FrozenDictionary<string, QueryParameter> _byName = All.ToFrozenDictionary(parameter => parameter.Name);

    public static DeclaredParameters None { get; } = new([]);

    /// <summary>The parameter of this name; null where there is none.</summary>
    public QueryParameter? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>What the endpoint of this request declares.</summary>
    public static DeclaredParameters For(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<DeclaredParameters>() ?? None;
}

/// <summary>Declares parameters and holds endpoints to what they declare.</summary>
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
