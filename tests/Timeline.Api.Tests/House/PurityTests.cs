using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Timeline.Api.Tests.House;

/// <summary>What the compiled libraries call: no part of the framework that is not pure.</summary>
public class PurityTests
{
    private static readonly string[] Namespaces =
    [
        "System.Net",
        "System.Data",
        "System.Diagnostics",
        "Microsoft",
        "System.Threading.Tasks",
    ];
    private static readonly string[] Harmless =
    [
        "System.Diagnostics.CodeAnalysis",
        "System.Diagnostics.Debugg",
        "System.Diagnostics.UnreachableException",
        "System.Diagnostics.StackTraceHiddenAttribute",
        "Microsoft.CodeAnalysis",
    ];
    private static readonly string[] Types =
    [
        "System.IO.File",
        "System.IO.FileStream",
        "System.IO.FileInfo",
        "System.IO.Directory",
        "System.IO.DirectoryInfo",
        "System.Console",
        "System.TimeProvider",
        "System.Random",
        "System.Security.Cryptography.RandomNumberGenerator",
    ];

    [Theory]
    [InlineData("Timeline.Edtf.dll")]
    [InlineData("Timeline.Extraction.dll")]
    public void A_pure_library_calls_no_file_no_network_no_database_no_console_and_no_clock(string library)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, library)));
        var metadata = file.GetMetadataReader();
        var types = metadata
            .TypeReferences.Select(metadata.GetTypeReference)
            .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")
            .ToList();
        var clocks = metadata
            .MemberReferences.Select(metadata.GetMemberReference)
            .Select(member => metadata.GetString(member.Name))
            .Where(name => name is "get_UtcNow" or "get_Now" or "get_Today");

        Assert.NotEmpty(types);
        Assert.DoesNotContain(
            types,
            type =>
                Types.Contains(type)
                || (
                    Namespaces.Any(space => type.StartsWith(space + ".", StringComparison.Ordinal))
                    && !Harmless.Any(known => type.StartsWith(known, StringComparison.Ordinal))
                )
        );
        Assert.Empty(clocks);
    }
}
