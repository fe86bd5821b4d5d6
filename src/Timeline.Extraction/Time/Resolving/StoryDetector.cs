using Timeline.Edtf;

namespace Timeline.Extraction.Time;

/// <summary>
/// Tells a story (a history, a biography) from news: it names years long past, and hardly counts from the day it is published.
/// </summary>
internal static class StoryDetector
{
    private const int FewestYears = 5;

    public static bool IsStory(IReadOnlyList<TimexFrame> frames, Day published)
    {
        var (far, near) = (0, 0);
        foreach (var frame in frames)
        {
            if (frame[Slot.Year] is { } year && !frame.Has(Slot.Y2))
            {
                (far, near) = Math.Abs(year - published.Year) > 1 ? (far + 1, near) : (far, near + 1);
            }
            else if (
                frame.Has(Slot.RDay)
                || frame.Has(Slot.YearShift)
                || (frame.Kind == TimexFrameKind.Near && frame[Slot.Base] is null)
                || (frame.Kind == TimexFrameKind.Shift && frame[Slot.Base] is null)
            )
            {
                near++;
            }
            else if (frame.Has(Slot.Weekday) && !frame.Has(Slot.Month))
            {
                near++;
            }
        }

        return far >= FewestYears && far > 4 * near;
    }
}
