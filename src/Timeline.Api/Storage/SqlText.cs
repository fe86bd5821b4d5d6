using System.Globalization;

namespace Timeline.Api.Storage;

/// <summary>
/// A statement as the database takes it: its text, with the parameters numbered in order (<c>@p0</c>, <c>@p1</c>, …), and their
/// values. It is written over and over, since most texts only serve to find the statement that was prepared for them.
/// </summary>
internal sealed class SqlText
{
    private readonly List<object> _values = [];
    private char[] _text = new char[4096];
    private int _length;

    public ReadOnlySpan<char> Text => _text.AsSpan(0, _length);

    /// <summary>The value of each parameter; null stands as <see cref="DBNull"/>.</summary>
    public IReadOnlyList<object> Values => _values;

    /// <summary>Holds this statement, and what was held before no longer.</summary>
    public void Set(Sql sql)
    {
        _length = 0;
        _values.Clear();
        sql.WriteTo(this);
    }

    public void Append(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        text.CopyTo(_text.AsSpan(_length));
        _length += text.Length;
    }

    /// <summary>
    /// The bounds of a question come back in each of its parts, and binding one again takes longer than finding it here.
    /// </summary>
    public void AppendParameter(object? value)
    {
        var known = value is long ? _values.IndexOf(value) : -1;
        Append("@p");
        Append(known >= 0 ? known : _values.Count);
        if (known < 0)
            _values.Add(value is bool flag ? (flag ? 1L : 0L) : value ?? DBNull.Value);
    }

    private void Append(int number)
    {
        const int mostDigits = 10;
        Reserve(mostDigits);
        number.TryFormat(_text.AsSpan(_length), out var written, provider: CultureInfo.InvariantCulture);
        _length += written;
    }

    private void Reserve(int more)
    {
        if (_length + more > _text.Length)
            Array.Resize(ref _text, Math.Max(_length + more, 2 * _text.Length));
    }
}
