using System.Collections.Frozen;

namespace Timeline.Extraction.Claims;

/// <summary>What a source does with its content: the cue's own stance, turned by negation, by the verb it refuses to do, and by the modality of what is said.</summary>
internal static class Stances
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Words = Data.Rows("Claims.stances.tsv")
        .ToFrozenDictionary(row => row[0], row => row[1].Split(' ').ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    public static bool Has(string kind, string word) => Words[kind].Contains(word);

    public static Stance Of(Draft draft)
    {
        var stance = draft.Reading.Stance;
        if (Withheld(draft))
            return Stance.NeitherConfirmsNorDenies;
        if (Refuses(draft) is { } refused)
            return refused;
        if (draft.IsNegated)
            return Negated(draft, stance);
        return stance switch
        {
            Stance.Asserts when draft.Reading.Manner == Manner.Asked => draft.ContentOrders() ? Stance.Demands : stance,
            Stance.Asserts when draft.Reading.Manner is Manner.Said or Manner.Thought => Told(draft),
            _ => stance,
        };
    }

    // "can neither confirm nor deny", "refused to confirm or deny", in the cue or at the head of the content
    private static bool Withheld(Draft draft)
    {
        var (confirms, denies, negated) = (false, false, draft.IsNegated || draft.Reading.Stance == Stance.DeclinesToComment);
        foreach (var word in draft.Opening())
        {
            confirms |= Has("confirming", word);
            denies |= Has("denying", word);
            negated |= VerbGroups.IsNegation(word);
        }
        return confirms && denies && negated;
    }

    // "declined to say", "refused to confirm", "stopped short of confirming", "avoided confirming"
    private static Stance? Refuses(Draft draft)
    {
        if (draft.Reading.Lemma is not ("decline" or "refuse" or "avoid" or "stop"))
            return null;
        foreach (var word in draft.ContentWords(6))
        {
            if (Has("confirming", word) || Has("denying", word))
                return Stance.NeitherConfirmsNorDenies;
            if (Has("answering", word))
                return Stance.DeclinesToComment;
        }
        return draft.Reading.Stance;
    }

    private static Stance Negated(Draft draft, Stance stance) =>
        stance switch
        {
            Stance.Denies
                when draft.Group is { } group && draft.Line.Lower(group.First) is "can" or "could" && draft.Reading.Lemma is "deny" =>
                Stance.Confirms,
            Stance.Confirms when draft.Reading.Lemma is "accept" or "agree" or "recognize" or "recognise" or "grant" => Stance.Disputes,
            Stance.Confirms or Stance.Denies or Stance.Disputes => Stance.NeitherConfirmsNorDenies,
            Stance.Asserts when Has("answering", draft.Reading.Lemma) => Stance.DeclinesToComment,
            Stance.Asserts when draft.Reading.Manner == Manner.Thought && draft.Reading.Lemma is "think" or "believe" or "buy" =>
                Stance.Disputes,
            Stance.Asserts when draft.Reading.Lemma == "accept" => Stance.Disputes,
            Stance.Promises => Stance.DeclinesToComment,
            _ => stance,
        };

    // Said or thought: what the content's first clause does decides.
    private static Stance Told(Draft draft)
    {
        var words = draft.ContentWords(28);
        var verb = draft.ContentVerb();
        if (Direct(draft, words) is { } direct)
            return direct;
        if (verb is not { } at)
            return Stance.Asserts;
        var subject = words[..at];
        var rest = words[at..Math.Min(words.Count, at + 9)];
        return Judged(subject, rest) ?? Modal(draft, subject, rest) ?? Stance.Asserts;
    }

    private static Stance? Direct(Draft draft, List<string> words)
    {
        if (words.Count == 0)
            return null;
        var opening = words[..Math.Min(words.Count, 8)];
        if (words[0] == "no" && words.Contains("comment") || words.Contains("comment") && opening.Any(VerbGroups.IsNegation))
            return Stance.DeclinesToComment;
        if (opening.Contains("better") && opening.Contains("not") && opening.Contains("say"))
            return Stance.DeclinesToComment;
        if (words[0] == "let" || draft.ContentStartsBare())
            return Stance.Demands;
        return draft.Reading.Lemma is "tell" or "ask" or "warn" or "remind" && draft.ContentOrders() ? Stance.Demands : null;
    }

    private static Stance? Judged(List<string> subject, List<string> rest)
    {
        var negated = rest.Take(4).Any(VerbGroups.IsNegation);
        var able = rest[0] is "can" or "could" or "cannot";
        if (rest.Any(word => Has("confirming", word)))
        {
            return !able && !Has("doing", rest[0]) ? null
                : negated ? Stance.NeitherConfirmsNorDenies
                : Stance.Confirms;
        }

        if (rest.Take(4).Any(word => word is "deny" or "denied" or "dispute"))
        {
            return !negated ? Stance.Denies
                : able ? Stance.Confirms
                : Stance.NeitherConfirmsNorDenies;
        }

        if (subject.Count > 0 && subject[^1] == "there" && negated && rest.Contains("truth"))
            return Stance.Denies;
        if (subject.Count > 0 && subject[^1] == "there" && negated && rest.Contains("evidence"))
            return Stance.Disputes;
        if (subject.Count > 1 && subject.Contains("no") && subject.Contains("such"))
            return Stance.Denies;
        if (rest.Contains("convinced") && negated || rest.Any(word => Has("doubtful", word)) && !negated)
            return Stance.Disputes;
        if (!subject.Any(word => Has("report", word)))
            return null;
        var untrue = rest.Take(6).Any(word => Has("untrue", word));
        if (untrue && negated)
            return null;
        if (untrue || negated && rest.Any(word => Has("true", word)) || rest.Contains("never") && rest.Contains("happened"))
            return Stance.Denies;
        return rest.Take(4).Any(word => word == "true") ? Stance.Confirms : null;
    }

    private static Stance? Modal(Draft draft, List<string> subject, List<string> rest)
    {
        if (rest.Take(5).Any(word => Has("intending", word)))
            return Stance.Promises;
        if (rest.Take(5).Any(word => Has("likely", word)))
            return Stance.Expects;
        if (Has("obliging", rest[0]) || Has("needing", rest[0]) && rest.Count > 1 && rest[1] == "to")
            return Stance.Demands;
        if (!Has("future", rest[0]))
            return null;
        if (draft.Reading.Lemma == "assure")
            return Stance.Promises;
        if (rest[0] == "'d" || subject.Count > 3)
            return Stance.Expects;
        var last = subject.Count > 0 ? subject[^1] : "";
        var own = draft.IsDirect ? Has("first-person", last) : Has("first-person", last) || Has("third-person", last);
        return own ? Stance.Promises : Stance.Expects;
    }
}
