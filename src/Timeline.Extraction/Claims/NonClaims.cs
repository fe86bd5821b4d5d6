using System.Collections.Frozen;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>
/// What looks like a claim and is none: an act that is refused or left undone ("refused to move", "did not recommend"), and what cannot
/// speak ("declining sales").
/// </summary>
internal static class NonClaims
{
    private const int FarthestVerb = 4;

    private static readonly FrozenSet<string> Declining = WordSet.Parse("decline refuse avoid");

    // Refusing one of these withholds words or takes a stand; refusing to pay or to move does not.
    private static readonly FrozenSet<string> Stands = WordSet.Parse(
        "endorse support accept back condemn apologize apologise recognize recognise concede release disavow denounce debate testify commit"
            + " request requests interview invitation rule consider admit believe embrace criticize criticise speculate"
            + " interviewed identified named weigh define state detail claim concur question call repudiate recant declare describe offer"
            + " threaten assail attack"
    );

    private static readonly FrozenSet<string> Untold = WordSet.Parse(
        "say tell recommend find show announce report suggest specify indicate"
    );

    // With a clause these say something ("held that the law was void"); with a thing they are done ("held a lead").
    private static readonly FrozenSet<string> Acts = WordSet.Parse(
        "hold find offer show prove maintain remember celebrate enjoy command invite dodge see know discover demonstrate"
    );

    // A reply that is withheld is told; that somebody has not said something on his own account is not.
    private static readonly FrozenSet<string> Replies = WordSet.Parse("respond reply comment return answer elaborate");

    /// <summary>Whether the attribution says nothing.</summary>
    public static bool Is(AttributionDraft draft) => IsRefusedAct(draft) || IsUntold(draft) || IsUnadmitted(draft);

    /// <summary>
    /// Whether it only tells what somebody thinks of a thing or does something for: no words are quoted, and no clause tells what he
    /// thinks.
    /// </summary>
    public static bool IsUnsaid(AttributionDraft draft)
    {
        var isAttitude = draft.Sense is { Stance: Stance.Asserts, Manner: AttributionManner.Thought or AttributionManner.Felt };
        // "so that they can advise the board": what somebody is able to say is not said.
        var isAble =
            draft.Group is { } group && draft.Sentence.Is(group.First, "can") && draft.Sense.Stance is Stance.Asserts or Stance.Demands;
        var isSuspect = isAttitude || isAble || draft.Sentence.Tag(draft.CueFirst) == PosTag.TO || Acts.Contains(draft.Sense.Lemma);
        return isSuspect
            && !draft.IsNegated
            && draft.Sense.Stance is not (Stance.Denies or Stance.Disputes)
            && !draft.IsDirect
            && !HasClause(draft);
    }

    private static bool HasClause(AttributionDraft draft)
    {
        var tokens = draft.Sentence.Document.Tokens;
        foreach (var part in draft.Tokens)
        {
            if (tokens[part.First].Tag == PosTag.TO)
                return true;
            for (var i = part.First; i < part.End; i++)
            {
                if (tokens[i].Tag.IsFinite)
                    return true;
            }
        }

        return false;
    }

    // "settled without admitting guilt"
    private static bool IsUnadmitted(AttributionDraft draft) =>
        draft.Sense.Stance == Stance.Confirms && draft.Sentence.Is(draft.CueFirst - 1, "without");

    // "declined to comment" withholds words; "refused to pay" does not.
    private static bool IsRefusedAct(AttributionDraft draft)
    {
        if (!Declining.Contains(draft.Sense.Lemma) || draft.IsNegated)
            return false;
        if (draft.Sense.Stance != Stance.DeclinesToComment)
            return false;
        // "she has refused to cooperate": of a person it tells what she would not hear of.
        if (draft.Source is { } who && draft.Sentence.Tag(who.HeadFirst) == PosTag.PRP && !draft.IsEmpty)
            return false;
        if (draft.IsEmpty)
            return true;
        foreach (var word in draft.ContentWords(FarthestVerb))
        {
            if (StanceClassifier.IsWordOf("answering", word) || StanceClassifier.IsWordOf("confirming", word))
                return false;
            if (StanceClassifier.IsWordOf("denying", word) || Stands.Contains(word))
                return false;
        }

        return true;
    }

    // "has not said whether", "did not recommend": nothing was said; "would not say" is a refusal, "did not confirm" an answer.
    private static bool IsUntold(AttributionDraft draft)
    {
        if (!draft.IsNegated || draft.Group is not { } group || Replies.Contains(draft.Sense.Lemma))
            return false;
        var auxiliary = draft.Sentence.Lower(group.First);
        if (auxiliary is not ("did" or "do" or "does" or "has" or "have" or "had"))
            return false;
        // "has not said much" still tells how little was said.
        if (draft.Sense.Lemma == "say" && draft.ContentWords(1) is ["much" or "anything" or "a" or "so" or "no"])
            return false;
        return Untold.Contains(draft.Sense.Lemma) && draft.Sense.Manner is not (AttributionManner.Thought or AttributionManner.Felt);
    }
}
