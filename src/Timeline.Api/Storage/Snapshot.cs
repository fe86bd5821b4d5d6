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
            var row = ReadState();
            return (row.Id, row.Seq);
        }
    }

    /// <summary>The same for what the reader sees: a draft leaves what everyone sees as it was.</summary>
    public (string Database, long Seq) StateFor(Visibility view)
    {
        var row = ReadState();
        return (row.Id, view.Review is null ? row.PublicSeq : row.Seq);
    }

    public List<T> Query<T>(Sql sql) => connection.Query<T>(sql);

    /// <inheritdoc cref="Connection.Query{T}(Sql, RowReader{T})"/>
    public List<T> Query<T>(Sql sql, RowReader<T> fromRow) => connection.Query(sql, fromRow);

    /// <inheritdoc cref="Connection.ForEach"/>
    public void ForEach(Sql sql, RowAction action) => connection.ForEach(sql, action);

    /// <summary>The only row, or null.</summary>
    public T? QuerySingleOrDefault<T>(Sql sql)
        where T : class => connection.Query<T>(sql) is [var row, ..] ? row : null;

    public long QueryNumber(Sql sql) => connection.Query(sql, row => row.Number(0))[0];

    private StateRow ReadState() =>
        connection.Query($"select id, seq, public_seq from database", row => new StateRow(row.Text(0), row.Number(1), row.Number(2)))[0];

    private sealed record StateRow(string Id, long Seq, long PublicSeq);
}
