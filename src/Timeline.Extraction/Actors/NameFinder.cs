using Timeline.Extraction.Text;

namespace Timeline.Extraction.Actors;

/// <summary>Finds runs of capitalised words and cuts them into names: what the gazetteer knows, what stands after a title, what ends like an organisation.</summary>
internal sealed class NameFinder
{
    private readonly Document _document;
    private readonly List<Name> _names = [];
    private readonly HashSet<string> _places = new(StringComparer.Ordinal);
    private bool _headline;

    private NameFinder(Document document) => _document = document;

    /// <summary>All names in order, and those spellings that stand for a place at least once ("in Brenton").</summary>
    public static (List<Name> Names, HashSet<string> Places) Find(Document document, CancellationToken cancel)
    {
        var finder = new NameFinder(document);
        foreach (var sentence in document.Sentences)
        {
            cancel.ThrowIfCancellationRequested();
            finder.Scan(sentence);
        }
        return (finder._names, finder._places);
    }

    private void Scan(Sentence sentence)
    {
        _headline = Runs.IsHeadline(_document.Of(sentence));
        var at = sentence.First;
        while (at < sentence.End)
        {
            var end = Runs.End(_document, sentence, at, _headline);
            if (end == at)
            {
                at++;
            }
            else
            {
                Cut(sentence, at, end);
                at = end;
            }
        }
    }

    // Takes a run apart from left to right.
    private void Cut(Sentence sentence, int first, int end)
    {
        var at = first;
        while (at < end)
        {
            var entry = Gazetteer.Match(_document.Tokens.AsSpan()[at..sentence.End]);
            if (entry is not null && entry.Words.Length < end - at && (IsOrganisation(at, end) || IsPerson(entry, at, end)))
                entry = null;
            if (entry is not null)
            {
                Known(entry, sentence, at);
                at += entry.Words.Length;
                continue;
            }
            var stop = NextKnown(sentence, at, end);
            Unknown(sentence, at, stop);
            at = stop;
        }
    }

    // "Bank of America Corporation" and "Russian Foreign Ministry" are one name although parts of them are known.
    private bool IsOrganisation(int at, int end)
    {
        var last = _document.Tokens[end - 1].Text;
        if (Lexicon.IsRole(_document.Tokens[end - 1], out _))
            return false;
        return Lexicon.OrganisationWords.Contains(last)
            || (Lexicon.OrganisationWords.Contains(_document.Tokens[at].Text) && _document.Tokens[at + 1].Is("of"));
    }

    // A given name that is a place too: "Chad Smith", but not "Chad President".
    private bool IsPerson(Entry entry, int at, int end) =>
        entry.Words.Length == 1
        && entry.Kind != EntryKind.Demonym
        && end - at is 2 or 3
        && Lexicon.IsFirstName(_document.Tokens[at], out _)
        && !Lexicon.IsRole(_document.Tokens[at + 1], out _)
        && Gazetteer.Match(_document.Tokens.AsSpan()[(at + 1)..end]) is null;

    // Where the next known name begins inside of the run; one word that is known as a place may be a surname.
    private int NextKnown(Sentence sentence, int at, int end)
    {
        for (var next = at + 1; next < end; next++)
        {
            var entry = Gazetteer.Match(_document.Tokens.AsSpan()[next..sentence.End]);
            if (entry is null)
                continue;
            if (IsOrganisation(at, end))
                return end;
            // "Air France", "Team Ireland"
            if (next == at + 1 && entry.Kind is EntryKind.State && Lexicon.OrganisationWords.Contains(_document.Tokens[at].Text))
                return next + entry.Words.Length;
            var surname = entry.Words.Length == 1 && Lexicon.IsFirstName(_document.Tokens[next - 1], out _);
            if (!surname)
                return next;
        }
        return end;
    }

    private void Known(Entry entry, Sentence sentence, int at)
    {
        var end = at + entry.Words.Length;
        var mention = Describes(sentence, end) ? MentionKind.Modifier : MentionKind.Name;
        if (entry.Kind is EntryKind.Place or EntryKind.Demonym || (end < sentence.End && _document.Tokens[end].Is('$')))
            return;
        var kind = entry.Kind switch
        {
            EntryKind.Organisation => ActorKind.Organisation,
            EntryKind.Medium => ActorKind.Medium,
            _ => ActorKind.State,
        };
        var name = new Name(at, end, kind, entry.Of, Gender.Unknown, mention);
        if (entry.Kind == EntryKind.Medium && Ambiguous(entry, at, sentence))
            return;
        if (entry.Kind != EntryKind.Capital)
            _names.Add(name);
        else
            _names.Add(name with { IsCapital = true, Kind = Context.Acts(_document, sentence, at, end) ? ActorKind.State : null });
    }

    // "US president", "Holm spokeswoman": the name only tells whose.
    private bool Describes(Sentence sentence, int end) =>
        end < sentence.End && _document.Tokens[end].Tag.IsNoun && Lexicon.IsRole(_document.Tokens[end], out _);

    // "Time", "Nature", "People": a medium of one common word only where it reports or is told.
    private bool Ambiguous(Entry entry, int at, Sentence sentence) =>
        entry.Words.Length == 1
        && Tagger.IsAlsoWord(_document.Tokens[at].Form)
        && !Context.IsAgent(_document, sentence, at, at + 1)
        && !(
            at > sentence.First
            && _document.Tokens[at - 1].Lower
                is "told"
                    or "journal"
                    or "magazine"
                    or "paper"
                    or "newspaper"
                    or "weekly"
                    or "by"
                    or "newsmagazine"
        )
        && !(at + 1 < sentence.End && _document.Tokens[at + 1].Lower is "magazine" or "journal" or "reporter" or "newspaper");

    private void Unknown(Sentence sentence, int first, int end)
    {
        var (at, addressed, gender) = (first, Context.RoleBefore(_document, sentence, first, out var before), before);
        for (var i = first; i < end; i++)
        {
            if (!Lexicon.IsRole(_document.Tokens[i], out var role))
                continue;
            (at, addressed) = (i + 1, true);
            if (role != Gender.Unknown)
                gender = role;
        }
        if (addressed && at < end && at == first && Context.IsOfficeOf(_document, sentence, at))
            at++;
        // "European" alone is no name, but it begins one in "European Space Agency".
        var organisation =
            end - at > 1 && Lexicon.OrganisationWords.Contains(_document.Tokens[end - 1].Text) && !_document.Tokens[at].IsAllCapitals;
        while (
            at < end && ((!organisation && Lexicon.NotNames.Contains(_document.Tokens[at].Text)) || Runs.IsConnector(_document.Tokens[at]))
        )
        {
            at++;
        }

        while (end > at && Lexicon.NotNames.Contains(_document.Tokens[end - 1].Text))
            end--;
        if (at >= end)
            return;
        var kind = NameKind.Of(_document, sentence, at, end, addressed, ref gender);
        if (kind == NameKind.Place)
            _places.Add(_document.Words(at, end));
        if (kind is NameKind.Nothing or NameKind.Place)
            return;
        _names.Add(
            new(at, end, NameKind.ToActor(kind), null, gender, Describes(sentence, end) ? MentionKind.Modifier : MentionKind.Name)
            {
                IsAddressed = addressed,
                IsWeak = _headline && !addressed,
            }
        );
    }
}
