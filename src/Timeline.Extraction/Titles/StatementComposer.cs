using Timeline.Extraction.Claims;
using Timeline.Extraction.Events;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Titles;

/// <summary>Puts together who says what: source, cue and content in this order, wherever they stand in the article.</summary>
internal sealed partial class StatementComposer(StageResults results)
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
        // "the mayor's calling it a mistake": the mayor called it so.
        if (title.Words is [.., { Tag: PosTag.POS }])
            title.Words.RemoveAt(title.Words.Count - 1);
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
        // "was quoted by the agency as saying": said.
        var last = _document.Tokens[cue.End - 1];
        if (cue.End - cue.First > 2 && last.Tag == PosTag.VBG && _document.Tokens[cue.End - 2].Is("as"))
            cue = cue with { First = cue.End - 1 };
        var first = _document.Tokens[cue.First];
        if (first.Tag != PosTag.VBG || !CueLexicon.Verbs.TryGetValue(first.Lower, out var senses))
        {
            title.Words.AddRange(TitleWord.FromSpan(_document, cue));
            return;
        }

        title.Words.Add(TitleWord.FromToken(_document, cue.First) with { Text = Inflection.PastForms(senses[0].Lemma).First() });
        title.Words.AddRange(TitleWord.FromSpan(_document, cue with { First = cue.First + 1 }));
    }

    /// <summary>Holm: “We saw no way out”; null where nobody is named.</summary>
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
        if ((said.SourceHead ?? said.Source) is not { } head)
            return;
        var source = WithPartner(head, said);
        var speaker = ClaimSources.SpeakerOf(results, said);
        if (speaker is { } apposed && !IsNamedIn(apposed, source))
            title.Put(results.Actors.Actors[apposed].Name, PosTag.NNP);
        else if (speaker is { } named && IsLastIn(named, source) is { } mention)
            title.Words.AddRange(TitleWord.FromSpan(_document, WithArticle(mention)));
        else
            title.Words.AddRange(TitleWord.FromSpan(_document, source));
    }

    // "the city and its lawyers, who …, said": both say it.
    private TokenSpan WithPartner(TokenSpan head, Attribution said)
    {
        if (said.Source is not { } source || head.End + 1 >= source.End || !_document.Tokens[head.End].Is("and"))
            return head;
        var end = NominalPhrases.EndFrom(_document, head.End + 1, source.End);
        return end > head.End + 1 ? head with { End = end } : head;
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
}
