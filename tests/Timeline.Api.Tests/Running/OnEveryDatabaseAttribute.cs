using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Timeline.Api.Tests.Running;

/// <summary>
/// Runs a theory once for each database, or once for each database and line of an embedded table. Where PostgreSQL is absent its
/// cases are skipped with the reason; under CI they run and fail, so that nobody forgets to install it there.
/// </summary>
/// <param name="table">An embedded table: columns by tab, lines with # are remarks; each column is one argument.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnEveryDatabaseAttribute(string? table = null) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        IReadOnlyList<string[]> lines = table is null
            ?
            [
                [],
            ]
            : [.. Tables.Read(table)];
        return new([.. Enum.GetValues<DatabaseKind>().SelectMany(kind => lines.Select(line => Row(kind, line)))]);
    }

    public override bool SupportsDiscoveryEnumeration() => true;

    private static TheoryDataRow Row(DatabaseKind kind, string[] line) =>
        new([kind, .. line])
        {
            Skip = kind == DatabaseKind.Postgres && Environment.GetEnvironmentVariable("CI") is null ? PostgresServer.Missing : null,
        };
}
