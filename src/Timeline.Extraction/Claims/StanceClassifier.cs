using System.Collections.Frozen;

namespace Timeline.Extraction.Claims;

/// <summary>
/// What a source does with its content: the cue's own stance, turned by negation, by the verb it refuses to do, and by the modality of
/// what is said.
/// </summary>
internal static class StanceClassifier
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Words = EmbeddedData
        .ReadRows("Claims.stances.tsv")
        .ToFrozenDictionary(row => row[0], row => row[1].Split(' ').ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    public static bool IsWordOf(string kind, string word) => Words[kind].Contains(word);

    /// <summary>The words of these kinds.</summary>
    public static IEnumerable<string> WordsOf(params string[] kinds) => kinds.SelectMany(kind => Words[kind]);

    public static Stance Classify(AttributionDraft draft)
    {
        var stance = draft.Sense.Stance;
        if (IsWithheld(draft))
            return Stance.NeitherConfirmsNorDenies;
        if (OfRefusal(draft) is { } refused)
            return refused;
        if (draft.IsNegated)
            return OfNegated(draft, stance);
        if (draft.Sense.Lemma == "plead" && draft.ContentWords(2) is [var first, ..] plea && (first == "guilty" || plea[^1] == "guilty"))
            return first == "not" ? Stance.Denies : Stance.Confirms;
        if (stance == Stance.Asserts && IsWordOf("labelling", draft.Sense.Lemma))
            return draft.ContentWords(28).Any(IsContemptuous) ? Stance.Disputes : stance;
        if (stance == Stance.Asserts && draft.Sense.Particle == "out" && draft.ContentWords(5).Any(word => IsWordOf("conditions", word)))
            return Stance.Demands;
        return stance switch
        {
            Stance.Asserts when draft.Sense.Manner == AttributionManner.Asked => draft.ContentHasInfinitive() ? Stance.Demands : stance,
            Stance.Asserts when draft.Sense.Manner is AttributionManner.Said or AttributionManner.Thought => OfContent(draft),
            Stance.Confirms when draft.ContentVerb() is { } verb && Cancels(draft.ContentWords(28), verb) => Stance.Cancels,
            _ => stance,
        };
    }

    // "called the figure guesswork", "described it as a smear"
    private static bool IsContemptuous(string word) =>
        IsWordOf("untrue", word) || IsWordOf("doubtful", word) || IsWordOf("contemptuous", word);

    // "can neither confirm nor deny", "refused to confirm or deny", in the cue or at the head of the content
    private static bool IsWithheld(AttributionDraft draft)
    {
        var (confirms, denies, negated) = (false, false, draft.IsNegated || draft.Sense.Stance == Stance.DeclinesToComment);
        foreach (var word in draft.OpeningWords())
        {
            confirms |= IsWordOf("confirming", word);
            denies |= IsWordOf("denying", word);
            negated |= VerbGroups.IsNegation(word);
        }
        return confirms && denies && negated;
    }

    // "declined to say", "refused to confirm", "stopped short of confirming", "avoided confirming"
    private static Stance? OfRefusal(AttributionDraft draft)
    {
        if (draft.Sense.Lemma is not ("decline" or "refuse" or "avoid" or "stop"))
            return null;
        foreach (var word in draft.ContentWords(6))
        {
            if (IsWordOf("confirming", word) || IsWordOf("denying", word))
                return Stance.NeitherConfirmsNorDenies;
            if (IsWordOf("answering", word))
                return Stance.DeclinesToComment;
        }
        return draft.Sense.Stance;
    }

    private static Stance OfNegated(AttributionDraft draft, Stance stance) =>
        stance switch
        {
            Stance.Denies
                when draft.Group is { } group && draft.Sentence.Lower(group.First) is "can" or "could" && draft.Sense.Lemma is "deny" =>
                Stance.Confirms,
            Stance.Confirms when draft.Sense.Lemma is "accept" or "agree" or "recognize" or "recognise" or "grant" => Stance.Disputes,
            Stance.Confirms or Stance.Denies or Stance.Disputes => Stance.NeitherConfirmsNorDenies,
            Stance.Asserts when IsWordOf("answering", draft.Sense.Lemma) => Stance.DeclinesToComment,
            Stance.Asserts when draft.Sense.Manner == AttributionManner.Thought && draft.Sense.Lemma is "think" or "believe" or "buy" =>
                Stance.Disputes,
            Stance.Asserts when draft.Sense.Lemma == "accept" => Stance.Disputes,
            Stance.Promises => Stance.DeclinesToComment,
            _ => stance,
        };

    // Said or thought: what the content's first clause does decides.
    private static Stance OfContent(AttributionDraft draft)
    {
        var words = draft.ContentWords(28);
        var verb = draft.ContentVerb();
        if (OfDirectSpeech(draft, words) is { } direct)
            return direct;
        if (verb is not { } at)
            return Stance.Asserts;
        var subject = words[..at];
        var rest = words[at..Math.Min(words.Count, at + 9)];
        if (OfJudgement(subject, rest) is { } judged)
            return judged;
        return Cancels(words, at) ? Stance.Cancels : OfModality(draft, subject, rest) ?? Stance.Asserts;
    }

    // "said that the visit had been called off"
    private static bool Cancels(List<string> words, int verb) =>
        Cancellations.FindVerb(words[verb..Math.Min(words.Count, verb + Cancellations.LongestVerbGroup)]) >= 0;

    private static Stance? OfDirectSpeech(AttributionDraft draft, List<string> words)
    {
        if (words.Count == 0)
            return null;
        var opening = words[..Math.Min(words.Count, 8)];
        if (words[0] == "no" && words.Contains("comment") || words.Contains("comment") && opening.Any(VerbGroups.IsNegation))
            return Stance.DeclinesToComment;
        if (opening.Contains("better") && opening.Contains("not") && opening.Contains("say"))
            return Stance.DeclinesToComment;
        if (words[0] == "let" || draft.ContentStartsWithBaseVerb())
            return Stance.Demands;
        return draft.Sense.Lemma is "tell" or "ask" or "warn" or "remind" && draft.ContentHasInfinitive() ? Stance.Demands : null;
    }

    private static Stance? OfJudgement(List<string> subject, List<string> rest)
    {
        var negated = rest.Take(4).Any(VerbGroups.IsNegation);
        var able = rest[0] is "can" or "could" or "cannot";
        if (rest.Any(word => IsWordOf("confirming", word)))
        {
            if (!able && !IsWordOf("doing", rest[0]))
                return null;
            return negated ? Stance.NeitherConfirmsNorDenies : Stance.Confirms;
        }

        if (rest.Take(4).Any(word => word is "deny" or "denied" or "dispute"))
        {
            if (!negated)
                return Stance.Denies;
            return able ? Stance.Confirms : Stance.NeitherConfirmsNorDenies;
        }

        if (subject.Count > 0 && subject[^1] == "there" && negated && rest.Contains("truth"))
            return Stance.Denies;
        if (subject.Count > 0 && subject[^1] == "there" && negated && rest.Contains("evidence"))
            return Stance.Disputes;
        if (subject.Count > 1 && subject.Contains("no") && subject.Contains("such"))
            return Stance.Denies;
        if (rest.Contains("convinced") && negated || rest.Any(word => IsWordOf("doubtful", word)) && !negated)
            return Stance.Disputes;
        if (!subject.Any(word => IsWordOf("report", word)))
            return null;
        var untrue = rest.Take(6).Any(word => IsWordOf("untrue", word));
        if (untrue && negated)
            return null;
        if (untrue || negated && rest.Any(word => IsWordOf("true", word)) || rest.Contains("never") && rest.Contains("happened"))
            return Stance.Denies;
        return rest.Take(4).Any(word => word == "true") ? Stance.Confirms : null;
    }

    private static Stance? OfModality(AttributionDraft draft, List<string> subject, List<string> rest)
    {
        if (rest.Take(5).Any(word => IsWordOf("intending", word)))
            return Stance.Promises;
        if (rest.Take(5).Any(word => IsWordOf("likely", word)))
            return Stance.Expects;
        if (IsWordOf("obliging", rest[0]) || IsWordOf("needing", rest[0]) && rest.Count > 1 && rest[1] == "to")
            return Stance.Demands;
        if (!IsWordOf("future", rest[0]))
            return null;
        if (draft.Sense.Lemma == "assure")
            return Stance.Promises;
        if (rest[0] == "'d" || subject.Count > 3)
            return Stance.Expects;
        var last = subject.Count > 0 ? subject[^1] : "";
        var own = draft.IsDirect ? IsWordOf("first-person", last) : IsWordOf("first-person", last) || IsWordOf("third-person", last);
        return own ? Stance.Promises : Stance.Expects;
    }
}
