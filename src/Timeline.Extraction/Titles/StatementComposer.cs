using Timeline.Extraction.Claims;
using Timeline.Extraction.Events;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Titles;

/// <summary>Puts together who says what: source, cue and content in this order, wherever they stand in the article.</summary>
internal sealed class StatementComposer(StageResults results)
{
    private const int LongestAddressee = 8;

    private readonly Document _document = results.Document;

    /// <summary>"Holm told the council that the plan was dead", also of “The plan is dead,” Holm told the council.</summary>
    public TitleDraft Compose(int claim)
    {
        var said = results.Attributions[claim];
        var title = new TitleDraft([], said.Cue.End - 1, null);
        AddSource(title, said);
        var content = FirstContent(said);
        var isBehind = content.Count > 0 && content[0].First < said.Cue.First;
        var cue = said.Cue;
        if (_document.Tokens[cue.First].Is("according"))
            return ComposeAccording(said, content);
        AddCue(title, cue);
        if (isBehind)
        {
            title.Words.AddRange(TitleWord.FromSpan(_document, new(cue.End, AddresseeEnd(cue.End))));
            if (said.IsDirect)
                title.Put(":", PosTag.Sign, glued: true);
            else
                title.Put("that", PosTag.IN);
        }
        else if (
            content.Count > 0
            && content[0].First > cue.End
            && content[0].First - cue.End <= 2 * LongestAddressee
            && _document.SentenceOf(content[0].First) == _document.SentenceOf(cue.First)
        )
        {
            title.Words.AddRange(TitleWord.FromSpan(_document, new(cue.End, content[0].First)));
        }

        foreach (var part in content)
            AddContent(title, part);
        return title;
    }

    // "…, calling it a mistake": the speaker called it so.
    private void AddCue(TitleDraft title, TokenSpan cue)
    {
        var first = _document.Tokens[cue.First];
        if (first.Tag != PosTag.VBG || !CueLexicon.Verbs.TryGetValue(first.Lower, out var senses))
        {
            title.Words.AddRange(TitleWord.FromSpan(_document, cue));
            return;
        }

        title.Words.Add(TitleWord.FromToken(_document, cue.First) with { Text = Inflection.PastForms(senses[0].Lemma).First() });
        title.Words.AddRange(TitleWord.FromSpan(_document, cue with { First = cue.First + 1 }));
    }

    /// <summary>Holm: “We had no choice”; null where nobody is named.</summary>
    public TitleDraft? ComposeQuotation(int claim, TokenSpan words)
    {
        var said = results.Attributions[claim];
        if (said.Source is null)
            return null;
        var title = new TitleDraft([], -1, null, IsQuoted: true);
        AddSource(title, said);
        title.Put(":", PosTag.Sign, glued: true);
        title.Put("“", PosTag.Sign);
        var isFirst = true;
        for (var i = words.First; i < words.End; i++)
        {
            if (_document.Tokens[i].Kind is TokenKind.OpenQuote or TokenKind.CloseQuote || isFirst && !_document.Tokens[i].IsWord)
                continue;
            title.Words.Add(TitleWord.FromToken(_document, i) with { IsGlued = isFirst || TitleWord.FromToken(_document, i).IsGlued });
            isFirst = false;
        }

        title.Put("”", PosTag.Sign, glued: true);
        return title;
    }

    // "…, according to the ministry"
    private TitleDraft ComposeAccording(Attribution said, List<TokenSpan> content)
    {
        var title = new TitleDraft([], -1, null);
        AddSource(title, said);
        title.Put(":", PosTag.Sign, glued: true);
        foreach (var part in content)
            AddContent(title, part);
        return title;
    }

    private void AddSource(TitleDraft title, Attribution said)
    {
        if ((said.SourceHead ?? said.Source) is not { } source)
            return;
        var speaker = ClaimSources.SpeakerOf(results, said);
        if (speaker is { } apposed && !IsNamedIn(apposed, source))
            title.Put(results.Actors.Actors[apposed].Name, PosTag.NNP);
        else if (speaker is { } named && IsLastIn(named, source) is { } mention)
            title.Words.AddRange(TitleWord.FromSpan(_document, WithArticle(mention)));
        else
            title.Words.AddRange(TitleWord.FromSpan(_document, source));
    }

    private bool IsNamedIn(int actor, TokenSpan source)
    {
        foreach (var mention in results.Actors.MentionsBetween(source.First, source.End))
        {
            if (mention.Actor == actor)
                return true;
        }

        return false;
    }

    private TokenSpan WithArticle(TokenSpan mention) =>
        mention.First > 0 && _document.Tokens[mention.First - 1].Is("the") ? mention with { First = mention.First - 1 } : mention;

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
