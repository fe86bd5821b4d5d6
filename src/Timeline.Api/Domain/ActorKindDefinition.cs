namespace Timeline.Api.Domain;

/// <summary>A kind of actor.</summary>
/// <param name="Name">As the API writes it.</param>
/// <param name="SchemaOrgType">The type in the vocabulary of schema.org.</param>
public sealed record ActorKindDefinition(string Name, string SchemaOrgType)
{
    /// <summary>The type of schema.org for a source of which nothing is known but its name.</summary>
    public const string Organisation = "Organization";

    /// <summary>The type of schema.org for whoever publishes news.</summary>
    public const string NewsMedium = "NewsMediaOrganization";
}
