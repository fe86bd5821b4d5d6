using System.Collections.Frozen;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>Which claim answers which: "The ministry denied Brandt's report" answers what Brandt said.</summary>
internal sealed class Answers
{
    private const int Memory = 64;
    private const int Nearby = 4;
    private static readonly FrozenSet<string> Reports = FrozenSet.ToFrozenSet(
        [
            "report",
            "reports",
            "claim",
            "claims",
            "allegation",
            "allegations",
            "accusation",
            "accusations",
            "story",
            "stories",
            "account",
            "assertion",
            "statement",
            "remarks",
            "comments",
            "suggestion",
            "suggestions",
            "charge",
            "charges",
            "article",
            "rumours",
            "rumors",
            "it",
            "that",
            "this",
        ],
        StringComparer.Ordinal
    );

    private readonly Document _document;
    private readonly List<(int Index, string? Name, string[] Names, int Line)> _recent = [];

    public Answers(Document document) => _document = document;

    /// <summary>Index of the claim that this one answers, or null; claims must come in order.</summary>
    public int? To(int index, Draft draft, Stance stance, int line)
    {
        var answered = IsAnswer(draft, stance) ? Find(draft, line) : null;
        if (draft.Source is not null && draft.Reading.Manner is Manner.Said or Manner.Shown)
        {
            if (_recent.Count == Memory)
                _recent.RemoveAt(0);
            _recent.Add((index, Name(draft), [.. Names(draft)], line));
        }
        return answered;
    }

    private static bool IsAnswer(Draft draft, Stance stance) =>
        stance is Stance.Denies or Stance.Disputes or Stance.Confirms or Stance.NeitherConfirmsNorDenies
        || stance == Stance.DeclinesToComment
        || Asked(draft) >= 0;

    private int? Find(Draft draft, int line)
    {
        var (name, mentioned) = (Name(draft), Mentioned(draft));
        for (var i = _recent.Count - 1; i >= 0 && mentioned.Count > 0; i--)
        {
            if (_recent[i].Name != name && _recent[i].Names.Any(mentioned.Contains))
                return _recent[i].Index;
        }

        if (!Refers(draft))
            return null;
        for (var i = _recent.Count - 1; i >= 0 && line - _recent[i].Line <= Nearby; i--)
        {
            if (_recent[i].Name != name)
                return _recent[i].Index;
        }

        return null;
    }

    // The names that stand right before a report: "Brandt's report", "reports by the Herald", and in what the source was asked about.
    private static HashSet<string> Mentioned(Draft draft)
    {
        var line = draft.Line;
        var found = new HashSet<string>(StringComparer.Ordinal);
        var asked = Asked(draft);
        for (var i = 0; i < line.Count; i++)
        {
            if (!line.Tag(i).IsNoun || !Reports.Contains(line.Lower(i)) || !draft.Covers(i) && (asked < 0 || i < asked))
                continue;
            for (var j = Math.Max(0, i - 5); j < Math.Min(line.Count, i + 6); j++)
            {
                if (line.Tag(j).IsName && line[j].Kind == ItemKind.Token)
                    found.Add(line.Lower(j));
            }
        }
        return found;
    }

    // "when asked about", "asked if": where it begins, or -1.
    private static int Asked(Draft draft)
    {
        var line = draft.Line;
        for (var i = 0; i < line.Count; i++)
        {
            if (line.Is(i, "asked") && i != draft.CueFirst && !line.IsAuxiliaryBefore(i))
                return i;
        }

        return -1;
    }

    private static bool Refers(Draft draft)
    {
        if (draft.Content.Count == 0)
            return false;
        var line = draft.Line;
        for (var i = Asked(draft) + 1; i > 0 && i < Math.Min(line.Count, Asked(draft) + 5); i++)
        {
            if (line.Lower(i) is "it" or "that" or "this" && line.Tag(i + 1).IsFinite)
                return true;
        }

        var (first, end) = (draft.Content[0].First, Math.Min(draft.Content[0].End, draft.Content[0].First + 4));
        if (line.Lower(first) is "it" or "that" or "this" && end - first == 1)
            return true;
        for (var i = first; i < end; i++)
        {
            if (Reports.Contains(line.Lower(i)) && line.Tag(i).IsNoun && !line.Is(i + 1, "that") && !line.Is(i + 1, "of"))
                return true;
        }

        return false;
    }

    private string? Name(Draft draft) =>
        draft.Source is { } source && draft.Line.Tokens(source.WhoFirst, source.WhoEnd) is var who
            ? _document.Tokens[who.End - 1].Lower
            : null;

    private static IEnumerable<string> Names(Draft draft)
    {
        foreach (var subject in new[] { draft.Source, draft.Via })
        {
            for (var i = subject?.First ?? 0; i < (subject?.End ?? 0); i++)
            {
                if (draft.Line.Tag(i).IsName)
                    yield return draft.Line.Lower(i);
            }
        }
    }
}
