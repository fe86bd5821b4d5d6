using Timeline.Extraction.Claims;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Titles;

/// <content>What was said, as a title takes it.</content>
internal sealed partial class StatementComposer
{
    // "Kremlin spokesman Holm" is Holm; "Kremlin officials" are not the Kremlin.
    private TokenSpan? IsLastIn(int actor, TokenSpan source)
    {
        foreach (var mention in results.Actors.MentionsBetween(source.First, source.End))
        {
            if (mention.Actor == actor && mention.End >= source.End)
                return new(mention.First, mention.End);
        }

        return null;
    }

    // What stands in the sentence of the cue; where nothing does, the first sentence of what follows.
    private List<TokenSpan> FirstContent(Attribution said)
    {
        var sentence = _document.SentenceOf(said.Cue.First);
        var near = new List<TokenSpan>();
        foreach (var part in said.Content)
        {
            if (_document.SentenceOf(part.First) == sentence && part.First >= said.Cue.First - Sentence.MaxTokens)
                near.Add(Within(part));
        }

        if (near.Count == 0 && said.Content.Count > 0)
            near.Add(Within(said.Content[0]));
        if (near.Count > 1 && near[0].First < said.Cue.First && near[1].First > said.Cue.First && IsComplete(near[0]))
            near.RemoveRange(1, near.Count - 1);
        return near;
    }

    private bool IsComplete(TokenSpan part)
    {
        for (var i = part.First; i < part.End; i++)
        {
            if (_document.Tokens[i].Tag.IsFinite)
                return true;
        }

        return false;
    }

    private TokenSpan Within(TokenSpan part) =>
        new(part.First, Math.Min(part.End, _document.Sentences[_document.SentenceOf(part.First)].End));

    private void AddContent(TitleDraft title, TokenSpan part)
    {
        var first = part.First;
        while (first < part.End && _document.Tokens[first].Tag is PosTag.CC)
            first++;
        first = SkipConnection(first, part.End);
        var isClause = _document.Tokens[first].Tag is not (PosTag.TO or PosTag.VBG) && IsComplete(new(first, part.End));
        if (title.Clause < 0 && isClause)
            title.Clause = first;
        var isInside = title.Words.Count > 0 && !title.Words[^1].Is(":");
        title.Words.AddRange(
            TitleWord.FromSpan(_document, new(first, part.End)).Select(word => isInside ? word.AsInside(_document) : word)
        );
    }

    // "It comes as": what follows is the news.
    private int SkipConnection(int first, int end)
    {
        if (first + 3 >= end || _document.Tokens[first].Lower is not ("it" or "this" or "that" or "they"))
            return first;
        return _document.Tokens[first + 1].Lower is "comes" or "came" && _document.Tokens[first + 2].Lower is "as" or "after"
            ? first + 3
            : first;
    }

    private int AddresseeEnd(int at)
    {
        var end = at;
        while (
            end < _document.Tokens.Length
            && end - at < LongestAddressee
            && (_document.Tokens[end].Tag.IsNoun || _document.Tokens[end].Tag is PosTag.DT or PosTag.JJ or PosTag.PRP or PosTag.POS)
            && results.TimeAt(end) is null
        )
        {
            end++;
        }

        return end;
    }
}
