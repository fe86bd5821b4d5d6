using Timeline.Api.Domain;

namespace Timeline.Api.Storage;

/// <summary>One state of the data, to read from.</summary>
public sealed class Snapshot(Connection connection)
{
    public Dialect Dialect => connection.Dialect;

    /// <summary>Which database this is and the number of its last change: together they name the state of the data.</summary>
    public (string Database, long Seq) State
    {
        get
        {
            var row = connection.Query<StateRow>($"select id, seq from database")[0];
            return (row.Id, row.Seq);
        }
    }

    /// <summary>The same for what the reader sees: a draft leaves what everyone sees as it was.</summary>
    public (string Database, long Seq) StateFor(Visibility view)
    {
        var row = connection.Query<StateRow>($"select id, seq, public_seq from database")[0];
        return (row.Id, view.Review is null ? row.PublicSeq : row.Seq);
    }

    public List<T> Query<T>(Sql sql) => connection.Query<T>(sql);

    /// <summary>The only row, or null.</summary>
    public T? QuerySingleOrDefault<T>(Sql sql)
        where T : class => connection.Query<T>(sql) is [var row, ..] ? row : null;

    public long QueryNumber(Sql sql) => connection.Query<long>(sql)[0];

    private sealed record StateRow
    {
        public string Id { get; init; } = "";

        public long Seq { get; init; }

        public long PublicSeq { get; init; }
    }
}
