namespace Timeline.Api.Http;

public static class ApiDocument
{
    public static void AddApiDocument(this IServiceCollection services) { services.AddEndpointsApiExplorer(); services.AddSwaggerGen(); }

    public static void UseApiDocument(this WebApplication app) { app.UseSwagger(); app.UseSwaggerUI(); }
}
