using Timeline.Extraction.Actors;
using Timeline.Extraction.Events;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Titles;

/// <summary>Puts the name for a pronoun and the full name for a short one, where a title has it for the first time.</summary>
internal sealed class TitleReferences
{
    private readonly StageResults _results;
    private readonly Antecedents _antecedents;
    private readonly HappeningParties _parties;
    private readonly bool[] _isNamedInFull;
    private readonly bool[] _hasArticle;

    public TitleReferences(StageResults results)
    {
        (_results, _antecedents, _parties) = (results, new(results), new(results));
        _isNamedInFull = new bool[results.Actors.Actors.Length];
        _hasArticle = new bool[results.Actors.Actors.Length];
        foreach (var mention in results.Actors.Mentions)
        {
            _hasArticle[mention.Actor] |=
                mention is { Kind: MentionKind.Name, First: > 0 } && results.Document.Tokens[mention.First - 1].Is("the");
            var named = mention.Kind == MentionKind.Name;
            _isNamedInFull[mention.Actor] |=
                named && results.Document.TextOf(mention.First, mention.End) == results.Actors.Actors[mention.Actor].Name;
        }
    }

    /// <summary>Whether the title can be read on its own now.</summary>
    public bool Resolve(TitleDraft title)
    {
        var words = title.Words;
        var seen = new HashSet<int>();
        var quoted = title.IsQuoted;
        for (var i = 0; i < words.Count; i++)
        {
            // Words in quotation marks stay as they were said.
            if (words[i].Text is "“" or "”" || words[i].Text == "\"")
                quoted = words[i].Text is "“" || words[i].Text == "\"" && !quoted;
            if (words[i].Token < 0)
                continue;
            if (_results.Actors.MentionAt(words[i].Token) is { } mention && mention.First == words[i].Token)
                i = ResolveMention(words, i, mention, seen, quoted);
            else if (!quoted && IsOpenPronoun(words, i))
                i = ResolveThing(title, i);
        }

        return title.IsQuoted || words.Count == 0 || !IsPronoun(words[FirstWord(words)]);
    }

    private static int FirstWord(List<TitleWord> words)
    {
        var first = words.FindIndex(word => char.IsLetterOrDigit(word.Text[0]));
        return Math.Max(0, first);
    }

    private static bool IsPronoun(TitleWord word) =>
        word.Token >= 0 && word.Tag is PosTag.PRP or PosTag.PRPS
        || word.Token >= 0 && word.Tag == PosTag.DT && word.Text.ToLowerInvariant() is "this" or "these" or "those" or "that"
        || word.Tag is PosTag.WP or PosTag.WDT;

    private int ResolveMention(List<TitleWord> words, int at, ActorMention mention, HashSet<int> seen, bool quoted)
    {
        var end = at;
        while (end < words.Count && words[end].Token >= mention.First && words[end].Token < mention.End)
            end++;
        if (mention.Kind == MentionKind.Modifier || quoted)
            return end - 1;
        var isFirst = seen.Add(mention.Actor);
        if (mention.Kind == MentionKind.Pronoun && (!isFirst || words[at].Text.EndsWith("self", StringComparison.Ordinal)))
            return end - 1;
        var actor = _results.Actors.Actors[mention.Actor];
        var start = DropAddress(words, at, actor.Kind);
        (at, end) = (start, end - (at - start));
        if (!isFirst && mention.Kind is MentionKind.Name or MentionKind.Description || !Replaces(words, at, end, mention, actor))
            return end - 1;
        var possessive = words[at].Tag == PosTag.PRPS;
        var glued = words[at].IsGlued;
        words.RemoveRange(at, end - at);
        var hasArticle = at > 0 && words[at - 1].Tag is PosTag.DT or PosTag.PRPS;
        var name =
            actor.Kind != ActorKind.Person
            && _hasArticle[mention.Actor]
            && !hasArticle
            && !actor.Name.StartsWith("The ", StringComparison.Ordinal)
                ? $"the {actor.Name}"
                : actor.Name;
        words.Insert(at, TitleWord.Put(name, PosTag.NNP, glued && at > 0 && words[at - 1].Token < 0));
        if (possessive)
            words.Insert(at + 1, TitleWord.Put(actor.Name.EndsWith('s') ? "’" : "’s", PosTag.POS, glued: true));
        return possessive ? at + 1 : at;
    }

