using Timeline.Edtf;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Events;

/// <summary>An event while the article is being read, in tokens and in indexes of times and claims.</summary>
/// <param name="Title">The tokens of its clause.</param>
/// <param name="Verb">The token of the verb that tells it, or the noun; -1 for none.</param>
/// <param name="Statement">Index of the claim that was made there; null where something else happened.</param>
internal sealed record EventDraft(TokenSpan Title, int Verb, int? Statement)
{
    public EdtfDate? Date { get; set; }
    public List<int> Times { get; } = [];
    public List<int> Claims { get; } = [];

    /// <summary>Actors whom its title names for an "it" or a "they".</summary>
    public List<int> Referred { get; } = [];
    public bool IsThroughout { get; set; }
    public EventKind Kind { get; set; } = EventKind.Other;

    /// <summary>What a title leaves out: an aside between subject and verb.</summary>
    public TokenSpan? Aside { get; init; }

    /// <summary>What its verb says of whom; null where a noun tells it.</summary>
    public Predication? Predication { get; init; }

    /// <summary>What somebody is called in an apposition that is dated; null where a verb or a noun tells it.</summary>
    public Apposition? Apposition { get; init; }

    /// <summary>The words that date it, where they are more than the expression.</summary>
    public TokenSpan? Phrase { get; set; }

    /// <summary>Whether its title says who says it, though its date is not that of the saying: "promised a lawsuit next month".</summary>
    public bool IsNamedByClaim { get; init; }

    /// <summary>Whether the article tells of it in its own voice.</summary>
    public bool IsInArticleVoice { get; init; }
}
