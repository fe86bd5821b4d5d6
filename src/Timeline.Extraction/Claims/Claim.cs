namespace Timeline.Extraction.Claims;

/// <summary>What the source does with what it says.</summary>
public enum Stance : byte
{
    Asserts,
    Confirms,
    Denies,
    Disputes,
    NeitherConfirmsNorDenies,
    DeclinesToComment,
    Promises,
    Demands,
    Expects,
}

/// <summary>How a source comes to stand behind its content.</summary>
public enum Manner : byte
{
    /// <summary>In words: said, wrote, denied.</summary>
    Said,

    /// <summary>A document or poll shows it.</summary>
    Shown,

    /// <summary>As a question.</summary>
    Asked,

    /// <summary>A belief or an expectation, told by the article.</summary>
    Thought,

    /// <summary>An attitude towards something, told by the article: supports, wants.</summary>
    Felt,

    /// <summary>By saying nothing: did not respond, had no comment.</summary>
    Silent,
}

/// <summary>Consecutive tokens of the document, end exclusive.</summary>
public readonly record struct Run(int First, int End)
{
    /// <summary>Whether both share a token.</summary>
    public bool Overlaps(Run other) => First < other.End && other.First < End;
}

/// <summary>One attribution, in tokens of its document.</summary>
/// <param name="Source">The source as the text names it there, appositions included; null where it is left open ("is expected to").</param>
/// <param name="Who">The words to identify the source by: for "who" what it refers to, else the head of <paramref name="Source"/>.</param>
/// <param name="Via">The medium or agency that passed it on.</param>
/// <param name="Content">What is said, in parts where the cue stands between.</param>
/// <param name="Direct">Whether any of it is the source's own words.</param>
/// <param name="RespondsTo">Index of the claim that it answers, in the same list.</param>
public sealed record Claim(
    Run? Source,
    Run? Who,
    Run? Via,
    Run Cue,
    IReadOnlyList<Run> Content,
    bool Direct,
    Stance Stance,
    Manner Manner,
    int? RespondsTo
);

/// <summary>The contract's names.</summary>
public static class StanceNames
{
    extension(Stance stance)
    {
        /// <summary>As the API writes it: <c>neither-confirms-nor-denies</c>.</summary>
        public string Name =>
            stance switch
            {
                Stance.Asserts => "asserts",
                Stance.Confirms => "confirms",
                Stance.Denies => "denies",
                Stance.Disputes => "disputes",
                Stance.NeitherConfirmsNorDenies => "neither-confirms-nor-denies",
                Stance.DeclinesToComment => "declines-to-comment",
                Stance.Promises => "promises",
                Stance.Demands => "demands",
                _ => "expects",
            };
    }
}
