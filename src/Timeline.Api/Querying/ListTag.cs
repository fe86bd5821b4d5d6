using System.Globalization;
using System.Reflection;
using Timeline.Api.Domain;
using Timeline.Api.Storage;

namespace Timeline.Api.Querying;

/// <summary>The tag of whatever is read from a whole view of the data: lists, charts, feeds.</summary>
public static class ListTag
{
    private static readonly string ProgramVersion = typeof(ListTag)
        .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
        .InformationalVersion.Split('+')[0];

    /// <summary>A weak tag (RFC 9110): it holds for one state of the data, one version of the program and one view.</summary>
    public static string For(Snapshot snapshot, Visibility visibility)
    {
        var (database, seq) = snapshot.StateFor(visibility);
        var view = visibility.Owner ?? visibility.Review ?? (visibility.ReadsEveryText ? "texts" : "public");
        return string.Create(CultureInfo.InvariantCulture, $"W/\"{database}-{seq}-{ProgramVersion}-{view}\"");
    }
}
