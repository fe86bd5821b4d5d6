namespace Timeline.Extraction.Time;

/// <summary>
/// All that the text can say about time, ready to be matched: the lexicon and the patterns, found by the word or class they begin with.
/// </summary>
internal sealed class TimexGrammar
{
    private readonly TimexPattern[][] _byClass = new TimexPattern[64][];
    private readonly Dictionary<LexiconEntry, TimexPattern[]> _byWord;
    private readonly ulong _starts;

    private TimexGrammar()
    {
        var lines = EmbeddedData.ReadLines("Time.grammar.txt").ToArray();
        Lexicon = new(EmbeddedData.ReadLines("Time.lexicon.txt").Concat(Holidays.LexiconLines), PatternCompiler.FindLiterals(lines));
        var reader = new PatternCompiler(text => Lexicon[text]);
        var patterns = lines.Select(reader.Compile).OfType<TimexPattern>().ToArray();
        var firsts = patterns.SelectMany(pattern => pattern.FirstSteps().Select(step => (step, pattern))).ToLookup(f => f.step.Kind);
        _byWord = firsts[PatternStepKind.Word].GroupBy(f => f.step.Word!).ToDictionary(g => g.Key, Patterns);
        foreach (var group in firsts[PatternStepKind.Class].GroupBy(f => f.step.Class))
            _byClass[(int)group.Key] = Patterns(group);
        // A line that begins with one certain number is tried wherever a number stands.
        _byClass[(int)Slot.N] =
        [
            .. (_byClass[(int)Slot.N] ?? []).Concat(firsts[PatternStepKind.Number].Select(f => f.pattern)).Distinct().OrderBy(p => p.Order),
        ];
        for (var i = 0; i < 64; i++)
            _starts |= _byClass[i] is null ? 0 : 1UL << i;
    }

    public static TimexGrammar English { get; } = new();

    public TimeLexicon Lexicon { get; }

    /// <summary>The longest thing said from this lexeme on and before the limit; null where nothing is.</summary>
    public TimexFrame? MatchLongest(Lexeme[] lexemes, int at, int limit, PatternMatch match)
    {
        match.Limit = limit;
        var lexeme = lexemes[at];
        var (best, end) = ((TimexPattern?)null, at);
        if (lexeme.Entry is not null && _byWord.TryGetValue(lexeme.Entry, out var named))
            Try(named);
        for (var bits = lexeme.Classes & _starts; bits != 0; bits &= bits - 1)
            Try(_byClass[System.Numerics.BitOperations.TrailingZeroCount(bits)]);
        if (best is null)
            return null;
        best.Match(lexemes, at, match);
        return match.ToFrame(best, at);

        void Try(TimexPattern[] patterns)
        {
            foreach (var pattern in patterns)
            {
                if (!pattern.CanContinueWith(lexemes, at + 1))
                    continue;
                var reached = pattern.Match(lexemes, at, match);
                if (reached > end || (reached == end && best is not null && pattern.Order < best.Order))
                    (best, end) = (pattern, reached);
            }
        }
    }

    private static TimexPattern[] Patterns(IEnumerable<(PatternStep, TimexPattern Pattern)> firsts) =>
        [.. firsts.Select(f => f.Pattern).Distinct().OrderBy(p => p.Order)];
}
