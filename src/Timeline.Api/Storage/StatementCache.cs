using System.Data.Common;

namespace Timeline.Api.Storage;

/// <summary>The statements prepared on a connection, found again by their text; those that wait longest make room for new ones.</summary>
public sealed class StatementCache(DbConnection connection) : IDisposable
{
    /// <summary>How many there are at most; in SQLite most take 5 to 30 KB, and what asks for several actors takes 130 KB.</summary>
    public const int Capacity = 80;

    private readonly Dictionary<string, Entry> _entries = [];
    private long _uses;

    /// <summary>With the values of their last run.</summary>
    public IEnumerable<DbCommand> All => _entries.Values.Select(entry => entry.Command);

    /// <summary>The statement of this text, prepared when it first runs, with these values.</summary>
    internal DbCommand Find(SqlText statement)
    {
        var values = statement.Values;
        if (!_entries.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(statement.Text, out var entry))
            entry = Add(statement.Text.ToString(), values.Count);
        entry.LastUse = ++_uses;
        for (var i = 0; i < values.Count; i++)
            entry.Command.Parameters[i].Value = values[i];
        return entry.Command;
    }

    /// <summary>Drops all of them; others may be prepared after.</summary>
    public void Dispose()
    {
        foreach (var entry in _entries.Values)
            entry.Command.Dispose();
        _entries.Clear();
    }

    private Entry Add(string text, int parameters)
    {
        if (_entries.Count >= Capacity)
            DropLongestUnused();
        var command = connection.CreateCommand();
        command.CommandText = text;
        for (var i = 0; i < parameters; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@p" + i;
            command.Parameters.Add(parameter);
        }

        return _entries[text] = new Entry(command);
    }

    /// <summary>A quarter goes at once, so that not every new statement looks for the one that has waited longest.</summary>
    private void DropLongestUnused()
    {
        foreach (var (text, entry) in _entries.OrderBy(pair => pair.Value.LastUse).Take(Capacity / 4).ToList())
        {
            entry.Command.Dispose();
            _entries.Remove(text);
        }
    }

    private sealed class Entry(DbCommand command)
    {
        public DbCommand Command => command;

        /// <summary>Counted in uses of all statements.</summary>
        public long LastUse { get; set; }
    }
}