    // "Mr", "Ms": an entry gives the name in full instead.
    private static int DropAddress(List<TitleWord> words, int at, ActorKind kind)
    {
        if (kind != ActorKind.Person || at == 0 || words[at - 1].Text.TrimEnd('.') is not ("Mr" or "Mrs" or "Ms" or "Miss"))
            return at;
        words.RemoveAt(at - 1);
        return at - 1;
    }

    // A short form gives way to the name that the article has in full; "Moscow" and "the UN" stay as they are known.
    private bool Replaces(List<TitleWord> words, int at, int end, ActorMention mention, ResolvedActor actor)
    {
        if (mention.Kind is MentionKind.Pronoun or MentionKind.Description)
            return true;
        var text = _results.Document.TextOf(mention.First, mention.End);
        if (text == actor.Name || actor.Kind == ActorKind.State || !_isNamedInFull[mention.Actor])
            return false;
        var isShort = actor.Name.Contains(text, StringComparison.Ordinal);
        var isAcronym = text.Length < actor.Name.Length && text.All(sign => char.IsUpper(sign) || sign == '.');
        return (isShort || isAcronym) && !IsLonger(words, at, end);
    }

    // The name goes on with words of another one: "the Holm Foundation".
    private static bool IsLonger(List<TitleWord> words, int at, int end) =>
        end < words.Count && words[end].Tag.IsNoun && words[end].Token == words[at].Token + (end - at);

    private static bool IsOpenPronoun(List<TitleWord> words, int at)
    {
        var word = words[at];
        if (word.Tag is not (PosTag.PRP or PosTag.PRPS) || word.Text.EndsWith("self", StringComparison.Ordinal))
            return false;
        return at == FirstWord(words) || word.Tag == PosTag.PRP && word.Text.ToLowerInvariant() is "he" or "she";
    }

    private int ResolveThing(TitleDraft title, int at)
    {
        var (words, word) = (title.Words, title.Words[at]);
        if (_antecedents.Find(word.Token) is not { } phrase || words.Exists(other => other.Token == phrase.End - 1))
            return at;
        var inserted = new List<TitleWord>(TitleWord.FromSpan(_results.Document, phrase));
        if (inserted[0].Text is "a" or "an" or "A" or "An")
            inserted[0] = TitleWord.Put("the", PosTag.DT);
        else if (inserted[0].Tag == PosTag.DT)
            inserted[0] = TitleWord.Put(inserted[0].Text.ToLowerInvariant(), PosTag.DT);
        if (inserted.Exists(other => other.Tag is PosTag.PRP or PosTag.PRPS))
            return at;
        if (word.Tag == PosTag.PRPS)
            inserted.Add(TitleWord.Put(inserted[^1].Text.EndsWith('s') ? "’" : "’s", PosTag.POS, glued: true));
        inserted[0] = inserted[0] with { IsGlued = false };
        AddParties(title, phrase, inserted);
        words.RemoveAt(at);
        words.InsertRange(at, inserted);
        foreach (var mention in _results.Actors.MentionsBetween(phrase.First, phrase.End))
            title.Referred.Add(mention.Actor);
        return at - 1;
    }

    // "such a meeting": the meeting between the two of whom it was told before.
    private void AddParties(TitleDraft title, TokenSpan phrase, List<TitleWord> inserted)
    {
        if (EventKindClassifier.Classify(_results.Document.Tokens[phrase.End - 1]) is not { } kind)
            return;
        title.Happening = kind;
        if (_parties.Find(phrase, kind) is not { } found)
            return;
        inserted.Add(TitleWord.Put("between", PosTag.IN));
        inserted.Add(TitleWord.Put(_results.Actors.Actors[found.One].Name, PosTag.NNP));
        inserted.Add(TitleWord.Put("and", PosTag.CC));
        inserted.Add(TitleWord.Put(_results.Actors.Actors[found.Other].Name, PosTag.NNP));
        title.Referred.AddRange([found.One, found.Other]);
    }
}
