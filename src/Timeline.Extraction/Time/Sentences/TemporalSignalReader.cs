using System.Collections.Frozen;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Time;

/// <summary>Reads the function word before an expression.</summary>
internal static class TemporalSignalReader
{
    private static readonly FrozenDictionary<string, TemporalSignal> Signals = EmbeddedData
        .ReadRows("Time.signals.txt")
        .ToFrozenDictionary(row => row[0], row => Enum.Parse<TemporalSignal>(row[1]), StringComparer.Ordinal);

    /// <summary>The signal before the expression that begins at this token.</summary>
    public static TemporalSignal SignalBefore(Document document, int first, Sentence sentence)
    {
        if (first <= sentence.First)
            return TemporalSignal.None;
        var before = document.Tokens[first - 1].Lower;
        if (Signals.TryGetValue(before, out var signal))
            return signal;
        return
            before is "on" or "in" or "the" or "about" or "around" or "late"
            && first - 2 >= sentence.First
            && Signals.TryGetValue(document.Tokens[first - 2].Lower, out signal)
            ? signal
            : TemporalSignal.None;
    }
}
