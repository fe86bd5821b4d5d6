using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>A claim while its line is being read, in items of that line.</summary>
internal sealed class Draft(Line line, Subject? source, int cueFirst, int cueEnd, CueReading reading, VerbGroup? group)
{
    // So many words of the content decide its stance.
    private const int Most = 28;
    private readonly List<Run> _carried = [];
    private List<Run>? _tokens;
    private List<Token>? _opening;

    public Line Line => line;
    public Subject? Source => source;
    public int CueFirst => cueFirst;
    public int CueEnd => cueEnd;
    public CueReading Reading => reading;

    /// <summary>The verbs of the cue; null for nouns and "according to".</summary>
    public VerbGroup? Group => group;

    public List<Run> Content { get; } = [];
    public Subject? Via { get; set; }

    /// <summary>Waits for what the next line quotes: the line ends with a colon.</summary>
    public bool Awaits { get; init; }

    public Draft With(int first, int end)
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

    /// <summary>Adds tokens of a following line: the quotation goes on there.</summary>
    public void Carry(Run tokens) => _carried.Add(tokens);

    public bool IsEmpty => Content.Count + _carried.Count == 0;

    public bool IsDirect => _carried.Count > 0 || Content.Any(HasQuotation);

    /// <summary>The content in tokens, in the order of the text; asked for when the line and those it is carried into are read.</summary>
    public IReadOnlyList<Run> Tokens =>
        _tokens ??= [.. Content.OrderBy(part => part.First).Select(part => line.Tokens(part.First, part.End)), .. _carried];

    /// <summary>Whether the cue itself is negated: by its verbs, by "no", or by a source that is nobody.</summary>
    public bool IsNegated
    {
        get
        {
            if (group is { Negated: true } || VerbGroups.IsNegation(line.Lower(cueFirst - 1)) && !line.Is(cueFirst - 1, "no"))
                return true;
            for (var i = cueFirst; i < cueEnd; i++)
            {
                if (line.Lower(i) is "no" or "not" or "n't" or "never" or "neither")
                    return true;
            }

            return source is { } who && line.Lower(who.First) is "neither" or "nobody" or "none"
                || source is { } few && line.Is(few.First, "few");
        }
    }

    /// <summary>The words around the cue's verb and those that open the content, for what stands within a few words.</summary>
    public IEnumerable<string> Opening()
    {
        for (var i = Math.Max(0, cueFirst - 1); i < cueEnd; i++)
            yield return line.Lower(i);
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
    public bool ContentStartsBare() => IsDirect && ContentTokens() is [{ Tag: Tag.VB }, ..];

    /// <summary>Whether the content tells somebody to do something: "the witness to answer".</summary>
    public bool ContentOrders()
    {
        var previous = Tag.Sign;
        foreach (var token in ContentTokens().Take(10))
        {
            if (previous == Tag.TO && token.Tag == Tag.VB)
                return true;
            if (token.Tag.IsFinite || token.Is("that"))
                return false;
            previous = token.Tag;
        }
        return false;
    }

    private bool HasQuotation(Run part)
    {
        for (var i = part.First; i < part.End; i++)
        {
            if (line.IsQuotation(i))
                return true;
        }

        return false;
    }

    private List<Token> ContentTokens()
    {
        if (_opening is not null)
            return _opening;
        _opening = new(Most);
        foreach (var part in Tokens)
        {
            for (var i = part.First; i < part.End && _opening.Count < Most; i++)
            {
                if (line.Document.Tokens[i] is { IsWord: true } token && !(i == part.First && token.Is("that")))
                    _opening.Add(token);
            }
        }

        return _opening;
    }
}
