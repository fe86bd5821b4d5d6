using Timeline.Edtf;

namespace Timeline.Extraction.Time;

/// <summary>What an expression is read against: the day of publication, its tense, and what the text spoke of before it.</summary>
/// <param name="isStory">The text tells of other years than that of its publication: a history, a biography.</param>
internal sealed class ResolutionContext(Day published, bool isStory)
{
    /// <summary>How many sentences back "the next day" may still look.</summary>
    private const int FocusReach = 12;

    private readonly Dictionary<(int Month, int Day), CalendarPeriod> _namedDays = [];
    private int _focusSentence;
    private bool _isFocusAdjunct;
    private int _quarterSentence;
    private CalendarPeriod? _focus;
    private CalendarPeriod? _quarter;

    public Day Published { get; } = published;

    public bool IsStory { get; } = isStory;

    public Tense Tense { get; set; }

    public int Sentence { get; set; }

    /// <summary>The period spoken of last, wherever it still can be meant.</summary>
    public CalendarPeriod? Focus => _focus is not null && Sentence - _focusSentence <= FocusReach ? _focus : null;

    /// <summary>Whether the focus was named in this very sentence.</summary>
    public bool IsFocusHere => _focus is not null && _focusSentence == Sentence;

    /// <summary>The quarter spoken of last, for "a year earlier" in company news.</summary>
    public CalendarPeriod? Quarter => _quarter is not null && Sentence - _quarterSentence <= FocusReach ? _quarter : null;

    /// <summary>In a story, the year that it has come to.</summary>
    public long? StoryYear =>
        IsStory && _focus is { } focus && Math.Abs(focus.Year - Published.Year) > 1 && focus.Unit < CalendarUnit.Decade ? focus.Year : null;

    /// <summary>The period a story spoke of last, however long ago.</summary>
    public CalendarPeriod StoryFocus => _focus!.Value;

    /// <summary>
    /// The month or day of an earlier year that the text has just told of, where it goes on telling: what has no year then is of that time.
    /// </summary>
    public CalendarPeriod? Narrated =>
        Tense == Tense.Past
        && _isFocusAdjunct
        && _focus is { } focus
        && Sentence - _focusSentence <= 1
        && focus.Unit < CalendarUnit.Year
        && focus.Year < Published.Year
            ? focus
            : null;

    /// <summary>The day that these words named before: a text means the same by the same.</summary>
    public CalendarPeriod? FindNamedDay(int month, int day) => _namedDays.TryGetValue((month, day), out var named) ? named : null;

    /// <param name="isAdjunct">Whether the time dates a verb ("on Jan. 9, 2019") instead of describing a noun.</param>
    public void UpdateFocus(ResolvedTimex timex, bool isAdjunct)
    {
        if (timex is not { SetsFocus: true, Period: { } period })
            return;
        (_focus, _focusSentence, _isFocusAdjunct) = (period, Sentence, isAdjunct);
        if (period.Unit == CalendarUnit.Day && Math.Abs(period.Year - Published.Year) <= 1)
            _namedDays[(period.First.Month, period.First.DayOfMonth)] = period;
        if (period.Unit == CalendarUnit.Quarter)
            (_quarter, _quarterSentence) = (period, Sentence);
        else if (period.Unit is CalendarUnit.Year or CalendarUnit.Half)
            _quarterSentence = Math.Min(_quarterSentence, Sentence - FocusReach + 2);
    }
}
