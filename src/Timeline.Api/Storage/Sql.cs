using System.Collections;
using System.Runtime.CompilerServices;
using System.Text;

namespace Timeline.Api.Storage;

/// <summary>
/// SQL as it is read: an interpolated string whose holes become parameters, or are spliced in where they are SQL themselves.
/// The same question always gives the same text, so its prepared statement is found again.
/// </summary>
[InterpolatedStringHandler]
public sealed class Sql
{
    private readonly List<object?> _parts = [];

    public Sql(int literalLength, int formattedCount)
    {
        _ = literalLength;
        _ = formattedCount;
    }

    private Sql(object? part) => _parts.Add(part);

    /// <summary>Nothing, for a filter that is not set.</summary>
    public static Sql None { get; } = new(new Literal(""));

    /// <summary>Text that stands as it is. Never give it anything that came from outside.</summary>
    public static Sql Raw(string text) => new(new Literal(text));

    /// <summary>A number written into the text: SQLite prepares a statement anew at every run whose limit is bound.</summary>
    public static Sql Raw(long number) => Raw(number.ToString());

    /// <summary>The pieces with the separator between them; <see cref="None"/> where there are none.</summary>
    public static Sql Join(string separator, IEnumerable<Sql> pieces)
    {
        var joined = new Sql(0, 0);
        foreach (var piece in pieces)
        {
            if (joined._parts.Count > 0)
                joined.AppendLiteral(separator);
            joined._parts.Add(piece);
        }

        return joined;
    }

    public void AppendLiteral(string text) => _parts.Add(new Literal(text));

    public void AppendFormatted(Sql part) => _parts.Add(part);

    /// <summary>A list becomes <c>(@a, @b, …)</c>; anything else becomes one parameter.</summary>
    public void AppendFormatted(object? value) => _parts.Add(value);

    /// <summary>The text with its parameters numbered in order: <c>@p0</c>, <c>@p1</c>, …</summary>
    public (string Text, List<object?> Parameters) Render()
    {
        var text = new StringBuilder();
        var parameters = new List<object?>();
        Write(text, parameters);
        return (text.ToString(), parameters);
    }

    private void Write(StringBuilder text, List<object?> parameters)
    {
        foreach (var part in _parts)
        {
            if (part is Literal literal)
                text.Append(literal.Text);
            else if (part is Sql sql)
                sql.Write(text, parameters);
            else if (part is IEnumerable list and not string and not byte[])
                WriteList(list, text, parameters);
            else
                WriteOne(part, text, parameters);
        }
    }

    private static void WriteList(IEnumerable list, StringBuilder text, List<object?> parameters)
    {
        var first = true;
        foreach (var item in list)
        {
            text.Append(first ? "(" : ", ");
            WriteOne(item, text, parameters);
            first = false;
        }

        text.Append(first ? "(null)" : ")");
    }

    private static void WriteOne(object? value, StringBuilder text, List<object?> parameters)
    {
        // The bounds of a question come back in each of its parts, and binding one again takes longer than finding it here.
        var known = value is long ? parameters.IndexOf(value) : -1;
        text.Append("@p").Append(known >= 0 ? known : parameters.Count);
        if (known < 0)
            parameters.Add(value is bool flag ? (flag ? 1L : 0L) : value);
    }

    private sealed record Literal(string Text);
}
