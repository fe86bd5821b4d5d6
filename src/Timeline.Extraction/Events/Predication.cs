using Timeline.Extraction.Text;

namespace Timeline.Extraction.Events;

/// <summary>How a verb stands to its subject.</summary>
internal enum PredicationForm : byte
{
    /// <summary>A clause of its own: "she resigned".</summary>
    Finite,

    /// <summary>"who resigned": the subject is what the pronoun stands for.</summary>
    Relative,

    /// <summary>"founded in 1951", of the noun before it.</summary>
    Participle,

    /// <summary>"after leaving the army in 1951", of the subject of the clause before.</summary>
    Gerund,
}

/// <summary>A verb with its subject and its complement: the smallest clause that can stand alone.</summary>
/// <param name="Owner">Whose the subject is, where "whose" stands for it.</param>
/// <param name="Subject">Its noun phrase; null where the sentence leaves it out.</param>
/// <param name="Group">The verb with its auxiliaries, and with the verbs that govern it: "plans to resign".</param>
/// <param name="Head">The verb that carries the meaning.</param>
/// <param name="End">Where its complement ends.</param>
internal sealed record Predication(TokenSpan? Owner, TokenSpan? Subject, TokenSpan Group, int Head, int End, PredicationForm Form)
{
    /// <summary>Its object, where that stands before the subject: "a camp that Holm bought".</summary>
    public TokenSpan? Gap { get; init; }
}
