using Timeline.Extraction.Actors;
using Timeline.Extraction.Events;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Titles;

/// <summary>
/// Who takes part in what "such a meeting" stands for: the two whom an earlier verb of the same kind joins, "he wants to meet Ms Holm".
/// </summary>
internal sealed class HappeningParties(StageResults results)
{
    private const int FarthestSentence = 8,
        MostLookedAt = 300;

    private readonly Document _document = results.Document;
    private readonly SubjectFinder _subjects = new(results);

    /// <summary>Both actors, or null where the phrase is not said to be of a kind told before.</summary>
    public (int One, int Other)? Find(TokenSpan phrase, EventKind kind)
    {
        if (phrase.First == 0 || !_document.Tokens[phrase.First - 1].Is("such"))
            return null;
        var first = _document.Sentences[Math.Max(0, _document.SentenceOf(phrase.First) - FarthestSentence)].First;
        for (var i = phrase.First - 1; i >= Math.Max(first, phrase.First - MostLookedAt); i--)
        {
            if (_document.Tokens[i].Tag.IsVerb && EventKindClassifier.Classify(_document.Tokens[i]) == kind && PartiesOf(i) is { } found)
                return found;
        }

        return null;
    }

    private (int One, int Other)? PartiesOf(int verb)
    {
        if ((ActorAt(verb + 1) ?? ActorAt(verb + 2)) is not { } other)
            return null;
        var sentence = _document.Sentences[_document.SentenceOf(verb)];
        var group = verb;
        while (group - 1 > sentence.First && (_document.Tokens[group - 1].Tag is PosTag.TO || IsOfGroup(_document.Tokens[group - 1])))
            group--;
        return
            _subjects.SubjectBefore(group, new(sentence.First, sentence.End)).Subject is { } subject
            && ActorAt(subject.End - 1) is { } one
            && one != other
            ? (one, other)
            : null;
    }

    private static bool IsOfGroup(Token token) => VerbForms.IsVerb(token) || token.Tag.IsAdverb;

    private int? ActorAt(int token) =>
        token < _document.Tokens.Length
        && results.Actors.MentionAt(token) is { Kind: MentionKind.Name or MentionKind.Pronoun } mention
        && (mention.First == token || mention.End == token + 1)
            ? mention.Actor
            : null;
}
