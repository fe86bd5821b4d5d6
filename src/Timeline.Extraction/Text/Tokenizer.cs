namespace Timeline.Extraction.Text;

/// <summary>
/// Cuts text into tokens as the Penn Treebank does, but keeps hyphenated words whole. One pass; every character is looked at a bounded
/// number of times.
/// </summary>
internal sealed class Tokenizer
{
    private static readonly string[] Elided = ["em", "til", "cause", "tis", "twas", "n", "bout", "round"];

    private readonly string _text;
    private readonly List<Token> _tokens;
    private readonly Dictionary<string, WordForm> _forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordForm>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private bool _inDouble,
        _inSingle;

    private Tokenizer(string text)
    {
        _text = text;
        _tokens = new(text.Length / 5 + 1);
        _lookup = _forms.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static Token[] Tokenize(string text, List<int> paragraphs, CancellationToken cancel)
    {
        var tokenizer = new Tokenizer(text);
        tokenizer.Run(paragraphs, cancel);
        return [.. tokenizer._tokens];
    }

    private void Run(List<int> paragraphs, CancellationToken cancel)
    {
        var (at, paragraph) = (0, 0);
        while (at < _text.Length)
        {
            if ((_tokens.Count & 0xfff) == 0)
                cancel.ThrowIfCancellationRequested();
            // A quotation never stays open into the next paragraph: one stray mark must not turn the rest around.
            if (paragraph < paragraphs.Count && at >= paragraphs[paragraph])
                (paragraph, _inDouble, _inSingle) = (paragraph + 1, false, false);
            at = char.IsWhiteSpace(_text[at]) ? at + 1 : Next(at);
        }
    }

    private int Next(int at)
    {
        var c = _text[at];
        if (CharacterClasses.IsLetter(_text, at))
            return WebAddress.FindEnd(_text, at) is > 0 and var end ? Add(at, end, TokenKind.Word) : Word(at);
        if (char.IsDigit(c))
            return Word(at);
        if (c is '"' or '“' or '”' or '„' or '«' or '»' or '‟')
            return DoubleQuote(at, 1);
        if (c is '\'' or '’' or '‘' or '‚' or '`' or '‹' or '›')
            return SingleQuote(at);
        if (c == '@' && at + 1 < _text.Length && char.IsLetterOrDigit(_text[at + 1]) && !Glued(at))
            return Add(at, WordEnd(at + 1), TokenKind.Word);
        return Sign(at);
    }

    private int Word(int at)
    {
        var end = WordEnd(at);
        var cut = Clitics.IndexIn(_text.AsSpan(at, end - at));
        if (cut > 0)
        {
            Add(at, at + cut, KindAt(at));
            return Add(at + cut, end, TokenKind.Word);
        }
        if (end < _text.Length && _text[end] == '.' && Abbreviations.OwnsFullStop(_text, at, end))
            end++;
        return Add(at, end, KindAt(at));
    }

    private TokenKind KindAt(int at) => char.IsDigit(_text[at]) ? TokenKind.Number : TokenKind.Word;

    private int WordEnd(int at)
    {
        var end = at;
        while (end < _text.Length)
        {
            if (CharacterClasses.IsWordPart(_text, end))
                end += char.IsHighSurrogate(_text[end]) ? 2 : 1;
            else if (end > at && CharacterClasses.JoinsWordParts(_text, at, end))
                end++;
            else
                break;
        }
        return end;
    }

    private int DoubleQuote(int at, int length)
    {
        var opens = _text[at] switch
        {
            '“' or '„' or '«' => true,
            '”' or '»' => false,
            _ => Opens(at, at + length, _inDouble),
        };
        _inDouble = opens;
        return Add(at, at + length, opens ? TokenKind.OpenQuote : TokenKind.CloseQuote);
    }

    private int SingleQuote(int at)
    {
        var c = _text[at];
        if (at + 1 < _text.Length && _text[at + 1] == c && c is '\'' or '`' or '’' or '‘')
            return DoubleQuote(at, Twice(at) ? 2 : 1);
        if (c is '‘' or '‚' or '‹' or '`')
        {
            _inSingle = true;
            return Add(at, at + 1, TokenKind.OpenQuote);
        }
        if (Elision(at) is > 0 and var end)
            return Add(at, end, char.IsDigit(_text[at + 1]) ? TokenKind.Number : TokenKind.Word);
        var glued = Glued(at);
        if (c == '\'' && !glued && at + 1 < _text.Length && !char.IsWhiteSpace(_text[at + 1]))
        {
            _inSingle = true;
            return Add(at, at + 1, TokenKind.OpenQuote);
        }
        // After a word and with nothing open it is the possessive of a plural: the leaders' meeting.
        var closes = _inSingle || !glued || !char.IsLetterOrDigit(_text[at - 1]);
        _inSingle = false;
        return Add(at, at + 1, closes ? TokenKind.CloseQuote : TokenKind.Word);
    }

    private bool Twice(int at) => at + 1 < _text.Length && _text[at + 1] == _text[at];

    // The end of '90s, 'em and the like, or 0.
    private int Elision(int at)
    {
        if (_text[at] == '›' || Glued(at) || at + 1 >= _text.Length)
            return 0;
        if (char.IsDigit(_text[at + 1]))
            return at + 2 < _text.Length && char.IsDigit(_text[at + 2]) ? WordEnd(at + 1) : 0;
        foreach (var word in Elided)
        {
            if (
                _text.AsSpan(at + 1).StartsWith(word, StringComparison.OrdinalIgnoreCase)
                && (at + 1 + word.Length >= _text.Length || !char.IsLetterOrDigit(_text[at + 1 + word.Length]))
            )
            {
                return at + 1 + word.Length;
            }
        }

        return 0;
    }

    private bool Opens(int start, int end, bool inside)
    {
        var spaceAfter = end >= _text.Length || char.IsWhiteSpace(_text[end]);
        if (spaceAfter)
            return false;
        if (!Glued(start))
            return true;
        return !inside && !char.IsPunctuation(_text[end]) && _text[start - 1] is '-' or '–' or '—' or '/';
    }

    // Whether something other than space or an opening sign stands right before.
    private bool Glued(int at) =>
        at > 0 && !char.IsWhiteSpace(_text[at - 1]) && _text[at - 1] is not ('(' or '[' or '{' or '“' or '"' or '‘' or '«' or '\'' or '`');

    private int Sign(int at)
    {
        var c = _text[at];
        var end = at + 1;
        if (char.IsHighSurrogate(c) && end < _text.Length && char.IsLowSurrogate(_text[end]))
        {
            end++;
        }
        else if (CharacterClasses.FormsRuns(c))
        {
            while (end < _text.Length && _text[end] == c)
                end++;
        }

        return Add(at, end, char.IsPunctuation(c) && c is not ('%' or '@' or '#' or '&' or '*') ? TokenKind.Punctuation : TokenKind.Symbol);
    }

    private int Add(int start, int end, TokenKind kind)
    {
        var spelling = _text.AsSpan(start, end - start);
        if (!_lookup.TryGetValue(spelling, out var form))
        {
            var text = spelling.ToString();
            form = new(text, text.Replace('’', '\'').ToLowerInvariant());
            _forms.Add(text, form);
        }
        _tokens.Add(new(start, end, form, kind, PosTag.Sign));
        return end;
    }
}
