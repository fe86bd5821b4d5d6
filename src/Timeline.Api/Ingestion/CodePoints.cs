namespace Timeline.Api.Ingestion;

/// <summary>A text addressed by Unicode code points, as every span of the API is.</summary>
public sealed class CodePoints
{
    private readonly string _text;
    private readonly int[]? _offsets;

    public CodePoints(string text)
    {
        _text = text;
        if (!text.Any(char.IsSurrogate))
        {
            Length = text.Length;
            return;
        }

        var starts = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
            starts.Add(i);
        Length = starts.Count;
        _offsets = [.. starts, text.Length];
    }

    /// <summary>How many code points there are.</summary>
    public int Length { get; }

    /// <summary>The text of a span, cut to what there is.</summary>
    public string Slice(int start, int end)
    {
        var (from, to) = (Math.Clamp(start, 0, Length), Math.Clamp(end, 0, Length));
        if (from >= to)
            return "";
        return _offsets is null ? _text[from..to] : _text[_offsets[from].._offsets[to]];
    }
}
