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
            if (item.Lower is "he" or "she" or "they" or "we" or "i") clauseHasVerb = false;
            if (item.Tag.IsFinite) clauseHasVerb = true;
            else if (line.IsComma(i) || line.IsDash(i) || line.IsBreak(i) || item.Tag is Tag.CC or Tag.WP or Tag.WDT or Tag.WRB || item.Lower is "that" or "because" or "after" || item.Kind == ItemKind.Quotation)
                clauseHasVerb = false;
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
        if (tag is not (Tag.VBN or Tag.VB or Tag.NN or Tag.NNS or Tag.JJ or Tag.NNP)) return null;
        var past = tag != Tag.VB && Lexicon.Pasts.Contains(line.Lower(at));
        var present = tag == Tag.NNS && Lexicon.Presents.Contains(line.Lower(at));
        if (!past && !present || line.Is(at, "called") && line.Lower(at + 1) is not ("for" or "on" or "upon")) return null;
        var before = at - 1;
        while (before >= 0 && (line.Tag(before).IsAdverb || line.Is(before, "neither"))) before--;
        if (before < 0 || !(line.Tag(before).IsNoun || line.Tag(before) == Tag.PRP || line.IsAside(before) || line.Tag(before) is Tag.JJ && (past || line.Tag(before - 1) == Tag.DT) || line.Tag(before) == Tag.CD && tag == Tag.VBN && !line.Tag(at + 1).IsNoun)) return null;
        if (line.Is(at + 1, "by") || present && !Complemented(line, at + 1) || tag is Tag.NN or Tag.JJ or Tag.NNP && line.Tag(at + 1).IsNoun && !line.Lower(at).EndsWith("ed", StringComparison.Ordinal)) return null;
        return VerbFollows(line, at + 1) ? null : present ? Tag.VBZ : Tag.VBD;
    }

    private static bool Complemented(Line line, int at) =>
        line.Is(at, "that") || line.Is(at, "to") || line.Tag(at) is Tag.PRP or Tag.DT or Tag.PRPS || line.IsQuotation(at);

    // "Documents released on Friday show": there the clause has its own verb.
    private static bool VerbFollows(Line line, int at)
    {
        for (var i = at; i < line.Count && i < at + 30; i++)
        {
            if (line.Tag(i).IsFinite) return true;
            if (line.Tag(i) is Tag.CC or Tag.WP or Tag.WDT or Tag.WRB or Tag.PRP || line.IsComma(i) || line.IsBreak(i) || line.IsDash(i) || line.IsQuotation(i)
                || line.Lower(i) is "that" or "whether" or "if" or "because" or "as" or "when" or "after" or ":") return false;
        }
        return false;
    }
}
