using Timeline.Extraction.Actors;
using Timeline.Extraction.Events;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Titles;

/// <summary>Puts both names for "the two ministers", where the sentence before names two and no more.</summary>
internal sealed class PluralDescriptions(StageResults results)
{
    private readonly Document _document = results.Document;

    /// <summary>Names them where the title begins with such a description.</summary>
    public void Resolve(TitleDraft title)
    {
        var words = title.Words;
        if (words.Count < 4 || words[0].Token < 0 || !words[0].Is("the") || !words[1].Is("two"))
            return;
        if (words[2].Token < 0 || words[3].Tag.IsNoun || words[3].Is("of") || KindOf(words[2].Text) is not { } kind)
            return;
        if (FindPair(words[0].Token, kind) is not { } pair)
            return;
        words.RemoveRange(0, 3);
        words.Insert(0, TitleWord.Put(results.Actors.Actors[pair.One].Name, PosTag.NNP));
        words.Insert(1, TitleWord.Put("and", PosTag.CC));
        words.Insert(2, TitleWord.Put(results.Actors.Actors[pair.Other].Name, PosTag.NNP));
        title.Referred.AddRange([pair.One, pair.Other]);
    }

    private static ActorKind? KindOf(string plural) =>
        plural switch
        {
            "companies" or "firms" => ActorKind.Organisation,
            "countries" or "nations" or "governments" => ActorKind.State,
            "men" or "women" or "rivals" or "candidates" => ActorKind.Person,
            [.., 's'] when NameLexicon.IsRoleWord(plural[..^1]) => ActorKind.Person,
            _ => null,
        };

    private (int One, int Other)? FindPair(int token, ActorKind kind)
    {
        var sentence = _document.SentenceOf(token);
        if (sentence == 0 || _document.Sentences[sentence].Paragraph != _document.Sentences[sentence - 1].Paragraph)
            return null;
        var before = _document.Sentences[sentence - 1];
        var found = new List<int>();
        foreach (var mention in results.Actors.MentionsBetween(before.First, before.End))
        {
            var isNamed = mention.Kind is MentionKind.Name or MentionKind.Pronoun;
            if (isNamed && results.Actors.Actors[mention.Actor].Kind == kind && !found.Contains(mention.Actor))
                found.Add(mention.Actor);
        }

        return found is [var one, var other] ? (one, other) : null;
    }
}
