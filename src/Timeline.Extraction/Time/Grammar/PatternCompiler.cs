using System.Globalization;

namespace Timeline.Extraction.Time;

/// <summary>Compiles the lines of <c>grammar.txt</c>, which tells its own syntax.</summary>
internal sealed class PatternCompiler(Func<string, LexiconEntry> word)
{
    private readonly Dictionary<string, string> _parts = [];
    private readonly List<PatternStep> _steps = [];
    private readonly Queue<string> _tokens = [];
    private int _order;

    /// <summary>The words that a line spells out, so that the lexicon can hold them.</summary>
    public static IEnumerable<string> FindLiterals(IEnumerable<string> lines) =>
        lines
            .Select(line => line.StartsWith('$') ? line[(line.IndexOf('=') + 1)..] : line.Split('\t')[1])
            .SelectMany(SplitTokens)
            .Where(token =>
                token is not ("(" or ")" or "|" or "?") && token[0] is not ('$' or '<' or '=') && token is not ("&word" or "&stop")
            )
            .Select(WithoutPrefixes);

    /// <summary>The pattern of a line, or null where the line only names a part.</summary>
    public TimexPattern? Compile(string line)
    {
        if (line.StartsWith('$'))
        {
            var at = line.IndexOf('=');
            _parts[line[..at].Trim()] = Expand(line[(at + 1)..]);
            return null;
        }

        var columns = line.Split('\t');
        _steps.Clear();
        _tokens.Clear();
        foreach (var token in SplitTokens(Expand(columns[1])))
            _tokens.Enqueue(token);
        var done = Add(new(PatternStepKind.Done, null, 0, 0, 0, false, 0, 0));
        var start = Alternatives()(done);
        if (_tokens.Count > 0)
            throw new FormatException($"The grammar's line '{line}' closes a bracket that it does not open.");
        return new(
            _order++,
            EnumNames<TimexFrameKind>.Parse(columns[0]),
            [.. _steps],
            start,
            ParseConstants(columns.ElementAtOrDefault(2) ?? "")
        );
    }

    private static (Slot, long)[] ParseConstants(string text) =>
        [
            .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(pair => pair.Split('='))
                .Select(pair => (ParseSlot(pair[0]), ParseValue(pair[1]))),
        ];

    private static long ParseValue(string text) =>
        long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : (long)Enum.Parse<CalendarUnit>(text, ignoreCase: true);

    private static Slot ParseSlot(string text) => Enum.Parse<Slot>(text, ignoreCase: true);

    private string Expand(string pattern) =>
        string.Join(' ', SplitTokens(pattern).Select(token => token[0] == '$' ? $"( {_parts[token]} )" : token));

    // Brackets, bars and question marks are tokens of their own.
    private static IEnumerable<string> SplitTokens(string pattern)
    {
        foreach (var part in pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var rest = part;
            if (rest.StartsWith("~(", StringComparison.Ordinal))
                (rest, _) = (rest[1..], 0);
            var after = new Stack<string>();
            while (rest.Length > 1 && rest[^1] is ')' or '?' && rest != "\\)" && rest.Length > 1 && rest[^2] != '\\')
            {
                after.Push(rest[^1..]);
                rest = rest[..^1];
            }

            while (rest.Length > 1 && rest[0] is '(')
            {
                yield return "(";
                rest = rest[1..];
            }

            foreach (var (piece, i) in rest.Split('|').Select((p, i) => (p, i)))
            {
                if (i > 0)
                    yield return "|";
                if (piece.EndsWith('?') && piece.Length > 1)
                {
                    yield return piece[..^1];
                    yield return "?";
                }
                else if (piece.Length > 0)
                {
                    yield return piece;
                }
            }

            foreach (var mark in after)
                yield return mark;
        }
    }

    private static string WithoutPrefixes(string token) => token.TrimStart('~').TrimStart('&').TrimStart('\\');

    // Each part is compiled from its end: given the step that follows, it answers the step to begin with.
    private Func<int, int> Alternatives()
    {
        var ways = new List<Func<int, int>> { Sequence() };
        while (_tokens.TryPeek(out var bar) && bar == "|")
        {
            _tokens.Dequeue();
            ways.Add(Sequence());
        }

        return next => ways.Select(way => way(next)).Aggregate((a, b) => Fork(b, a));
    }

    private Func<int, int> Sequence()
    {
        var parts = new List<Func<int, int>>();
        while (_tokens.TryPeek(out var token) && token is not ("|" or ")"))
        {
            var part = Single();
            if (_tokens.TryPeek(out var mark) && mark == "?")
            {
                _tokens.Dequeue();
                var inner = part;
                part = next => Fork(inner(next), next);
            }

            parts.Add(part);
        }

        return next => parts.AsEnumerable().Reverse().Aggregate(next, (after, part) => part(after));
    }

    private Func<int, int> Single()
    {
        var token = _tokens.Dequeue();
        if (token == "(")
        {
            var inner = Alternatives();
            _tokens.Dequeue();
            return inner;
        }

        if (token == "&word")
            return next => Add(new(PatternStepKind.Any, null, 0, 0, 0, false, next, 0));
        if (token == "&stop")
            return next => Add(new(PatternStepKind.Stop, null, 0, 0, 0, false, next, 0));
        if (token[0] == '&' && token.Length > 1)
            return next => Add(new(PatternStepKind.Ahead, word(token[1..]), 0, 0, 0, false, next, 0));
        var tight = token[0] == '~';
        token = token.TrimStart('~');
        if (token[0] == '=')
        {
            return next =>
                Add(new(PatternStepKind.Number, null, 0, 0, long.Parse(token[1..], CultureInfo.InvariantCulture), tight, next, 0));
        }

        if (token[0] != '<' || token.Length == 1)
            return next => Add(new(PatternStepKind.Word, word(WithoutPrefixes(token)), 0, 0, 0, tight, next, 0));
        var names = token.Trim('<', '>').Split(':');
        return next => Add(new(PatternStepKind.Class, null, ParseSlot(names[0]), ParseSlot(names[^1]), 0, tight, next, 0));
    }

    private int Fork(int first, int other) => Add(new(PatternStepKind.Fork, null, 0, 0, 0, false, first, other));

    private int Add(PatternStep step)
    {
        _steps.Add(step);
        return _steps.Count - 1;
    }
}
