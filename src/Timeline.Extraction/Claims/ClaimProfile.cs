using System.Collections.Frozen;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>What tells which claims speak of one thing: who says it, the words of what is said, and what a reply calls it.</summary>
internal sealed class ClaimProfile
{
    private const int MostWords = 40,
        StemLength = 5,
        ShortestWord = 4;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Names = EmbeddedData
        .ReadRows("Claims.replies.tsv")
        .ToFrozenDictionary(row => row[0], row => row[1].Split(' ').ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    // Forms of address, which say nothing of who is who.
    private static readonly FrozenSet<string> Address = WordSet.Parse(
        "mr mr. mrs mrs. ms ms. miss dr dr. sir dame lord lady prof prof. professor gen gen. general lt lt. col col. capt capt. sgt sgt."
            + " rev rev. president minister senator sen. gov. governor judge sheriff coun cllr"
    );

    // Who holds one of these speaks for a body that was named before.
    private static readonly FrozenSet<string> Offices = WordSet.Parse(
        "official officials lawyer lawyers attorney solicitor president vice chairman chairwoman chair director manager chief executive"
            + " minister secretary embassy office founder owner spokesman spokeswoman spokesperson chancellor commissioner"
    );

    private List<string>? _classes;

    public ClaimProfile(AttributionDraft draft, Stance stance, int sentence, IReadOnlyList<TokenSpan> content)
    {
        (Draft, Stance, Sentence, Content) = (draft, stance, sentence, content);
        AddSource(draft);
        var document = draft.Sentence.Document;
        foreach (var part in content)
        {
            for (var i = part.First; i < part.End && Topics.Count < MostWords; i++)
                AddWord(document.Tokens[i]);
        }
    }

    public AttributionDraft Draft { get; }
    public Stance Stance { get; set; }
    public int Sentence { get; }

    /// <summary>What is said, in the order of the text.</summary>
    public IReadOnlyList<TokenSpan> Content { get; }

    /// <summary>Names and the head of who says it, lower case.</summary>
    public HashSet<string> Side { get; } = new(StringComparer.Ordinal);

    /// <summary>Stems of what is said.</summary>
    public HashSet<string> Topics { get; } = new(StringComparer.Ordinal);

    /// <summary>The names in what is said, lower case.</summary>
    public HashSet<string> Named { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether its source is a pronoun.</summary>
    public bool IsPronoun { get; private set; }

    /// <summary>Whether its source is only named by what it does for somebody: he, a spokesman.</summary>
    public bool SpeaksForOthers => IsPronoun || _holdsOffice;

    // Whether the source is called by an office: "Holm, a vice president".
    private bool _holdsOffice;

    /// <summary>Whether what is said holds a number.</summary>
    public bool HasNumber { get; private set; }

    /// <summary>Whether it opens with a word that stands for something said before.</summary>
    public bool PointsBack =>
        Draft.ContentWords(1) is [var first] && first is "it" or "this" or "the" or "those" or "these" or "such" or "doing"
        || Content.Count > 0 && Draft.Sentence.Document.Tokens[Content[0].First].Is("that") && Content[0].End - Content[0].First < 4;

    /// <summary>Whether a medium passed it on as its own report, and was not only told it in an interview.</summary>
    public bool IsReported => Draft.Via is { } via && !(via.First >= Draft.CueEnd && via.First - Draft.CueEnd <= 2);

    /// <summary>Whether a word calls a claim by this class: "the report", "that figure".</summary>
    public static bool CallsSo(string name, string word) => Names[name].Contains(word);

    /// <summary>Whether it answers, by its stance.</summary>
    public bool IsReply =>
        Stance is Stance.Denies or Stance.Disputes or Stance.Confirms or Stance.NeitherConfirmsNorDenies or Stance.DeclinesToComment;

    /// <summary>Whether both come from one side.</summary>
    public bool SharesSide(ClaimProfile other) => Side.Overlaps(other.Side);

    /// <summary>The classes by which it names what it answers: "that figure", "the demand".</summary>
    public IReadOnlyList<string> AnsweredClasses => _classes ??= FindClasses();

    /// <summary>Whether a reply can call this claim so.</summary>
    public bool IsOf(string name) =>
        name switch
        {
            "demands" => Stance == Stance.Demands,
            "expects" => Stance == Stance.Expects,
            "promises" => Stance == Stance.Promises,
            "number" => HasNumber,
            "report" => Draft.Sense.Lemma is "report" or "story" or "write" || Draft.Via is not null,
            _ => Stance == Stance.Asserts,
        };

    private List<string> FindClasses()
    {
        var found = new List<string>();
        foreach (var word in Draft.ContentWords(8))
        {
            foreach (var (name, words) in Names)
            {
                if (words.Contains(word))
                    found.Add(name);
            }
        }

        return found;
    }

    private void AddSource(AttributionDraft draft)
    {
        if (draft.Source is not { } source)
            return;
        for (var i = source.First; i < source.End; i++)
        {
            if (draft.Sentence.Tag(i).IsName && !Address.Contains(draft.Sentence.Lower(i)))
                Side.Add(draft.Sentence.Lower(i));
            _holdsOffice |= Offices.Contains(draft.Sentence.Lower(i));
        }

        IsPronoun = draft.Sentence.Tag(source.HeadFirst) == PosTag.PRP;
        if (!IsPronoun)
            Side.Add(draft.Sentence.Lower(source.HeadEnd - 1));
    }

    private void AddWord(Token token)
    {
        HasNumber |= token.Kind == TokenKind.Number || token.Tag == PosTag.CD;
        HasNumber |=
            token.Lower is "half" or "third" or "quarter" or "double" or "twice"
            || token.Lower.Contains("-third", StringComparison.Ordinal);
        if (token.Tag.IsName && !Address.Contains(token.Lower))
            Named.Add(token.Lower);
        if (token.Tag.IsNoun || token.Tag.IsAdjective || token.Tag.IsVerb || token.Kind == TokenKind.Number)
        {
            if (token.Lower.Length >= ShortestWord)
                Topics.Add(token.Lower[..Math.Min(StemLength, token.Lower.Length)]);
        }
    }
}
