using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;
using Swashbuckle.AspNetCore.SwaggerGen;
using Timeline.Api.Http;

namespace Timeline.Api.Hosting.OpenApi;

/// <summary>The API document (OpenAPI 3.1) and Swagger UI, which shows it.</summary>
public static class ApiDocument
{
    /// <summary>The name of the security scheme of keys.</summary>
    public const string KeyScheme = "key";

    public const string Path = "/swagger/v1/swagger.json";

    /// <summary>Answers that belong to no operation, since they come before one is found or instead of it.</summary>
    private const string Everywhere =
        " Every answer that is not a success is `application/problem+json` (RFC 9457) whose `code` and `errors[].code` are explained "
        + "at `/problems/{code}`. Besides what each operation lists: 404 where there is nothing at a path, 405 with `Allow` for "
        + "another method, 414 for an address beyond 8 KB, 431 for headers beyond 32 KB.";

    private static readonly (string Name, string Meaning)[] Tags =
    [
        ("Events", "What happened, is going on or is expected, with dates as precise as they are known."),
        ("Claims", "Who says what about an event, and who answers."),
        ("Actors", "People, organisations, states and media, under all their names."),
        ("Articles", "The sources, and the passages that claims are based on."),
        ("Charts", "Numbers for charts."),
        ("Feeds", "The timeline in other programs' formats."),
        ("Review", "What a machine pulled out, and what people decide on it."),
        ("Changes", "What has changed since."),
        ("Keys", "Who may write."),
        ("Health", "Whether the server is well."),
    ];

    public static void AddApiDocument(this IServiceCollection services) =>
        services
            .AddEndpointsApiExplorer()
            .AddSwaggerGen(document =>
            {
                document.SwaggerDoc(
                    "v1",
                    new OpenApiInfo
                    {
                        Title = "Timeline",
                        Version = "v1",
                        Description =
                            "A sourced timeline of who claims what happened when, read from news articles. Dates are EDTF (ISO 8601-2) "
                            + "and always carry their bounds; every claim points into its article."
                            + Everywhere,
                        Contact = new OpenApiContact { Name = "The Timeline authors" },
                        License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
                    }
                );
                document.AddSecurityDefinition(
                    KeyScheme,
                    new OpenApiSecurityScheme
                    {
                        Type = SecuritySchemeType.Http,
                        Scheme = "bearer",
                        BearerFormat = "tl_<id>_<secret>",
                        Description = "A key from `keys create`, or the one that the first start prints. Reading takes none.",
                    }
                );
                document.AddServer(new OpenApiServer { Url = "/", Description = "This server" });
                document.SupportNonNullableReferenceTypes();
                document.NonNullableReferenceTypesAsRequired();
                document.DescribeAllParametersInCamelCase();
                document.IncludeXmlComments(System.IO.Path.Combine(AppContext.BaseDirectory, "Timeline.Api.xml"));
                document.CustomOperationIds(api =>
                    api.ActionDescriptor.EndpointMetadata.OfType<IEndpointNameMetadata>().LastOrDefault()?.EndpointName
                );
                document.DocInclusionPredicate((_, api) => api.HttpMethod != "HEAD");
                document.OperationFilter<OperationDetails>();
                document.SchemaFilter<PlainSchemas>();
                document.SchemaFilter<ListedWords>();
                document.DocumentFilter<TagMeanings>();
            });

    public static void UseApiDocument(this WebApplication app) =>
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments("/swagger"),
            swagger =>
                swagger.UseSwaggerUI(ui =>
                {
                    ui.SwaggerEndpoint(Path, "Timeline v1");
                    ui.DocumentTitle = "Timeline API";
                    ui.DisplayRequestDuration();
                    ui.EnableDeepLinking();
                })
        );

    /// <summary>Serves the document, which is made once: it hangs on nothing but the program.</summary>
    public static void MapApiDocument(this WebApplication app)
    {
        var document = new Lazy<byte[]>(() => Serialize(app.Services.GetRequiredService<ISwaggerProvider>()));
        app.MapMethods(
                Path,
                RouteDeclarations.Reading,
                (HttpContext http) =>
                {
                    http.Response.Headers.CacheControl = "no-cache";
                    return TypedResults.Bytes(
                        document.Value,
                        Json.ContentType,
                        entityTag: EntityTagHeaderValue.Parse(ConditionalResult.StrongTag(document.Value))
                    );
                }
            )
            .WithParameters([])
            .ExcludeFromDescription();
    }

    private static byte[] Serialize(ISwaggerProvider provider)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        provider.GetSwagger("v1").SerializeAs(OpenApiSpecVersion.OpenApi3_1, new OpenApiJsonWriter(text));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Names the tags that operations use, in the order in which a reader meets them.</summary>
    private sealed class TagMeanings : IDocumentFilter
    {
        public void Apply(OpenApiDocument document, DocumentFilterContext context)
        {
            var used = context
                .ApiDescriptions.SelectMany(api =>
                    api.ActionDescriptor.EndpointMetadata.OfType<Microsoft.AspNetCore.Http.Metadata.ITagsMetadata>()
                )
                .SelectMany(tags => tags.Tags)
                .ToHashSet();
            document.Tags = Tags.Where(tag => used.Contains(tag.Name))
                .Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Meaning })
                .ToHashSet();
        }
    }

    /// <summary>Answers may gain members under <c>/v1</c>, so no schema forbids them; a page is named for what it holds.</summary>
    private sealed class PlainSchemas : ISchemaFilter
    {
        public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
        {
            if (schema is not OpenApiSchema concrete)
                return;
            concrete.AdditionalPropertiesAllowed = true;
            concrete.AdditionalProperties = null;
            foreach (var name in NullableReferences(context.Type, concrete))
            {
                concrete.Properties![name] = new OpenApiSchema
                {
                    OneOf = [concrete.Properties[name], new OpenApiSchema { Type = JsonSchemaType.Null }],
                };
            }

            if (context.Type == typeof(int) || context.Type == typeof(long))
                concrete.Format = context.Type == typeof(int) ? "int32" : "int64";
        }

        /// <summary>Members that may be null and that a reference describes, which cannot say so itself.</summary>
        private static List<string> NullableReferences(Type type, OpenApiSchema schema)
        {
            var nullability = new NullabilityInfoContext();
            return
            [
                .. type.GetProperties()
                    .Select(property => (Name: System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(property.Name), property))
                    .Where(pair =>
                        schema.Properties is { } known
                        && known.TryGetValue(pair.Name, out var member)
                        && member is OpenApiSchemaReference
                        && nullability.Create(pair.property).ReadState == NullabilityState.Nullable
                    )
                    .Select(pair => pair.Name),
            ];
        }
    }
}
