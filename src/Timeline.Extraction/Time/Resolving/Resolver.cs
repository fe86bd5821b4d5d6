namespace Timeline.Extraction.Time;

/// <summary>From what the text says to what it means. Answers null where the words turn out to say nothing about time.</summary>
internal static class Resolver
{
    public static Reading? Resolve(Frame frame, Context context)
    {
        var reading = frame.Kind switch
        {
            "date" => Dates.Resolve(frame, context),
            "range" => Ranges.Resolve(frame, context),
            "near" => Nearby.Resolve(frame, context),
            "shift" => Shifts.Resolve(frame, context),
            "span" => Durations.Span(frame, context),
            "set" => Durations.Set(frame),
            "ref" => Reading.Reference(frame[Slot.Ref] ?? 0),
            _ => null,
        };
        if (reading?.Period is { IsSane: false })
            return null;
        return reading is null ? null : Parts.Apply(reading, frame, context);
    }
}
