using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>Cue verbs that the tagger took for a participle, an adjective or a noun, where the clause would have no verb without them.</summary>
internal static class Repairs
{
    public static void Apply(Line line, List<Item> items)
    {
        var clauseHasVerb = false;
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (item.Lower is "he" or "she" or "they" or "we" or "i")
                clauseHasVerb = false;
            if (item.Tag.IsFinite)
            {
                clauseHasVerb = true;
            }
            else if (EndsClause(line, i))
            {
                clauseHasVerb = false;
            }
            else if (!clauseHasVerb && Verb(line, i) is { } tag)
            {
                items[i] = item with { Tag = tag };
                clauseHasVerb = true;
            }
        }
    }

    private static Tag? Verb(Line line, int at)
    {
        var tag = line.Tag(at);
        if (tag is not (Tag.VBN or Tag.VB or Tag.NN or Tag.NNS or Tag.JJ or Tag.NNP))
            return null;
        var past = tag != Tag.VB && Lexicon.Pasts.Contains(line.Lower(at));
        var present = tag == Tag.NNS && Lexicon.Presents.Contains(line.Lower(at));
        if (!past && !present || line.Is(at, "called") && line.Lower(at + 1) is not ("for" or "on" or "upon"))
            return null;
        var before = at - 1;
        while (before >= 0 && (line.Tag(before).IsAdverb || line.Is(before, "neither")))
            before--;
        if (before < 0 || !IsSubject(line, before, at, past) || line.Is(at + 1, "by") || present && !Complemented(line, at + 1))
            return null;
        var modifies =
            tag is Tag.NN or Tag.JJ or Tag.NNP && line.Tag(at + 1).IsNoun && !line.Lower(at).EndsWith("ed", StringComparison.Ordinal);
        return modifies || VerbFollows(line, at + 1) ? null
            : present ? Tag.VBZ
            : Tag.VBD;
    }

    private static bool IsSubject(Line line, int at, int verb, bool past) =>
        line.IsAside(at)
        || line.Tag(at) switch
        {
            Tag.PRP => true,
            Tag.JJ => past || line.Tag(at - 1) == Tag.DT,
            Tag.CD => line.Tag(verb) == Tag.VBN && !line.Tag(verb + 1).IsNoun,
            var tag => tag.IsNoun,
        };

    private static bool Complemented(Line line, int at) =>
        line.Is(at, "that") || line.Is(at, "to") || line.Tag(at) is Tag.PRP or Tag.DT or Tag.PRPS || line.IsQuotation(at);

    // "Documents released on Friday show": there the clause has its own verb.
    private static bool VerbFollows(Line line, int at)
    {
        for (var i = at; i < line.Count && i < at + 30; i++)
        {
            if (line.Tag(i).IsFinite)
                return true;
            if (EndsClause(line, i) || line.Tag(i) == Tag.PRP || line.Lower(i) is "whether" or "if" or "as" or "when" or ":")
                return false;
        }
        return false;
    }

    private static bool EndsClause(Line line, int at) =>
        line.IsComma(at)
        || line.IsDash(at)
        || line.IsBreak(at)
        || line.IsQuotation(at)
        || line.Tag(at) is Tag.CC or Tag.WP or Tag.WDT or Tag.WRB
        || line.Lower(at) is "that" or "because" or "after";
}
