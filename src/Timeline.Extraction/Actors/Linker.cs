using System.Collections.Immutable;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Actors;

/// <summary>Joins the names of one identity: first those given in full, then what is short for them, then pronouns.</summary>
internal sealed class Linker(Document document, List<Name> names, HashSet<string> places)
{
    // Single words that act somewhere in the article.
    private readonly HashSet<string> _acting = new(StringComparer.Ordinal);
    private readonly Identities _identities = new();
    private readonly List<(Name Name, int Identity)> _linked = [];

    public Cast Link(CancellationToken cancel)
    {
        var open = new List<Name>();
        foreach (var name in names)
        {
            if (!Full(name))
                open.Add(name);
        }

        cancel.ThrowIfCancellationRequested();
        foreach (var name in open)
        {
            if (
                name is { Length: 1, IsWeak: false }
                && Context.IsAgent(document, document.Sentences[document.SentenceOf(name.First)], name.First, name.End)
            )
            {
                _acting.Add(Text(name));
            }
        }

        foreach (var name in open)
            Short(name);
        _linked.Sort((a, b) => a.Name.First.CompareTo(b.Name.First));
        new Pronouns(document, _linked, _identities).Link();
        cancel.ThrowIfCancellationRequested();
        return Build();
    }

    private string Text(Name name) => document.Words(name.First, name.End);

    // Names that stand for themselves; the others wait until all of these are known.
    private bool Full(Name name)
    {
        if (name.IsWeak || (name.Of is null && name.Length == 1))
            return false;
        if (name.Of is not null)
        {
            if (name.IsCapital)
                return false;
            Add(name, _identities.Known(name.Of, name.Kind!.Value));
            return true;
        }
        if (name.Kind is null)
            return false;
        var words = Words(name);
        Add(
            name,
            name.Kind == ActorKind.Person
                ? _identities.Person(words, name.Gender)
                : _identities.Organisation(words, name.Kind.Value, Acronym(name))
        );
        return true;
    }

    private void Short(Name name)
    {
        if (name.IsCapital)
        {
            // A city may be somebody's surname.
            if (_identities.ByShort(Text(name), Gender.Unknown) is { } person && _identities.All[person].Kind == ActorKind.Person)
                Add(name, person);
            else if (name.Kind is not null)
                Add(name, _identities.Known(name.Of!, ActorKind.State));
            return;
        }
        if (name.Length == 1 && _identities.ByShort(Text(name), name.Gender) is { } identity)
        {
            if (name.Kind != ActorKind.Organisation || _identities.All[identity].Kind != ActorKind.Person)
                Add(name, identity);
            return;
        }
        if (name.IsWeak)
        {
            Pieces(name);
        }
        else if (Judge(name) is { } kind)
        {
            Add(
                name with
                {
                    Kind = kind,
                },
                kind == ActorKind.Person ? _identities.Person(Words(name), name.Gender) : _identities.Organisation(Words(name), kind, null)
            );
        }
    }

    // In a headline the names have no clear ends: take what the text below knows.
    private void Pieces(Name name)
    {
        for (var at = name.First; at < name.End; at++)
        {
            for (var end = Math.Min(name.End, at + 4); end > at; end--)
            {
                if (_identities.ByText(document.Words(at, end)) is not { } identity)
                    continue;
                Add(name with { First = at, End = end }, identity);
                at = end - 1;
                break;
            }
        }
    }

    // What an unknown name is, from how it is used.
    private ActorKind? Judge(Name name)
    {
        var sentence = document.Sentences[document.SentenceOf(name.First)];
        if (name.Length == 1 && document.Tokens[name.First].Tag == Tag.NNPS)
            return null;
        if (name.Kind is ActorKind.Person || name.IsAddressed)
            return ActorKind.Person;
        if (name.Kind is not null)
            return name.Kind;
        var described =
            Context.IsDescribedAsPerson(document, sentence, name.End)
            && !(name.First > sentence.First && document.Tokens[name.First - 1].Tag == Tag.IN);
        var acts = Context.IsAgent(document, sentence, name.First, name.End);
        if (name.Length is 2 or 3 or 4)
            return described || acts || Plain(name, sentence) ? ActorKind.Person : null;
        return name.Length > 1 ? null : Single(name, described);
    }

    private ActorKind? Single(Name name, bool described)
    {
        var token = document.Tokens[name.First];
        if (described || (Lexicon.IsFirstName(token, out _) && token.Tag == Tag.NNP))
            return ActorKind.Person;
        if (places.Contains(token.Text))
            return null;
        return token.Tag == Tag.NNP && _acting.Contains(token.Text) && token.Text.All(char.IsLetter) ? ActorKind.Organisation : null;
    }

    // Two or three plain words with capitals, and no article before: more often a person than anything else.
    private bool Plain(Name name, Sentence sentence)
    {
        if (name.First > sentence.First && document.Tokens[name.First - 1].Tag is Tag.DT or Tag.JJ or Tag.POS)
            return false;
        for (var i = name.First; i < name.End; i++)
        {
            if (
                document.Tokens[i] is { Tag: not Tag.NNP } or { IsAllCapitals: true }
                || document.Tokens[i].Text.Any(char.IsDigit)
                || IsThing(document.Tokens[i].Text)
            )
            {
                return false;
            }
        }

        return name.Length < 4;
    }

    private static bool IsThing(string word) =>
        Lexicon.ThingWords.Contains(word) || Lexicon.PlaceWords.Contains(word) || Lexicon.OrganisationWords.Contains(word);

    private string[] Words(Name name)
    {
        var words = new string[name.Length];
        for (var i = 0; i < words.Length; i++)
            words[i] = document.Tokens[name.First + i].Text;
        return words;
    }

    // Capitals in brackets right after: "the Central Statistics Office (CSO)".
    private string? Acronym(Name name) =>
        name.End + 2 < document.Tokens.Length
        && document.Tokens[name.End].Is('(')
        && document.Tokens[name.End + 2].Is(')')
        && document.Tokens[name.End + 1].IsAllCapitals
            ? document.Tokens[name.End + 1].Text
            : null;

    private void Add(Name name, int identity)
    {
        _identities.All[identity].Called(Text(name), name.Gender);
        _linked.Add((name, identity));
    }

    private Cast Build()
    {
        var (order, mentions) = (new Dictionary<int, int>(), ImmutableArray.CreateBuilder<Mention>(_linked.Count));
        var end = 0;
        foreach (var (name, identity) in _linked)
        {
            if (name.First < end)
                continue;
            order.TryAdd(identity, order.Count);
            mentions.Add(new(name.First, name.End, order[identity], name.Mention));
            end = name.End;
        }
        var actors = order.OrderBy(entry => entry.Value).Select(entry => _identities.All[entry.Key].ToActor()).ToImmutableArray();
        return new(document.Tokens.Length, actors, mentions.DrainToImmutable());
    }
}
