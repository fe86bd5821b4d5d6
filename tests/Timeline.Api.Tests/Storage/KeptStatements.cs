using System.Reflection;
using Timeline.Api.Storage;

namespace Timeline.Api.Tests.Storage;

/// <summary>The statements that a connection keeps, which nothing but a test needs to see.</summary>
internal static class KeptStatements
{
    public static StatementCache Of(Snapshot snapshot) =>
        (StatementCache)Field(Field(snapshot, typeof(Connection)), typeof(StatementCache));

    /// <summary>Drops them all, so that those of the next questions are found alone.</summary>
    public static int Forget(Snapshot snapshot)
    {
        Of(snapshot).Dispose();
        return 0;
    }

    private static object Field(object owner, Type type) =>
        owner.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic).Single(field => field.FieldType == type).GetValue(owner)!;
}
