using Timeline.Extraction.Text;

namespace Timeline.Extraction.Time;

/// <content>The tense that each form of a verb stands for, by the words around it.</content>
internal sealed partial class TenseReader
{
    private Tense OfModal(int at, Token token, Sentence sentence, Tense otherwise)
    {
        if (HasPerfect(at, sentence))
            return Tense.Past;
        if (!Modal.Contains(token.Lower))
            return otherwise;
        return token.Lower is "could" ? Tense.Intended : Tense.Future;
    }

    // "would have met": behind us.
    private bool HasPerfect(int at, Sentence sentence) =>
        Find(at + 1, Math.Min(sentence.End, at + 4), t => t.Lower is "have" or "'ve") is >= 0 and var have
        && Find(have + 1, Math.Min(sentence.End, have + 4), t => t.Tag is PosTag.VBN or PosTag.VBD || t.Is("been")) >= 0;

    // What stands before a base form tells: a modal, or "to" and what governs it.
    private Tense OfBaseForm(int at, Sentence sentence)
    {
        for (var i = at - 1; i >= Math.Max(sentence.First, at - 4); i--)
        {
            var token = document.Tokens[i];
            if (token.Tag == PosTag.MD)
                return OfModal(i, token, sentence, otherwise: Tense.Future);
            if (token.Lower is "did" or "didn't")
                return Tense.Past;
            if (Ahead.Contains(token.Lower))
                return Tense.Future;
            if (token.Tag == PosTag.TO || token.Lower == "to")
                return OfInfinitive(i, sentence);
        }

        return Tense.Unknown;
    }

    // What governs "to": "managed to", "is to".
    private Tense OfInfinitive(int to, Sentence sentence)
    {
        if (Find(Math.Max(sentence.First, to - 4), to, t => Done.Contains(t.Lower)) >= 0)
            return Tense.Past;
        var liesAhead = Find(Math.Max(sentence.First, to - 3), to, t => Ahead.Contains(t.Lower) || t.Lower is "is" or "are") >= 0;
        return liesAhead ? Tense.Future : Tense.Intended;
    }

    // "was completed", "has been completed"; but "will be completed", "to be completed".
    private Tense OfParticiple(int at, Sentence sentence)
    {
        for (var i = at - 1; i >= Math.Max(sentence.First, at - 4); i--)
        {
            var token = document.Tokens[i];
            if (token.Lower == "be")
                return OfBaseForm(i, sentence);
            if (token.Lower is "is" or "are" or "am" or "being" or "'re")
                return Tense.Present;
            if (token.Tag is PosTag.VBZ or PosTag.VBP && token.Lower is not ("has" or "have" or "'ve" or "'s"))
                return Tense.Present;
            if (token.Tag is PosTag.VBD or PosTag.VBZ or PosTag.VBP or PosTag.VBN)
                return Tense.Past;
        }

        return Tense.Past;
    }

    private Tense OfPresentForm(int at, Token token, Sentence sentence)
    {
        if (token.Lower is "has" or "have" or "'ve" or "'s" && Find(at + 1, Math.Min(sentence.End, at + 4), t => t.Tag is PosTag.VBN) >= 0)
            return Tense.Past;
        if (token.Lower is "is" or "are" && at + 1 < sentence.End && document.Tokens[at + 1].Lower is "to" or "due" or "set")
            return Tense.Future;
        return Say.Contains(token.Lower) ? Tense.Past : Tense.Present;
    }

    private Tense OfGerund(int at, Sentence sentence)
    {
        for (var i = at - 1; i >= Math.Max(sentence.First, at - 3); i--)
        {
            switch (document.Tokens[i].Lower)
            {
                case "is" or "are" or "'re" or "am" or "'m":
                    return document.Tokens[at].Lower == "going" ? Tense.Future : Tense.Present;
                case "was" or "were" or "been":
                    return Tense.Past;
            }
        }

        return Tense.Unknown;
    }

    private int Find(int from, int to, Func<Token, bool> what)
    {
        for (var i = from; i < to; i++)
        {
            if (what(document.Tokens[i]))
                return i;
        }

        return -1;
    }
}
