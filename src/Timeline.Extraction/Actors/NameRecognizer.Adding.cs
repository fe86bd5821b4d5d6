using System.Runtime.InteropServices;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Actors;

/// <content>Names as mentions: what they must be, and what does not belong to them.</content>
internal sealed partial class NameRecognizer
{
    // "US president", "Holm spokeswoman": the name only tells whose.
    private bool IsModifier(Sentence sentence, int end) =>
        end < sentence.End && _document.Tokens[end].Tag.IsNoun && NameLexicon.IsRole(_document.Tokens[end], out _);

    private void AddUnknownName(Sentence sentence, int first, int end)
    {
        var (at, addressed, gender) = (first, NameContext.IsPrecededByRole(_document, sentence, first, out var before), before);
        for (var i = first; i < end; i++)
        {
            if (!NameLexicon.IsRole(_document.Tokens[i], out var role))
                continue;
            (at, addressed) = (i + 1, true);
            if (role != Gender.Unknown)
                gender = role;
        }
        if (addressed && at < end && at == first && NameContext.IsOfficeOf(_document, sentence, at))
            at++;
        // "European" alone is no name, but it begins one in "European Space Agency".
        var organisation =
            end - at > 1 && NameLexicon.OrganisationWords.Contains(_document.Tokens[end - 1].Text) && !_document.Tokens[at].IsAllCapitals;
        while (
            at < end
            && (
                (!organisation && NameLexicon.NotNames.Contains(_document.Tokens[at].Text))
                || CapitalizedRuns.IsConnector(_document.Tokens[at])
            )
        )
        {
            at++;
        }

        // "Ruth March": a month may be a surname, where no day follows.
        while (
            end > at
            && NameLexicon.NotNames.Contains(_document.Tokens[end - 1].Text)
            && !(
                end - 1 > at
                && NameLexicon.IsFirstName(_document.Tokens[end - 2], out _)
                && (end >= sentence.End || _document.Tokens[end].Kind != TokenKind.Number)
            )
        )
        {
            end--;
        }

        if (at >= end)
            return;
        var kind = NameClassifier.Classify(_document, sentence, at, end, addressed, ref gender);
        if (kind == NameClass.Place)
            CollectionsMarshal.GetValueRefOrAddDefault(_places, _document.TextOf(at, end), out _)++;
        if (kind is NameClass.None or NameClass.Place)
            return;
        _names.Add(
            new(
                at,
                end,
                NameClassifier.ToActorKind(kind),
                null,
                gender,
                IsModifier(sentence, end) ? MentionKind.Modifier : MentionKind.Name
            )
            {
                IsAddressed = addressed,
                IsFromHeadline = _headline && !addressed,
            }
        );
    }
}
