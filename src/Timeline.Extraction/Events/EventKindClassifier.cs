using System.Collections.Frozen;
using Timeline.Extraction.Actors;
using Timeline.Extraction.Claims;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Events;

/// <summary>What kind of event a clause tells of: its head verb with its object decides, or its head noun, and no word elsewhere.</summary>
internal static class EventKindClassifier
{
    private const int FarthestObject = 8;

    private static readonly string[] Endings = ["ing", "ed", "es", "s", "e"];

    private static readonly FrozenDictionary<string, EventKind> ByVerb = Load(1);
    private static readonly FrozenDictionary<string, EventKind> ByNoun = Load(2);

    // What rises and falls is a matter of the economy only where it is money, and of deaths only where somebody is lost.
    private static readonly FrozenSet<string> Movements = WordSet.Parse(
        "los lost ris rose fall fell gain drop plung slump soar tumbl climb declin shrink grow grew increas cut slash rais pas cost doubl"
            + " tripl"
    );

    /// <summary>The kind of what a verb says of its subject.</summary>
    public static EventKind Classify(Document document, Predication predication)
    {
        var head = document.Tokens[predication.Head];
        var (subject, complement) = (SubjectKind(document, predication), ObjectKind(document, predication));
        if (IsLeaving(head, predication, document))
            return EventKind.Appointment;
        if (head.Tag.IsVerb && ByVerb.TryGetValue(Stem(head.Lower), out var act) && act == EventKind.Decision)
            return subject == EventKind.Legal || complement == EventKind.Legal ? EventKind.Legal : act;
        if (IsSaying(document, predication))
            return EventKind.Statement;
        if (head.Tag.IsVerb && ByVerb.TryGetValue(Stem(head.Lower), out var kind))
        {
            return !Movements.Contains(Stem(head.Lower)) ? kind
                : IsMoney(document, predication) ? kind
                : complement ?? subject ?? EventKind.Other;
        }
        return complement ?? subject ?? EventKind.Other;
    }

    /// <summary>The kind of a phrase, by its head noun.</summary>
    public static EventKind Classify(Document document, TokenSpan phrase)
    {
        var end = NominalPhrases.EndFrom(document, phrase.First, phrase.End);
        for (var i = (end > phrase.First ? end : phrase.End) - 1; i >= phrase.First; i--)
        {
            if (Classify(document.Tokens[i]) is { } kind)
                return kind;
        }

        return EventKind.Other;
    }

    /// <summary>The kind that one noun tells, or null.</summary>
    public static EventKind? Classify(Token token) =>
        token.Kind == TokenKind.Word && !token.Tag.IsName && ByNoun.TryGetValue(Stem(token.Lower), out var kind) ? kind : null;

    /// <summary>The word without the endings of verbs and plurals: not always a word itself, but the same for all forms.</summary>
    public static string Stem(string word)
    {
        foreach (var ending in Endings)
        {
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal))
                return word[..^ending.Length];
        }

        return word;
    }

    private static FrozenDictionary<string, EventKind> Load(int column) =>
        EmbeddedData
            .ReadRows("Events.kinds.tsv")
            .SelectMany(row => row[column].Split(' ').Select(word => (Stem: Stem(word), Kind: EnumNames<EventKind>.Parse(row[0]))))
            .DistinctBy(entry => entry.Stem)
            .ToFrozenDictionary(entry => entry.Stem, entry => entry.Kind, StringComparer.Ordinal);

    private static bool IsSaying(Document document, Predication predication)
    {
        if (!CueLexicon.Verbs.TryGetValue(document.Tokens[predication.Head].Lower, out var senses))
            return false;
        if (predication.Head + 1 >= predication.End)
            return false;
        var next = document.Tokens[predication.Head + 1];
        var fitting = senses.Where(sense => sense.Particle.Length == 0 || next.Is(sense.Particle)).ToList();
        if (fitting.Exists(IsSpeechAct))
            return true;
        return fitting.Exists(sense =>
                sense.Manner is AttributionManner.Said or AttributionManner.Thought && sense.TakesClause || sense.TakesAddressee
            ) && (next.Is("that") || HasClause(document, predication));
    }

    // To demand, to deny and to promise are to speak, whatever is demanded.
    private static bool IsSpeechAct(CueSense sense) =>
        sense.Manner == AttributionManner.Said
        && (sense.Stance is Stance.Demands or Stance.Denies or Stance.Disputes || sense.Stance == Stance.Promises && sense.TakesClause);

    // A person leaves a post; for a place one leaves with "for" or "to".
    private static bool IsLeaving(Token head, Predication predication, Document document) =>
        head.Lower is "left" or "leaves" or "leave"
        && predication.Subject is { } subject
        && (document.Tokens[subject.End - 1].Tag.IsName || NameLexicon.IsRole(document.Tokens[subject.End - 1], out _))
        && (predication.Head + 1 >= predication.End || !document.Tokens[predication.Head + 1].Is("for"));

    private static bool HasClause(Document document, Predication predication)
    {
        for (var i = predication.Head + 1; i < predication.End; i++)
        {
            if (document.Tokens[i].Tag.IsFinite)
                return true;
        }

        return false;
    }

    private static EventKind? SubjectKind(Document document, Predication predication)
    {
        if (predication.Subject is not { } subject)
            return null;
        var end = NominalPhrases.EndFrom(document, subject.First, subject.End);
        for (var i = subject.First; i < end; i++)
        {
            if ((i + 1 == end || !document.Tokens[i + 1].Tag.IsNoun) && document.Tokens[i].Tag.IsNoun)
                return Classify(document.Tokens[i]);
        }

        return null;
    }

    // The head of the first noun phrase after the verb, or of what follows its preposition.
    private static EventKind? ObjectKind(Document document, Predication predication)
    {
        var end = Math.Min(predication.End, predication.Head + 1 + FarthestObject);
        for (var i = predication.Head + 1; i < end; i++)
        {
            var token = document.Tokens[i];
            if (VerbForms.IsVerb(token) && token.Tag != PosTag.VBG || token.Is(',') || token.Tag == PosTag.CC)
                return null;
            if (token.Tag.IsNoun && (i + 1 == predication.End || !document.Tokens[i + 1].Tag.IsNoun) && Classify(token) is { } kind)
                return kind;
        }

        return null;
    }

    private static bool IsMoney(Document document, Predication predication)
    {
        for (var i = predication.Subject?.First ?? predication.Group.First; i < predication.End; i++)
        {
            var token = document.Tokens[i];
            if (
                token.Kind == TokenKind.Symbol
                || token.Lower is "percent" or "cent" or "%" or "million" or "billion"
                || Classify(token) == EventKind.Economy
            )
            {
                return true;
            }
        }

        return false;
    }
}
