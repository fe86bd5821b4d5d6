namespace Timeline.Extraction.Time;

/// <summary>From what the text says to what it means. Answers null where the words turn out to say nothing about time.</summary>
internal static class TimexResolver
{
    public static ResolvedTimex? Resolve(TimexFrame frame, ResolutionContext context)
    {
        var timex = frame.Kind switch
        {
            TimexFrameKind.Date => CalendarDates.Resolve(frame, context),
            TimexFrameKind.Range => TimexRanges.Resolve(frame, context),
            TimexFrameKind.Near => DeicticPeriods.Resolve(frame, context),
            TimexFrameKind.Shift => RelativeOffsets.Resolve(frame, context),
            TimexFrameKind.Span => Durations.ResolveDuration(frame, context),
            TimexFrameKind.Set => Durations.ResolveSet(frame),
            TimexFrameKind.Ref => ResolvedTimex.FromDirection(frame[Slot.Ref] ?? 0),
            _ => null,
        };
        if (timex?.Period is { IsInRange: false })
            return null;
        return timex is null ? null : PeriodParts.Apply(timex, frame, context);
    }
}
