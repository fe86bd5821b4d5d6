using System.Collections.Frozen;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Events;

/// <summary>Which words are verbs, and which of them only help another.</summary>
internal static class VerbForms
{
    private static readonly FrozenSet<string> Auxiliaries = WordSet.Parse(
        "be is are was were been being am have has had having do does did 's 're 'm 've 'd"
    );

    /// <summary>Whether the verb only helps another one, or links: be, have, do.</summary>
    public static bool IsAuxiliary(Token token) => token.Tag == PosTag.MD || token.Tag.IsVerb && Auxiliaries.Contains(token.Lower);

    /// <summary>Whether the word is a form of "be".</summary>
    public static bool IsBe(Token token) =>
        token.Lower is "be" or "is" or "are" or "was" or "were" or "been" or "being" or "am" or "'s" or "'re" or "'m";

    /// <summary>Any verb form, modals too.</summary>
    public static bool IsVerb(Token token) => token.Tag.IsVerb || token.Tag == PosTag.MD;

    /// <summary>Whether the word takes a meaning back.</summary>
    public static bool IsNegation(string lower) =>
        lower is "not" or "n't" or "never" or "no" or "neither" or "nor" or "without" or "hardly";
}
