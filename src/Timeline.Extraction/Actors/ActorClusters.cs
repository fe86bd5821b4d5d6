namespace Timeline.Extraction.Actors;

/// <summary>A cluster of names that mean one actor, while they are being collected.</summary>
internal sealed class ActorCluster(string? known, ActorKind kind, string[] words)
{
    private readonly List<string> _names = [];

    public ActorKind Kind => kind;
    public string[] Words => words;
    public Gender Gender { get; private set; }

    /// <summary>Whether the gazetteer has it, and not as a company.</summary>
    public bool IsKnownBody => known is not null && !Gazetteer.IsCompany(known);

    public void AddName(string? name, Gender gender)
    {
        if (name is not null && _names.Count < 50 && !_names.Contains(name))
            _names.Add(name);
        if (Gender == Gender.Unknown)
            Gender = gender;
    }

    /// <summary>Whether a first and a last name can belong to it.</summary>
    public bool IsCompatibleWith(string[] other, Gender gender)
    {
        if (Gender != Gender.Unknown && gender != Gender.Unknown && Gender != gender)
            return false;
        if (words.Length == 1 || other.Length == 1 || EndsWith(words, other) || EndsWith(other, words))
            return true;
        return words[0] == other[0]
            || (
                words[0][0] == other[0][0]
                && (
                    words[0].EndsWith('.')
                    || other[0].EndsWith('.')
                    || words[0].StartsWith(other[0], StringComparison.Ordinal)
                    || other[0].StartsWith(words[0], StringComparison.Ordinal)
                )
            );
    }

    // "Orlan Brask Vidal" and "Brask Vidal", "Lena de Voss" and "De Voss".
    private static bool EndsWith(string[] full, string[] part) =>
        full.Length > part.Length && full.AsSpan()[^part.Length..].SequenceEqual(part, StringComparer.OrdinalIgnoreCase);

    // A known actor goes by the gazetteer's name only where the document gives no full form of it.
    public ResolvedActor ToActor()
    {
        var full = FullName();
        return new(full, kind, [.. _names.Where(name => name != full)]);
    }

    private string FullName()
    {
        if (known is null)
            return _names.FirstOrDefault(name => name.Contains(' ')) ?? _names[0];
        return _names.Contains(known) || kind == ActorKind.State || IsAcronym(_names[0]) ? known : _names[0];
    }

    private static bool IsAcronym(string name) => name.Length <= 6 && !name.Any(char.IsLower);
}

/// <summary>The clusters of a document, found by their names in constant time.</summary>
internal sealed class ActorClusters
{
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _full = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _bySurname = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _firms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _short = new(StringComparer.Ordinal);

    public List<ActorCluster> All { get; } = [];

    /// <summary>The cluster of the actor whom the gazetteer calls so.</summary>
    public int GetOrAddKnown(string name, ActorKind kind)
    {
        if (_known.TryGetValue(name, out var found))
            return found;
        _known.Add(name, found = Add(name, kind, name.Split(' ')));
        _full.TryAdd(name, found);
        return found;
    }

    /// <summary>The person with this name: the same surname and no other first name.</summary>
    public int GetOrAddPerson(string[] words, Gender gender)
    {
        words = words.Length > 1 && NameLexicon.NameEndings.Contains(words[^1]) ? words[..^1] : words;
        var full = string.Join(' ', words);
        if (_full.TryGetValue(full, out var same))
            return same;
        if (!_bySurname.TryGetValue(words[^1], out var family))
            _bySurname.Add(words[^1], family = []);
        var found = family.FindIndex(person => All[person].IsCompatibleWith(words, gender));
        if (found >= 0)
        {
            _full.TryAdd(full, family[found]);
            return family[found];
        }
        var id = Add(null, ActorKind.Person, words);
        if (family.Count < 20)
            family.Add(id);
        _full.TryAdd(full, id);
        _short.TryAdd(words[0], id);
        return id;
    }

    /// <summary>The organisation with this name, the endings of companies and "The" aside.</summary>
    public int GetOrAddOrganisation(string[] words, ActorKind kind, string? acronym)
    {
        var core = WithoutCompanyEndings(words);
        var key = string.Join(' ', core);
        if (_known.TryGetValue(key, out var known))
            return known;
        if (!_full.TryGetValue(key, out var id))
        {
            id = Add(null, kind, words);
            _full.Add(key, id);
            _short.TryAdd(core[0], id);
            if (Array.Find(core, word => !word.EndsWith('.')) is { } main)
            {
                _short.TryAdd(main, id);
                // "J. Holm & Co." is called Holm, the Holm Foundation is not.
                if (core[0].EndsWith('.') || core.Contains("&"))
                    _firms.TryAdd(main, id);
            }

            if (core.Length == 3 && core[1] == "of" && core[0] is "Church" or "Order" or "Party")
                _short.TryAdd(core[2], id);
            if (core.Length > 1)
                _short.TryAdd(string.Concat(core.Where(word => char.IsUpper(word[0])).Select(word => word[0])), id);
        }
        if (acronym is not null)
            _full.TryAdd(acronym, id);
        return id;
    }

    /// <summary>The cluster that a single word is short for: an acronym, a surname, a first name.</summary>
    public int? FindByShortName(string word, Gender gender)
    {
        if (_full.TryGetValue(word, out var full))
            return full;
        if (_bySurname.TryGetValue(word, out var family))
        {
            var fits = family.FindIndex(person => All[person].IsCompatibleWith([word], gender));
            if (fits >= 0)
                return family[fits];
        }
        return _short.TryGetValue(word, out var id) ? id : null;
    }

    /// <summary>The organisation that a surname is short for too: "Holm" of "Holm Brothers".</summary>
    public int? FindFirm(string word) => _firms.TryGetValue(word, out var firm) ? firm : null;

    /// <summary>The cluster that is called exactly so, or whose surname this is.</summary>
    public int? FindByExactName(string text)
    {
        if (_full.TryGetValue(text, out var full))
            return full;
        return _bySurname.TryGetValue(text, out var family) ? family[0] : null;
    }

    private int Add(string? known, ActorKind kind, string[] words)
    {
        All.Add(new(known, kind, words));
        return All.Count - 1;
    }

    private static string[] WithoutCompanyEndings(string[] words)
    {
        var (start, end) = (words.Length > 1 && words[0] == "The" ? 1 : 0, words.Length);
        while (end - start > 1 && NameLexicon.CompanyEndings.Contains(words[end - 1]))
            end--;
        return words[start..end];
    }
}
