using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>Where content ends.</summary>
internal static class Bounds
{
    /// <summary>The end of a clause told by a source, which begins at <paramref name="from"/>: usually that of the sentence.</summary>
    public static int OfClause(Line line, int from)
    {
        var i = from;
        for (; i < line.Count; i++)
        {
            if (line.Is(i, ";") || line.Is(i, "according") && line.Is(i + 1, "to"))
                break;
            if (line.IsBreak(i) && line.IsOver(i))
                break;
            if (i == from)
                continue;
            if ((line.IsComma(i) || EndsInComma(line, i)) && LeavesClause(line, i + 1))
                return line.IsComma(i) ? i : i + 1;
            if (line.Tag(i) == Tag.CC && SpeaksOn(line, i + 1))
                break;
        }
        return Trim(line, from, i);
    }

    /// <summary>The end of a noun phrase with what hangs on it, or of an infinitive.</summary>
    public static int OfPhrase(Line line, int from)
    {
        var i = from;
        for (; i < line.Count; i++)
        {
            if (line.Is(i, ";") || line.Is(i, ":") || line.IsDash(i) || line.Is(i, "according") && line.Is(i + 1, "to"))
                break;
            if (line.IsBreak(i) && line.IsOver(i))
                break;
            if (i == from)
                continue;
            if ((line.IsComma(i) || EndsInComma(line, i)) && !Lists(line, i + 1))
                return line.IsComma(i) ? i : i + 1;
            if (line.Tag(i) == Tag.CC && (line.Tag(VerbGroups.SkipAdverbs(line, i + 1)).IsFinite || StartsClause(line, i + 1)))
                break;
            if (Subordinates(line, i))
                break;
        }
        return Trim(line, from, i);
    }

    private static int Trim(Line line, int from, int end)
    {
        while (end > from && (line.IsComma(end - 1) || line.IsDash(end - 1)))
            end--;
        return end;
    }

    private static bool EndsInComma(Line line, int at) => line.IsQuotation(at) && line.Closing(at) == ',';

    private static bool LeavesClause(Line line, int at)
    {
        if (line.Lower(at) is "but" or "while" or "although" or "though" or "whereas" or "according" or "even")
            return true;
        if (line.Is(at, "as") && !line.Is(at + 1, "well"))
            return true;
        var next = line.Tag(at) == Tag.CC ? at + 1 : at;
        if (line.Tag(VerbGroups.SkipAdverbs(line, next)) == Tag.VBG && IsSpeech(line, VerbGroups.SkipAdverbs(line, next)))
            return true;
        if (line.Tag(at) == Tag.CC)
            return SpeaksOn(line, at + 1) || SaysNext(line, at + 1);
        return SaysNext(line, at) && line.Tag(at) is not (Tag.WP or Tag.WDT);
    }

    // ", the paper reported" and ", and the mayor said": a subject with a verb of saying of its own.
    private static bool SaysNext(Line line, int at)
    {
        if (IsSpeech(line, at) && line.Tag(at).IsFinite)
            return true;
        var end = NounPhrases.FullEnd(line, at);
        if (end == at)
            return false;
        var verb = VerbGroups.SkipAdverbs(line, end);
        while (VerbGroups.IsAuxiliary(line.Lower(verb)) && line.IsVerb(verb))
            verb = VerbGroups.SkipAdverbs(line, verb + 1);
        return line.IsVerb(verb) && IsSpeech(line, verb);
    }

    private static bool SpeaksOn(Line line, int at)
    {
        at = VerbGroups.SkipAdverbs(line, at);
        return line.Tag(at) is Tag.VBD or Tag.VBZ && IsSpeech(line, at);
    }

    private static bool IsSpeech(Line line, int at)
    {
        if (!Lexicon.Verbs.TryGetValue(line.Lower(at), out var readings))
            return false;
        foreach (var reading in readings)
        {
            if (reading.Manner == Manner.Said && (reading.TakesQuote || reading.TakesNoun))
                return true;
        }

        return false;
    }

    // After a comma inside of a phrase: another member of its list, and no new clause.
    private static bool Lists(Line line, int at)
    {
        if (line.Is(at, "but"))
            return false;
        if (line.Tag(at) == Tag.CC)
            return !line.Tag(VerbGroups.SkipAdverbs(line, at + 1)).IsFinite && !StartsClause(line, at + 1);
        var end = NounPhrases.FullEnd(line, at);
        if (end == at || end - at > 8)
            return false;
        return (line.IsComma(end) || line.Tag(end) == Tag.CC) && !StartsClause(line, at);
    }

    private static bool StartsClause(Line line, int at)
    {
        var end = NounPhrases.FullEnd(line, at);
        return end > at && line.Tag(VerbGroups.SkipAdverbs(line, end)).IsFinite;
    }

    private static bool Subordinates(Line line, int at) =>
        line.Tag(at) is Tag.IN or Tag.WRB or Tag.RB
        && line.Lower(at)
            is "while"
                or "after"
                or "when"
                or "because"
                or "although"
                or "though"
                or "since"
                or "before"
                or "until"
                or "unless"
                or "if"
                or "whereas";
}
