using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Timeline.Api.Tests.House;

/// <summary>A type that somebody wrote, as it stands in a compiled assembly.</summary>
/// <param name="Name">Without its type parameters.</param>
/// <param name="Namespace">Of a nested type, that of the type around it.</param>
public sealed record DeclaredType(string Name, string Namespace, bool IsNested, string Path)
{
    /// <summary>The types of an assembly beside the tests; those that the compiler or a generator made are left out.</summary>
    public static IReadOnlyList<DeclaredType> ReadAssembly(string file)
    {
        using var stream = new PEReader(File.OpenRead(System.IO.Path.Combine(AppContext.BaseDirectory, file)));
        var metadata = stream.GetMetadataReader();
        return
        [
            .. metadata
                .TypeDefinitions.Select(handle => Read(metadata, metadata.GetTypeDefinition(handle)))
                .Where(type => type.Namespace.Split('.')[0] == "Timeline" && !type.Path.Contains('<')),
        ];
    }

    private static DeclaredType Read(MetadataReader metadata, TypeDefinition type)
    {
        var name = metadata.GetString(type.Name).Split('`')[0];
        if (type.GetDeclaringType() is not { IsNil: false } around)
            return new DeclaredType(name, metadata.GetString(type.Namespace), false, name);
        var outer = Read(metadata, metadata.GetTypeDefinition(around));
        return new DeclaredType(name, outer.Namespace, true, $"{outer.Path}.{name}");
    }
}
