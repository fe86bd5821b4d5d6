using System.Diagnostics.CodeAnalysis;
using System.Text;
using Timeline.Edtf.Parsing;
using Timeline.Edtf.Writing;

namespace Timeline.Edtf;

public readonly partial struct EdtfDate : ISpanParsable<EdtfDate>, ISpanFormattable, IUtf8SpanFormattable
{
    /// <summary>Reads EDTF of any level; <see cref="FormatException"/> with reason and position for what is none.</summary>
    public static EdtfDate Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan());
    }

    /// <summary>Reads EDTF of any level; <see cref="FormatException"/> with reason and position for what is none.</summary>
    public static EdtfDate Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var date, out var error) ? date : throw new FormatException($"'{text}' at {error.Position}: {error.Reason}");

    /// <summary>Reads EDTF of any level, or tells what cannot stand and where; allocates nothing for a date on its own.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out EdtfDate date, out EdtfError error)
    {
        if (!EdtfParser.TryParse(text, out var point, out var composite, out error))
        {
            date = default;
            return false;
        }

        date = new(point, composite);
        error = default;
        return true;
    }

    /// <summary>The canonical form: read again it gives an equal date, and equal dates have the same one.</summary>
    public override string ToString()
    {
        Span<char> buffer = stackalloc char[128];
        return TryFormat(buffer, out var written) ? buffer[..written].ToString() : ToLongString();
    }

    /// <summary>Writes the canonical form, which is all ASCII; false where it does not fit.</summary>
    public bool TryFormat(Span<char> destination, out int charsWritten)
    {
        var writer = new EdtfWriter(destination);
        writer.Add(_point, _composite);
        charsWritten = writer.Overflowed ? 0 : writer.Written;
        return !writer.Overflowed;
    }

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        TryFormat(destination, out charsWritten);

    bool IUtf8SpanFormattable.TryFormat(
        Span<byte> utf8Destination,
        out int bytesWritten,
        ReadOnlySpan<char> format,
        IFormatProvider? provider
    )
    {
        Span<char> buffer = stackalloc char[128];
        var text = TryFormat(buffer, out var written) ? buffer[..written] : ToLongString().AsSpan();
        return Encoding.ASCII.TryGetBytes(text, utf8Destination, out bytesWritten);
    }

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    static EdtfDate IParsable<EdtfDate>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<EdtfDate>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out EdtfDate result) =>
        TryParse(s, out result, out _);

    static EdtfDate ISpanParsable<EdtfDate>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool ISpanParsable<EdtfDate>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out EdtfDate result) =>
        TryParse(s, out result, out _);

    // Only a set with many members is longer than any buffer on the stack.
    private string ToLongString()
    {
        for (var length = 1024; ; length *= 2)
        {
            var buffer = new char[length];
            if (TryFormat(buffer, out var written))
            {
                return new(buffer, 0, written);
            }
        }
    }
}
