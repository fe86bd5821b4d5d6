using Timeline.Extraction.Text;

namespace Timeline.Extraction.Actors;

/// <summary>
/// Finds runs of capitalised words and cuts them into names: what the gazetteer knows, what stands after a title, what ends like an
/// organisation.
/// </summary>
internal sealed partial class NameRecognizer
{
    private readonly Document _document;
    private readonly List<NameMention> _names = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private bool _headline;

    private NameRecognizer(Document document) => _document = document;

    /// <summary>All names in order, and how often each spelling stands for a place ("in Brenton").</summary>
    public static (List<NameMention> Names, Dictionary<string, int> Places) Recognize(Document document, CancellationToken cancel)
    {
        var finder = new NameRecognizer(document);
        foreach (var sentence in document.Sentences)
        {
            cancel.ThrowIfCancellationRequested();
            finder.Scan(sentence);
        }
        return (finder._names, finder._places);
    }

    private void Scan(Sentence sentence)
    {
        _headline = CapitalizedRuns.IsHeadline(_document.TokensOf(sentence));
        var at = sentence.First;
        while (at < sentence.End)
        {
            var end = CapitalizedRuns.FindEnd(_document, sentence, at, _headline);
            if (end == at)
            {
                at++;
            }
            else
            {
                SplitRun(sentence, at, end);
                at = end;
            }
        }
    }

    // Takes a run apart from left to right.
    private void SplitRun(Sentence sentence, int first, int end)
    {
        var at = first;
        while (at < end)
        {
            var entry = Gazetteer.FindLongest(_document.Tokens.AsSpan()[at..sentence.End]);
            if (entry is not null && entry.Words.Length < end - at && (IsOrganisation(at, end) || IsPerson(entry, at, end)))
                entry = null;
            if (entry is not null)
            {
                AddKnownName(entry, sentence, at);
                at += entry.Words.Length;
                continue;
            }
            var stop = FindNextKnownName(sentence, at, end);
            AddUnknownName(sentence, at, stop);
            at = stop;
        }
    }

    // "Bank of America Corporation" and "Russian Foreign Ministry" are one name although parts of them are known.
    private bool IsOrganisation(int at, int end)
    {
        var last = _document.Tokens[end - 1].Text;
        if (NameLexicon.IsRole(_document.Tokens[end - 1], out _))
            return false;
        return NameLexicon.OrganisationWords.Contains(last)
            || NameLexicon.MediaWords.Contains(last) && _document.Tokens[at].IsAllCapitals
            || (NameLexicon.OrganisationWords.Contains(_document.Tokens[at].Text) && _document.Tokens[at + 1].Is("of"));
    }

    // A given name that is a place too: "Chad Smith", but not "Chad President".
    private bool IsPerson(GazetteerEntry entry, int at, int end) =>
        entry.Words.Length == 1
        && entry.Kind != GazetteerEntryKind.Demonym
        && end - at is 2 or 3
        && NameLexicon.IsFirstName(_document.Tokens[at], out _)
        && !NameLexicon.IsRole(_document.Tokens[at + 1], out _)
        && Gazetteer.FindLongest(_document.Tokens.AsSpan()[(at + 1)..end]) is null;

    // Where the next known name begins inside of the run; one word that is known as a place may be a surname.
    private int FindNextKnownName(Sentence sentence, int at, int end)
    {
        for (var next = at + 1; next < end; next++)
        {
            var entry = Gazetteer.FindLongest(_document.Tokens.AsSpan()[next..sentence.End]);
            if (entry is null)
                continue;
            if (IsOrganisation(at, end))
                return end;
            // "Air France", "Team Ireland"
            if (
                next == at + 1
                && entry.Kind is GazetteerEntryKind.State
                && NameLexicon.OrganisationWords.Contains(_document.Tokens[at].Text)
            )
            {
                return next + entry.Words.Length;
            }

            var surname = entry.Words.Length == 1 && NameLexicon.IsFirstName(_document.Tokens[next - 1], out _);
            if (!surname)
                return next;
        }
        return end;
    }

    private void AddKnownName(GazetteerEntry entry, Sentence sentence, int at)
    {
        var end = at + entry.Words.Length;
        var mention = IsModifier(sentence, end) ? MentionKind.Modifier : MentionKind.Name;
        if (
            entry.Kind is GazetteerEntryKind.Organisation or GazetteerEntryKind.Medium
            && NameContext.IsPartOfThing(_document, sentence, end)
        )
        {
            return;
        }

        if (entry.Kind is GazetteerEntryKind.Place or GazetteerEntryKind.Demonym || (end < sentence.End && _document.Tokens[end].Is('$')))
            return;
        var kind = entry.Kind switch
        {
            GazetteerEntryKind.Organisation => ActorKind.Organisation,
            GazetteerEntryKind.Medium => ActorKind.Medium,
            _ => ActorKind.State,
        };
        var name = new NameMention(at, end, kind, entry.CanonicalName, Gender.Unknown, mention);
        if (entry.Kind == GazetteerEntryKind.Medium && NameContext.IsCommonWordOnly(_document, sentence, entry, at))
            return;
        if (entry.Kind != GazetteerEntryKind.Capital)
        {
            _names.Add(name);
            return;
        }

        var actsAsGovernment = NameContext.ActsAsGovernment(_document, sentence, at, end);
        _names.Add(name with { IsCapitalCity = true, Kind = actsAsGovernment ? ActorKind.State : null });
    }
}
