namespace Timeline.Extraction.Time;

/// <summary>All that the text can say about time, ready to be matched: the lexicon and the patterns, found by the word or class they begin with.</summary>
internal sealed class Grammar
{
    private readonly Pattern[][] _byClass = new Pattern[64][];
    private readonly Dictionary<Entry, Pattern[]> _byWord;
    private readonly ulong _starts;

    private Grammar()
    {
        var lines = Data.Lines("Time.grammar.txt").ToArray();
        Lexicon = new(Data.Lines("Time.lexicon.txt").Concat(Holidays.Lexicon), PatternReader.Words(lines));
        var reader = new PatternReader(text => Lexicon[text]);
        var patterns = lines.Select(reader.Read).OfType<Pattern>().ToArray();
        var firsts = patterns.SelectMany(pattern => pattern.Firsts().Select(step => (step, pattern))).ToLookup(f => f.step.Kind);
        _byWord = firsts[StepKind.Word].GroupBy(f => f.step.Word!).ToDictionary(g => g.Key, Patterns);
        foreach (var group in firsts[StepKind.Class].GroupBy(f => f.step.Class))
            _byClass[(int)group.Key] = Patterns(group);
        // A line that begins with one certain number is tried wherever a number stands.
        _byClass[(int)Slot.N] =
        [
            .. (_byClass[(int)Slot.N] ?? []).Concat(firsts[StepKind.Number].Select(f => f.pattern)).Distinct().OrderBy(p => p.Order),
        ];
        for (var i = 0; i < 64; i++)
            _starts |= _byClass[i] is null ? 0 : 1UL << i;
    }

    public static Grammar English { get; } = new();

    public Lexicon Lexicon { get; }

    /// <summary>The longest thing said from this item on and before the limit; null where nothing is.</summary>
    public Frame? Longest(Item[] items, int at, int limit, Match match)
    {
        match.Limit = limit;
        var item = items[at];
        var (best, end) = ((Pattern?)null, at);
        if (item.Entry is not null && _byWord.TryGetValue(item.Entry, out var named))
            Try(named);
        for (var bits = item.Classes & _starts; bits != 0; bits &= bits - 1)
            Try(_byClass[System.Numerics.BitOperations.TrailingZeroCount(bits)]);
        if (best is null)
            return null;
        best.Match(items, at, match);
        return match.Frame(best, at);

        void Try(Pattern[] patterns)
        {
            foreach (var pattern in patterns)
            {
                if (!pattern.MayGoOn(items, at + 1))
                    continue;
                var reached = pattern.Match(items, at, match);
                if (reached > end || (reached == end && best is not null && pattern.Order < best.Order))
                    (best, end) = (pattern, reached);
            }
        }
    }

    private static Pattern[] Patterns(IEnumerable<(Step, Pattern Pattern)> firsts) =>
        [.. firsts.Select(f => f.Pattern).Distinct().OrderBy(p => p.Order)];
}
