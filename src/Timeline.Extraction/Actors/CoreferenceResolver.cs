using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Actors;

/// <summary>Joins the names that mean one actor: first full ones, then what is short for them, then pronouns and descriptions.</summary>
internal sealed class CoreferenceResolver
{
    private readonly Document _document;
    private readonly List<NameMention> _names;
    private readonly NameUsageClassifier _usage;

    // How often single words act in the article.
    private readonly Dictionary<string, int> _acting = new(StringComparer.Ordinal);

    // Surnames that stand after Mr, Ms or an office.
    private readonly HashSet<string> _addressed = new(StringComparer.Ordinal);

    // What the document itself explains in brackets, whatever it means elsewhere.
    private readonly HashSet<string> _acronyms = new(StringComparer.Ordinal);
    private readonly ActorClusters _clusters = new();
    private readonly List<(NameMention Name, int Cluster)> _linked = [];

    public CoreferenceResolver(Document document, List<NameMention> names, Dictionary<string, int> places)
    {
        (_document, _names) = (document, names);
        _usage = new(document, places, _acting);
    }

    public ResolvedActors Resolve(CancellationToken cancel)
    {
        var open = new List<NameMention>();
        foreach (var name in _names)
        {
            if (name is { CanonicalName: null, Kind: ActorKind.Organisation or ActorKind.Medium } && AcronymAfter(name) is { } acronym)
                _acronyms.Add(acronym);
        }

        foreach (var name in _names)
        {
            if (!TryLinkFullName(name))
                open.Add(name);
        }

        cancel.ThrowIfCancellationRequested();
        foreach (var name in open)
        {
            if (name is { Length: 1, IsAddressed: true })
                _addressed.Add(TextOf(name));
        }

        foreach (var name in open)
        {
            if (
                name is { Length: 1, IsFromHeadline: false }
                && NameContext.IsAgent(_document, _document.Sentences[_document.SentenceOf(name.First)], name.First, name.End)
            )
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_acting, TextOf(name), out _)++;
            }
        }

        foreach (var name in open)
            LinkShortName(name);
        _linked.Sort((a, b) => a.Name.First.CompareTo(b.Name.First));
        new PronounResolver(_document, _linked, _clusters).Resolve();
        new DescriptionResolver(_document, _linked, _clusters).Resolve();
        cancel.ThrowIfCancellationRequested();
        return Build();
    }

    private string TextOf(NameMention name) => _document.TextOf(name.First, name.End);

    // Names that stand for themselves; the others wait until all of these are known.
    private bool TryLinkFullName(NameMention name)
    {
        if (name.IsFromHeadline || (name.CanonicalName is null && name.Length == 1))
            return false;
        if (name.CanonicalName is not null)
        {
            if (name.IsCapitalCity || _acronyms.Contains(TextOf(name)))
                return false;
            Link(name, _clusters.GetOrAddKnown(name.CanonicalName, name.Kind!.Value));
            return true;
        }
        if (name.Kind is null)
            return false;
        var words = WordsOf(name);
        Link(
            name,
            name.Kind == ActorKind.Person
                ? _clusters.GetOrAddPerson(words, name.Gender)
                : _clusters.GetOrAddOrganisation(words, name.Kind.Value, AcronymAfter(name))
        );
        return true;
    }

    private void LinkShortName(NameMention name)
    {
        if (name.IsCapitalCity)
        {
            // A city may be somebody's surname.
            if (_clusters.FindByShortName(TextOf(name), Gender.Unknown) is { } person && _clusters.All[person].Kind == ActorKind.Person)
                Link(name, person);
            else if (name.Kind is not null)
                Link(name, _clusters.GetOrAddKnown(name.CanonicalName!, ActorKind.State));
            return;
        }
        // Where people are addressed, "Holm" without Mr or Ms is the firm.
        if (name is { Length: 1, IsAddressed: false } && _addressed.Contains(TextOf(name)) && _clusters.FindFirm(TextOf(name)) is { } firm)
        {
            Link(name, firm);
            return;
        }

        if (name.Length == 1 && _clusters.FindByShortName(TextOf(name), name.Gender) is { } cluster)
        {
            if (name.Kind != ActorKind.Organisation || _clusters.All[cluster].Kind != ActorKind.Person)
                Link(name, cluster);
            return;
        }
        if (name.IsFromHeadline)
        {
            LinkHeadlineParts(name);
        }
        else if (_usage.Classify(name) is { } kind)
        {
            Link(
                name with
                {
                    Kind = kind,
                },
                kind == ActorKind.Person
                    ? _clusters.GetOrAddPerson(WordsOf(name), name.Gender)
                    : _clusters.GetOrAddOrganisation(WordsOf(name), kind, null)
            );
        }
    }

    // In a headline the names have no clear ends: take what the text below knows.
    private void LinkHeadlineParts(NameMention name)
    {
        for (var at = name.First; at < name.End; at++)
        {
            for (var end = Math.Min(name.End, at + 4); end > at; end--)
            {
                if (_clusters.FindByExactName(_document.TextOf(at, end)) is not { } cluster)
                    continue;
                Link(name with { First = at, End = end }, cluster);
                at = end - 1;
                break;
            }
        }
    }

    private string[] WordsOf(NameMention name)
    {
        var words = new string[name.Length];
        for (var i = 0; i < words.Length; i++)
            words[i] = _document.Tokens[name.First + i].Text;
        return words;
    }

    // Capitals in brackets right after: "the Central Statistics Office (CSO)".
    private string? AcronymAfter(NameMention name) =>
        name.End + 2 < _document.Tokens.Length
        && _document.Tokens[name.End].Is('(')
        && _document.Tokens[name.End + 2].Is(')')
        && _document.Tokens[name.End + 1].IsAllCapitals
            ? _document.Tokens[name.End + 1].Text
            : null;

    private void Link(NameMention name, int cluster)
    {
        _clusters.All[cluster].AddName(TextOf(name), name.Gender);
        _linked.Add((name, cluster));
    }

    private ResolvedActors Build()
    {
        var (order, mentions) = (new Dictionary<int, int>(), ImmutableArray.CreateBuilder<ActorMention>(_linked.Count));
        var end = 0;
        foreach (var (name, cluster) in _linked)
        {
            if (name.First < end)
                continue;
            order.TryAdd(cluster, order.Count);
            mentions.Add(new(name.First, name.End, order[cluster], name.MentionKind));
            end = name.End;
        }
        var actors = order.OrderBy(entry => entry.Value).Select(entry => _clusters.All[entry.Key].ToActor()).ToImmutableArray();
        return new(_document.Tokens.Length, actors, mentions.DrainToImmutable());
    }
}
