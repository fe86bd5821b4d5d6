using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>Follows a speaker from line to line: a quotation that stands alone belongs to who was quoted right before it.</summary>
internal sealed class Carried
{
    private Draft? _speaker;
    private int _paragraph = -1;
    private bool _open;

    /// <summary>Whether the line goes on with what a transcript gives a speaker, and so is nobody else's; it is added to it then.</summary>
    public bool Takes(Line line)
    {
        if (_speaker?.Reading != Labels.Reading || line.Paragraph != _paragraph)
            return false;
        _speaker.Carry(line.Tokens(0, line.Count));
        return true;
    }

    public void Follow(Line line, List<Draft> found)
    {
        if (_speaker is { } speaker && found.Count == 0 && Alone(line) && (line.Paragraph == _paragraph || _open || speaker.Awaits))
        {
            speaker.Carry(line.Tokens(0, QuotationsEnd(line)));
        }
        else
        {
            _speaker =
                found.LastOrDefault(draft => draft.Awaits)
                ?? found.LastOrDefault(draft => draft.IsDirect && draft.Reading.TakesQuote)
                ?? found.LastOrDefault(draft =>
                    draft.Reading.Manner == Manner.Said && (draft.Reading.TakesQuote || draft.Reading == Labels.Reading)
                );
        }

        _paragraph = line.Paragraph;
        _open = EndsOpen(line);
    }

    private static bool Alone(Line line)
    {
        for (var i = 0; i < line.Count; i++)
        {
            if (!line.IsQuotation(i) && !line.IsBreak(i))
                return false;
        }

        return line.IsQuotation(0);
    }

    private static int QuotationsEnd(Line line)
    {
        var end = line.Count;
        while (end > 1 && !line.IsQuotation(end - 1))
            end--;
        return end;
    }

    private static bool EndsOpen(Line line)
    {
        for (var i = line.Count - 1; i >= 0; i--)
        {
            if (line.IsQuotation(i))
                return line.Document.Tokens[line[i].End - 1].Kind != TokenKind.CloseQuote;
        }

        return false;
    }
}
