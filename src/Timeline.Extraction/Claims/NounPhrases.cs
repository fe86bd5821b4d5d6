using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>Noun phrases of a line, by part of speech alone.</summary>
internal static class NounPhrases
{
    /// <summary>Where the noun phrase that ends before <paramref name="end"/> begins; <paramref name="end"/> itself where there is none.</summary>
    public static int Back(Line line, int end)
    {
        var at = end - 1;
        while (at >= 0)
        {
            if (at < end - 1 && line.Tag(at + 1) is Tag.DT or Tag.PRPS && (line.Tag(at).IsNoun || line.Tag(at) == Tag.CD))
                break;
            if (IsPart(line, at))
            {
                at--;
            }
            else if (line.IsAside(at) && at < end - 1)
            {
                at--;
            }
            else if (line.IsAside(at) && IsPart(line, at - 1))
            {
                at--;
            }
            else if (IsPreposition(line, at) && at < end - 1 && Nominal(line, at - 1))
            {
                at--;
            }
            else if (line.Tag(at) is Tag.VBN or Tag.VBG && at < end - 1 && (Nominal(line, at - 1) || Modifies(line, at)))
            {
                at--;
            }
            else if (line.Tag(at).IsAdverb && at < end - 1 && line.Tag(at + 1) is Tag.JJ or Tag.CD or Tag.DT or Tag.VBN or Tag.RB)
            {
                at--;
            }
            else if (line.Is(at, "and") || line.Is(at, "or") || line.Is(at, "&"))
            {
                if (at == end - 1 || !Joins(line, at))
                    break;
                at--;
            }
            else if (line.Tag(at).IsFinite && RelativeBefore(line, at) is > 0 and var relative)
            {
                at = relative - 1;
            }
            else
            {
                break;
            }
        }
        at++;
        while (
            at < end
            && (
                line.Tag(at).IsAdverb && line.Tag(at + 1) is not (Tag.CD or Tag.DT or Tag.JJ)
                || line.Tag(at) is Tag.CC or Tag.IN or Tag.TO
                || line.IsAside(at)
            )
        )
        {
            at++;
        }

        return at;
    }

    // "the ruling party", "of leaked papers"
    private static bool Modifies(Line line, int participle) =>
        IsPart(line, participle + 1) && line.Tag(participle - 1) is Tag.DT or Tag.IN or Tag.JJ or Tag.PRPS or Tag.POS;

    /// <summary>Where the noun phrase that begins here ends, without what is attached by prepositions; the start itself where there is none.</summary>
    public static int BaseEnd(Line line, int at)
    {
        var i = at;
        while (i < line.Count)
        {
            if (line.Tag(i) == Tag.PRP && !line.IsQuotation(i))
                return i == at ? i + 1 : i;
            if (i > at && line.Tag(i) is Tag.DT or Tag.PRPS && line.Tag(i - 1) is not (Tag.PDT or Tag.DT))
                break;
            if (IsPart(line, i) || line.IsAside(i) && i > at)
            {
                i++;
            }
            else if (line.Tag(i) is Tag.VBN or Tag.VBG or Tag.RBS or Tag.RBR && i > at && line.Tag(i + 1).IsNoun && !line.Tag(i - 1).IsNoun)
            {
                i++;
            }
            else if (
                line.Is(i, "and")
                && i > at
                && line.Tag(i - 1).IsNoun
                && line.Tag(i + 1).IsNoun
                && line.Tag(i - 1).IsName == line.Tag(i + 1).IsName
            )
            {
                i++;
            }
            else
            {
                break;
            }
        }
        return i;
    }

    /// <summary>The same with everything that follows by "of", "for", "in" and the like.</summary>
    public static int FullEnd(Line line, int at)
    {
        var end = BaseEnd(line, at);
        while (end > at && end < line.Count && IsPreposition(line, end))
        {
            var next = BaseEnd(line, end + 1);
            if (next == end + 1)
                break;
            end = next;
        }
        return end;
    }

    /// <summary>The words to identify a noun phrase by: up to its first preposition, comma or relative clause.</summary>
    public static int HeadEnd(Line line, int first, int end)
    {
        var head = BaseEnd(line, first);
        return head > first && head < end ? head : end;
    }

    /// <summary>Whether a word can stand inside of a noun phrase.</summary>
    public static bool IsPart(Line line, int at) =>
        at >= 0
        && at < line.Count
        && (
            line.Tag(at) switch
            {
                Tag.DT or Tag.PDT or Tag.CD or Tag.POS or Tag.PRP or Tag.PRPS or Tag.FW or Tag.EX or Tag.SYM => true,
                Tag.Sign => line.IsQuotation(at) && !line.IsSpeech(at) || line.Lower(at) is "$" or "£" or "€" or "%" or "#" or "/",
                var tag => tag.IsNoun || tag.IsAdjective,
            }
        );

    public static bool Nominal(Line line, int at) =>
        line.Tag(at) is Tag.CD or Tag.PRP or Tag.DT || line.Tag(at).IsNoun || line.IsAside(at) && at > 0 || line.IsQuotation(at);

    public static bool IsPreposition(Line line, int at) =>
        line.Tag(at) is Tag.IN or Tag.TO
        && line.Lower(at)
            is "of"
                or "for"
                or "at"
                or "in"
                or "from"
                or "with"
                or "on"
                or "to"
                or "by"
                or "over"
                or "under"
                or "against"
                or "behind"
                or "near"
                or "among"
                or "about"
                or "within"
                or "across"
                or "between"
                or "around"
                or "outside"
                or "inside"
                or "into";

    // "Ukraine and its backers said" is one phrase; "He left and the mayor said" is not: left of "and" there a verb has no room before it.
    private static bool Joins(Line line, int and)
    {
        if (!Nominal(line, and - 1) || line.IsComma(and - 1))
            return false;
        var first = and - 1;
        while (first >= 0 && (IsPart(line, first) || line.IsAside(first)))
            first--;
        if (first < 0)
            return true;
        if (line.IsVerb(first) || line.Tag(first) == Tag.MD)
            return false;
        return line.Tag(first) is Tag.IN or Tag.CC or Tag.Sign && !(line.Tag(first) == Tag.IN && VerbBefore(line, first));
    }

    private static bool VerbBefore(Line line, int at)
    {
        for (var i = at - 1; i >= 0 && i > at - 12 && !line.IsComma(i); i--)
        {
            if (line.Tag(i).IsFinite)
                return true;
        }

        return false;
    }

    // The relative pronoun right before the verb group that ends here, or -1.
    private static int RelativeBefore(Line line, int verb)
    {
        var i = verb - 1;
        while (i >= 0 && (line.IsVerb(i) || line.Tag(i).IsAdverb || line.Tag(i) == Tag.MD))
            i--;
        return line.Tag(i) is Tag.WP or Tag.WDT && Nominal(line, i - 1) ? i : -1;
    }
}
