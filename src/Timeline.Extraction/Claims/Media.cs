using System.Collections.Frozen;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>Through whom a source was heard: "told the Herald", "in an interview with Radio North", "…, the agency reported".</summary>
internal static class Media
{
    private const int Farthest = 16;
    private static readonly FrozenSet<string> Names = Data.Words("Claims.media.txt");

    /// <summary>Where a claim was made to a medium or in it, notes that; an attribution by a medium that holds another one becomes that one's medium.</summary>
    public static void Note(Draft draft, Func<Run, bool>? isMedium)
    {
        if (draft.Via is not null || draft.Reading.Manner is not (Manner.Said or Manner.Silent) || draft.Group is not { } group)
            return;
        draft.Via = Near(draft.Line, group.End, Farthest, isMedium) ?? Interview(draft, isMedium);
    }

    public static bool Is(Line line, Subject named, Func<Run, bool>? isMedium)
    {
        if (isMedium is not null && isMedium(line.Tokens(named.WhoFirst, named.WhoEnd)))
            return true;
        for (var i = named.WhoFirst; i < named.WhoEnd; i++)
        {
            if (line[i].Kind == ItemKind.Token && Names.Contains(line.Lower(i)) && (line.Tag(i).IsName || i == named.WhoEnd - 1))
                return true;
        }

        return false;
    }

    // "In an interview with Radio North on Friday, she said"
    private static Subject? Interview(Draft draft, Func<Run, bool>? isMedium)
    {
        for (var i = 0; draft.Source is { } source && i < source.First; i++)
        {
            if (draft.Line.Is(i, "interview"))
                return Near(draft.Line, i + 1, source.First - i - 1, isMedium);
        }

        return null;
    }

    // The first medium behind the cue's verb, as its addressee or after "with", "to", "on", "by".
    private static Subject? Near(Line line, int from, int most, Func<Run, bool>? isMedium)
    {
        for (var i = from; i < Math.Min(line.Count, from + most); i++)
        {
            if (line.IsQuotation(i) || line.Is(i, "that") || line.IsBreak(i) || line.Tag(i).IsFinite)
                return null;
            if (i > from && line.Lower(i - 1) is not ("to" or "with" or "on" or "by" or "told" or "tells" or "telling" or "in"))
                continue;
            var end = NounPhrases.BaseEnd(line, i);
            if (end > i && new Subject(i, end, i, end) is var named && Is(line, named, isMedium))
                return named;
        }
        return null;
    }
}
