using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Timeline.Api.Storage;

/// <summary>
/// SQL as it is read: an interpolated string whose holes become parameters, or are spliced in where they are SQL themselves.
/// The same question always gives the same text, so its prepared statement is found again.
/// </summary>
[InterpolatedStringHandler]
public sealed class Sql
{
    private readonly List<Part> _parts;

    public Sql(int literalLength, int formattedCount)
    {
        _ = literalLength;
        _parts = new List<Part>(2 * formattedCount + 1);
    }

    private Sql(string text) => _parts = [new Part(text, null)];

    /// <summary>Nothing, for a filter that is not set.</summary>
    public static Sql None { get; } = new("");

    /// <summary>Text that stands as it is. Never give it anything that came from outside.</summary>
    public static Sql Raw(string text) => new(text);

    /// <summary>A number written into the text: SQLite prepares a statement anew at every run whose limit is bound.</summary>
    public static Sql Raw(long number) => Raw(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>True where nothing was appended yet.</summary>
    public bool IsEmpty => _parts.Count == 0;

    /// <summary>The pieces with the separator between them; <see cref="None"/> where there are none.</summary>
    public static Sql Join(string separator, IEnumerable<Sql> pieces)
    {
        var joined = new Sql(0, 4);
        foreach (var piece in pieces)
        {
            if (!joined.IsEmpty)
                joined.AppendLiteral(separator);
            joined.AppendFormatted(piece);
        }

        return joined.IsEmpty ? None : joined;
    }

    public void AppendLiteral(string text) => _parts.Add(new Part(text, null));

    public void AppendFormatted(Sql part) => _parts.Add(new Part(null, part));

    /// <summary>A list becomes <c>(@a, @b, …)</c>; anything else becomes one parameter.</summary>
    public void AppendFormatted(object? value) => _parts.Add(new Part(null, value));

    internal void WriteTo(SqlText statement)
    {
        foreach (var (text, value) in _parts)
        {
            if (text is not null)
                statement.Append(text);
            else if (value is Sql sql)
                sql.WriteTo(statement);
            else if (value is IEnumerable list and not string and not byte[])
                WriteList(list, statement);
            else
                statement.AppendParameter(value);
        }
    }

    private static void WriteList(IEnumerable list, SqlText statement)
    {
        var first = true;
        foreach (var item in list)
        {
            statement.Append(first ? "(" : ", ");
            statement.AppendParameter(item);
            first = false;
        }

        statement.Append(first ? "(null)" : ")");
    }

    /// <summary>Text; or, where that is null, more SQL or the value of a parameter.</summary>
    private readonly record struct Part(string? Text, object? Value);
}
