using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>An attribution that is still being assembled, in items of its sentence.</summary>
internal sealed class AttributionDraft(FoldedSentence sentence, Subject? source, int cueFirst, int cueEnd, CueSense sense, VerbGroup? group)
{
    // So many words of the content decide its stance.
    private const int MaxOpeningWords = 28;
    private readonly List<TokenSpan> _continuations = [];
    private List<TokenSpan>? _tokens;
    private List<Token>? _opening;

    public FoldedSentence Sentence => sentence;
    public Subject? Source => source;
    public int CueFirst => cueFirst;
    public int CueEnd => cueEnd;
    public CueSense Sense => sense;

    /// <summary>The verbs of the cue; null for nouns and "according to".</summary>
    public VerbGroup? Group => group;

    public List<TokenSpan> Content { get; } = [];
    public Subject? Via { get; set; }

    /// <summary>Waits for the quotation of the next sentence: this one ends with a colon.</summary>
    public bool AwaitsQuotation { get; init; }

    public AttributionDraft WithContent(int first, int end)
    {
        if (first < end)
            Content.Add(new(first, end));
        return this;
    }

    /// <summary>Whether the item lies in what somebody else already says.</summary>
    public bool Covers(int item)
    {
        foreach (var part in Content)
        {
            if (part.First <= item && item < part.End)
                return true;
        }

        return cueFirst <= item && item < cueEnd;
    }

    /// <summary>Adds tokens of a following sentence: the quotation goes on there.</summary>
    public void AddContinuation(TokenSpan tokens) => _continuations.Add(tokens);

    public bool IsEmpty => Content.Count + _continuations.Count == 0;

    public bool IsDirect => _continuations.Count > 0 || Content.Any(HasQuotation);

    /// <summary>
    /// The content in tokens, in the order of the text; asked for when the sentence and those it is carried into are read.
    /// </summary>
    public IReadOnlyList<TokenSpan> Tokens =>
        _tokens ??= [.. Content.OrderBy(part => part.First).Select(part => sentence.Tokens(part.First, part.End)), .. _continuations];

    /// <summary>Whether the cue itself is negated: by its verbs, by "no", or by a source that is nobody.</summary>
    public bool IsNegated
    {
        get
        {
            if (group is { Negated: true } || VerbGroups.IsNegation(sentence.Lower(cueFirst - 1)) && !sentence.Is(cueFirst - 1, "no"))
                return true;
            for (var i = cueFirst; i < cueEnd; i++)
            {
                if (sentence.Lower(i) is "no" or "not" or "n't" or "never" or "neither")
                    return true;
            }

            return source is { } who && sentence.Lower(who.First) is "neither" or "nobody" or "none"
                || source is { } few && sentence.Is(few.First, "few");
        }
    }

    /// <summary>The words around the cue's verb and those that open the content, for what stands within a few words.</summary>
    public IEnumerable<string> OpeningWords()
    {
        for (var i = Math.Max(0, cueFirst - 1); i < cueEnd; i++)
            yield return sentence.Lower(i);
        foreach (var word in ContentWords(12))
            yield return word;
    }

    /// <summary>The first words of the content, those inside of quotations among them, lower case, signs left out.</summary>
    public List<string> ContentWords(int most) => [.. ContentTokens().Take(most).Select(token => token.Lower)];

    /// <summary>Index into the content's words of its first finite verb, or null.</summary>
    public int? ContentVerb()
    {
        var at = 0;
        foreach (var token in ContentTokens().Take(24))
        {
            if (token.Tag.IsFinite)
                return at;
            at++;
        }
        return null;
    }

    /// <summary>Whether the content is an order: its own words begin with a verb in its base form.</summary>
    public bool ContentStartsWithBaseVerb() => IsDirect && ContentTokens() is [{ Tag: PosTag.VB }, ..];

    /// <summary>Whether the content tells somebody to do something: "the witness to answer".</summary>
    public bool ContentHasInfinitive()
    {
        var previous = PosTag.Sign;
        foreach (var token in ContentTokens().Take(10))
        {
            if (previous == PosTag.TO && token.Tag == PosTag.VB)
                return true;
            if (token.Tag.IsFinite || token.Is("that"))
                return false;
            previous = token.Tag;
        }
        return false;
    }

    private bool HasQuotation(TokenSpan part)
    {
        for (var i = part.First; i < part.End; i++)
        {
            if (sentence.IsQuotation(i))
                return true;
        }

        return false;
    }

    private List<Token> ContentTokens()
    {
        if (_opening is not null)
            return _opening;
        _opening = new(MaxOpeningWords);
        foreach (var part in Tokens)
        {
            for (var i = part.First; i < part.End && _opening.Count < MaxOpeningWords; i++)
            {
                if (sentence.Document.Tokens[i] is { IsWord: true } token && !(i == part.First && token.Is("that")))
                    _opening.Add(token);
            }
        }

        return _opening;
    }
}
