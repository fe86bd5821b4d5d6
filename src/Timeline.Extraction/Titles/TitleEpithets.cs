using Timeline.Extraction.Actors;
using Timeline.Extraction.Events;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Titles;

/// <summary>Leaves out of a long title what a person is besides his name: "Norwegian minister Ann Holm", "Ann Holm, a surveyor,".</summary>
internal sealed class TitleEpithets(StageResults results)
{
    private const int LongestApposition = 9;

    /// <summary>Takes them away from the last to the first, for as long as the title is too long.</summary>
    public void Drop(TitleDraft title)
    {
        for (var i = title.Words.Count - 1; i >= 0 && TitleShortener.IsLong(title); i--)
        {
            if (EndOfPerson(title.Words, i) is not { } end)
                continue;
            DropApposition(title, end);
            i = DropOffice(title, i);
        }
    }

    // Where the name of a person that begins here ends.
    private int? EndOfPerson(List<TitleWord> words, int at)
    {
        if (words[at].Token < 0)
            return words[at].Tag == PosTag.NNP ? at + 1 : null;
        if (
            results.Actors.MentionAt(words[at].Token) is not { Kind: MentionKind.Name } name
            || name.First != words[at].Token
            || results.Actors.Actors[name.Actor].Kind != ActorKind.Person
        )
        {
            return null;
        }

        var end = at;
        while (end < words.Count && words[end].Token >= name.First && words[end].Token < name.End)
            end++;
        return end;
    }

    // Returns where the name is then.
    private int DropOffice(TitleDraft title, int name)
    {
        var words = title.Words;
        if (name == 0 || !(IsRole(words[name - 1]) || name > 2 && IsPurpose(words, name - 2)))
            return name;
        var start = name;
        while (start > 0 && IsPartOfOffice(words, start - 1))
            start--;
        // "the union's leader Ann Holm": without the office nobody knows what the union has to do with it.
        if (start > 0 && words[start - 1].Tag is PosTag.POS or PosTag.PRPS or PosTag.CD)
            return name;
        if (start > 0 && words[start - 1].Tag == PosTag.DT)
            start--;
        if (words.Skip(start).Take(name - start).Any(word => word.Token == title.Head))
            return name;
        words.RemoveRange(start, name - start);
        return start;
    }

    private bool IsPartOfOffice(List<TitleWord> words, int at)
    {
        var word = words[at];
        if (word.Token < 0)
            return false;
        return word.Tag.IsNoun || word.Tag.IsAdjective || at > 0 && IsPurpose(words, at);
    }

    // "minister for trade"
    private bool IsPurpose(List<TitleWord> words, int at) => words[at].Text is "of" or "for" && IsRole(words[at - 1]);

    private static void DropApposition(TitleDraft title, int end)
    {
        var words = title.Words;
        if (end + 1 >= words.Count || words[end].Text != "," || words[end + 1].Tag is not (PosTag.DT or PosTag.JJ or PosTag.PRPS))
            return;
        var close = end + 1;
        while (close < words.Count && words[close].Text != ",")
        {
            if (words[close].Tag.IsFinite || words[close].Tag == PosTag.CC || words[close].Token == title.Head)
                return;
            close++;
        }

        if (close - end > LongestApposition)
            return;
        if (close == words.Count)
            words.RemoveRange(end, close - end);
        else if (close + 1 < words.Count && (words[close + 1].Tag == PosTag.CC || words[close + 1].Tag.IsFinite))
            words.RemoveRange(end, close + 1 - end);
    }

    private bool IsRole(TitleWord word) => word.Token >= 0 && NameLexicon.IsRole(results.Document.Tokens[word.Token], out _);
}
