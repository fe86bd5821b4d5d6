using System.Collections.Frozen;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>Which claim answers which: "The ministry denied Brandt's report" answers what Brandt said.</summary>
internal sealed class ResponseLinker
{
    private static readonly FrozenSet<string> ReportNouns = WordSet.Parse(
        "report reports claim claims allegation allegations accusation accusations story stories account assertion "
            + "statement remarks comments suggestion suggestions charge charges article rumours rumors it that this"
    );

    private const int MaxRemembered = 64;
    private const int MaxSentenceDistance = 4;

    private readonly Document _document;
    private readonly List<(int Index, string? Name, string[] Names, int Sentence)> _recent = [];

    public ResponseLinker(Document document) => _document = document;

    /// <summary>Index of the claim that this one answers, or null; claims must come in order.</summary>
    public int? FindAnswered(int index, AttributionDraft draft, Stance stance, int sentence)
    {
        var answered = IsAnswer(draft, stance) ? Find(draft, sentence) : null;
        if (draft.Source is not null && draft.Sense.Manner is AttributionManner.Said or AttributionManner.Shown)
        {
            if (_recent.Count == MaxRemembered)
                _recent.RemoveAt(0);
            _recent.Add((index, SourceName(draft), [.. NamesIn(draft)], sentence));
        }
        return answered;
    }

    private static bool IsAnswer(AttributionDraft draft, Stance stance) =>
        stance is Stance.Denies or Stance.Disputes or Stance.Confirms or Stance.NeitherConfirmsNorDenies
        || stance == Stance.DeclinesToComment
        || IndexOfAsked(draft) >= 0;

    private int? Find(AttributionDraft draft, int sentence)
    {
        var (name, mentioned) = (SourceName(draft), NamesBesideReports(draft));
        for (var i = _recent.Count - 1; i >= 0 && mentioned.Count > 0; i--)
        {
            if (_recent[i].Name != name && _recent[i].Names.Any(mentioned.Contains))
                return _recent[i].Index;
        }

        if (!RefersBack(draft))
            return null;
        for (var i = _recent.Count - 1; i >= 0 && sentence - _recent[i].Sentence <= MaxSentenceDistance; i--)
        {
            if (_recent[i].Name != name)
                return _recent[i].Index;
        }

        return null;
    }

    // The names that stand right before a report: "Brandt's report", "reports by the Herald", and in what the source was asked about.
    private static HashSet<string> NamesBesideReports(AttributionDraft draft)
    {
        var sentence = draft.Sentence;
        var found = new HashSet<string>(StringComparer.Ordinal);
        var asked = IndexOfAsked(draft);
        for (var i = 0; i < sentence.Count; i++)
        {
            if (!sentence.Tag(i).IsNoun || !ReportNouns.Contains(sentence.Lower(i)) || !draft.Covers(i) && (asked < 0 || i < asked))
                continue;
            for (var j = Math.Max(0, i - 5); j < Math.Min(sentence.Count, i + 6); j++)
            {
                if (sentence.Tag(j).IsName && sentence[j].Kind == FoldedItemKind.Token)
                    found.Add(sentence.Lower(j));
            }
        }
        return found;
    }

    // "when asked about", "asked if": where it begins, or -1.
    private static int IndexOfAsked(AttributionDraft draft)
    {
        var sentence = draft.Sentence;
        for (var i = 0; i < sentence.Count; i++)
        {
            if (sentence.Is(i, "asked") && i != draft.CueFirst && !sentence.IsAuxiliaryBefore(i))
                return i;
        }

        return -1;
    }

    private static bool RefersBack(AttributionDraft draft)
    {
        if (draft.Content.Count == 0)
            return false;
        var sentence = draft.Sentence;
        for (var i = IndexOfAsked(draft) + 1; i > 0 && i < Math.Min(sentence.Count, IndexOfAsked(draft) + 5); i++)
        {
            if (sentence.Lower(i) is "it" or "that" or "this" && sentence.Tag(i + 1).IsFinite)
                return true;
        }

        var (first, end) = (draft.Content[0].First, Math.Min(draft.Content[0].End, draft.Content[0].First + 4));
        if (sentence.Lower(first) is "it" or "that" or "this" && end - first == 1)
            return true;
        for (var i = first; i < end; i++)
        {
            if (
                ReportNouns.Contains(sentence.Lower(i))
                && sentence.Tag(i).IsNoun
                && !sentence.Is(i + 1, "that")
                && !sentence.Is(i + 1, "of")
            )
            {
                return true;
            }
        }

        return false;
    }

    private string? SourceName(AttributionDraft draft) =>
        draft.Source is { } source && draft.Sentence.Tokens(source.HeadFirst, source.HeadEnd) is var who
            ? _document.Tokens[who.End - 1].Lower
            : null;

    private static IEnumerable<string> NamesIn(AttributionDraft draft)
    {
        foreach (var subject in new[] { draft.Source, draft.Via })
        {
            for (var i = subject?.First ?? 0; i < (subject?.End ?? 0); i++)
            {
                if (draft.Sentence.Tag(i).IsName)
                    yield return draft.Sentence.Lower(i);
            }
        }
    }
}
