using System.Collections.Frozen;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Time;

/// <summary>Reads the function word before an expression.</summary>
internal static class LeadReader
{
    private static readonly FrozenDictionary<string, Lead> Leads = Data.Rows("Time.leads.txt")
        .ToFrozenDictionary(row => row[0], row => Enum.Parse<Lead>(row[1]), StringComparer.Ordinal);

    /// <summary>The lead of the expression that begins at this token.</summary>
    public static Lead At(Document document, int first, Sentence sentence)
    {
        if (first <= sentence.First)
            return Lead.None;
        var before = document.Tokens[first - 1].Lower;
        if (Leads.TryGetValue(before, out var lead))
            return lead;
        return
            before is "on" or "in" or "the" or "about" or "around" or "late"
            && first - 2 >= sentence.First
            && Leads.TryGetValue(document.Tokens[first - 2].Lower, out lead)
            ? lead
            : Lead.None;
    }
}
