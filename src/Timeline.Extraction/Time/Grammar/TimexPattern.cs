namespace Timeline.Extraction.Time;

/// <summary>One step of a compiled pattern.</summary>
/// <param name="Next">Where to go on; a fork's first way.</param>
/// <param name="Other">A fork's second way.</param>
internal readonly record struct PatternStep(
    PatternStepKind Kind,
    LexiconEntry? Word,
    Slot Class,
    Slot Target,
    long Number,
    bool Tight,
    int Next,
    int Other
);

internal enum PatternStepKind : byte
{
    Word,
    Class,
    Number,
    Any,
    Fork,
    Stop,
    Ahead,
    Done,
}

/// <summary>A line of the grammar, compiled: what it is a pattern of, and the values it sets by itself.</summary>
internal sealed class TimexPattern
{
    private readonly PatternStep[] _steps;
    private readonly int _start;
    private readonly ulong _nextClasses;
    private readonly ulong _nextWords;
    private readonly bool _nextAny;

    public TimexPattern(int order, TimexFrameKind kind, PatternStep[] steps, int start, (Slot Slot, long Value)[] constants)
    {
        (Order, Kind, Constants, _steps, _start) = (order, kind, constants, steps, start);
        foreach (var next in FirstSteps().SelectMany(first => FollowForks(first.Next)))
        {
            _nextAny |= next.Kind is not (PatternStepKind.Class or PatternStepKind.Word);
            _nextClasses |= next.Kind == PatternStepKind.Class ? 1UL << (int)next.Class : 0;
            _nextWords |= next.Word?.Bit ?? 0;
        }
    }

    /// <summary>The line's number among the patterns; of equal matches the lower wins.</summary>
    public int Order { get; }

    public TimexFrameKind Kind { get; }

    public (Slot Slot, long Value)[] Constants { get; }

    /// <summary>The words and classes that it can begin with.</summary>
    public IEnumerable<PatternStep> FirstSteps() => FollowForks(_start);

    /// <summary>Whether the lexeme after the first can be its second; most patterns are ruled out by that.</summary>
    public bool CanContinueWith(Lexeme[] lexemes, int at) =>
        _nextAny
        || (
            at < lexemes.Length
            && ((lexemes[at].Classes & _nextClasses) != 0 || (lexemes[at].Entry is { } entry && (entry.Bit & _nextWords) != 0))
        );

    /// <summary>
    /// The longest match that begins at this lexeme: the index after it, or -1; <paramref name="match"/> then holds what it took in.
    /// </summary>
    public int Match(Lexeme[] lexemes, int at, PatternMatch match)
    {
        match.Reset(at);
        Run(_start, lexemes, at, match);
        return match.End;
    }

    // No step leads back, so the ways through a pattern are as many as its lines can spell, whatever the text.
    private void Run(int step, Lexeme[] lexemes, int at, PatternMatch match)
    {
        while (true)
        {
            ref readonly var now = ref _steps[step];
            switch (now.Kind)
            {
                case PatternStepKind.Done:
                    match.KeepIfLonger(at);
                    return;
                case PatternStepKind.Fork:
                    Run(now.Next, lexemes, at, match);
                    step = now.Other;
                    continue;
            }

            if (now.Kind is PatternStepKind.Stop or PatternStepKind.Ahead)
            {
                if (
                    !(
                        now.Kind == PatternStepKind.Stop
                            ? at >= lexemes.Length || lexemes[at].IsMark
                            : at < lexemes.Length && lexemes[at].Entry == now.Word
                    )
                )
                {
                    return;
                }

                step = now.Next;
                continue;
            }

            if (at >= match.Limit || (lexemes[at].Break && at > match.Start) || !Accepts(in now, lexemes[at]))
                return;
            if (now.Kind == PatternStepKind.Class)
            {
                match.Push(now.Target, lexemes[at].ValueAs(now.Class), lexemes[at].Half);
                Run(now.Next, lexemes, at + 1, match);
                match.Pop();
                return;
            }

            (step, at) = (now.Next, at + 1);
        }
    }

    private static bool Accepts(in PatternStep step, in Lexeme lexeme)
    {
        if (step.Tight && !lexeme.Tight)
            return false;
        return step.Kind switch
        {
            PatternStepKind.Any => !lexeme.IsMark,
            PatternStepKind.Word => lexeme.Entry == step.Word,
            PatternStepKind.Number => lexeme.Value == step.Number && lexeme.Entry is null && lexeme.Classes != 0,
            _ => (lexeme.Classes & (1UL << (int)step.Class)) != 0,
        };
    }

    private IEnumerable<PatternStep> FollowForks(int step) =>
        _steps[step].Kind switch
        {
            PatternStepKind.Fork => FollowForks(_steps[step].Next).Concat(FollowForks(_steps[step].Other)),
            _ => [_steps[step]],
        };
}

/// <summary>What a match has taken in so far, and the longest one seen.</summary>
internal sealed class PatternMatch
{
    private readonly (Slot Slot, long Value, bool Half)[] _taken = new (Slot, long, bool)[48];
    private readonly (Slot Slot, long Value, bool Half)[] _kept = new (Slot, long, bool)[48];
    private int _keptCount;

    public int Depth { get; private set; }

    public int Start { get; private set; }

    /// <summary>Index before which a match has to end.</summary>
    public int Limit { get; set; }

    public int End { get; private set; }

    public void Reset(int start) => (Depth, End, _keptCount, Start) = (0, -1, 0, start);

    public void Push(Slot slot, long value, bool half) => _taken[Depth++] = (slot, value, half);

    public void Pop() => Depth--;

    public void KeepIfLonger(int end)
    {
        if (end <= End)
            return;
        End = end;
        _keptCount = Depth;
        Array.Copy(_taken, _kept, Depth);
    }

    public TimexFrame ToFrame(TimexPattern pattern, int first)
    {
        var frame = new TimexFrame(pattern.Kind, first, End, 0, new long[(int)Slot.Frac + 1]);
        foreach (var (slot, value) in pattern.Constants)
            frame[slot] = value;
        for (var i = 0; i < _keptCount; i++)
        {
            frame[_kept[i].Slot] = _kept[i].Value;
            if (_kept[i].Half)
                frame[Slot.Frac] = 1;
        }

        return frame;
    }
}
