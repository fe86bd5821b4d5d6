using System.Collections.Frozen;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Time;

/// <summary>Reads the tense at an expression from the verb nearest before it, or else the first after it.</summary>
internal sealed class TenseReader(Document document)
{
    private const int Left = 24,
        Right = 16;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Cues = Data.Lines("Time.tense.txt")
        .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
        .ToFrozenDictionary(p => p[0], p => p[1].Split(';', StringSplitOptions.TrimEntries).ToFrozenSet());

    private static readonly FrozenSet<string> Modal = Cues["modal"],
        Ahead = Cues["ahead"],
        Done = Cues["done"],
        Say = Cues["say"];

    /// <summary>The tense for the tokens from first to before end, within their sentence.</summary>
    public Tense At(int first, int end, Sentence sentence)
    {
        for (var i = first - 1; i >= Math.Max(sentence.First, first - Left); i--)
        {
            if (Of(i, sentence) is var tense and not Tense.Unknown)
                return tense is Tense.Intended && i == first - 1 && document.Tokens[i].Tag == Tag.VBD ? Tense.Past : tense;
        }

        for (var i = end; i < Math.Min(sentence.End, end + Right); i++)
        {
            // What comes after the expression tells by its finite verb: "spent the summer trying to win".
            if (document.Tokens[i].Tag is not Tag.VB && Of(i, sentence) is var tense and not Tense.Unknown)
                return tense;
        }

        return Tense.Unknown;
    }

    /// <summary>Whether the sentence says "has" or "have" with a participle near the tokens: "has led it since 2011" goes on to this day.</summary>
    public bool IsPerfect(int first, int end, Sentence sentence)
    {
        for (var i = Math.Max(sentence.First, first - Right); i < Math.Min(sentence.End, end + Right); i++)
        {
            if (
                document.Tokens[i].Lower is "has" or "have" or "'ve"
                && Find(i + 1, Math.Min(sentence.End, i + 4), t => t.Tag == Tag.VBN) >= 0
            )
            {
                return true;
            }
        }

        return false;
    }

    private Tense Of(int at, Sentence sentence)
    {
        var token = document.Tokens[at];
        if (token.Tag is Tag.DT or Tag.CD or Tag.Sign or Tag.NNP or Tag.PRP or Tag.CC)
            return Tense.Unknown;
        if (Ahead.Contains(token.Lower))
            return Look(at, token, sentence);
        return token.Tag switch
        {
            Tag.MD => Perfect(at, sentence) ? Tense.Past
            : !Modal.Contains(token.Lower) ? Tense.Unknown
            : token.Lower is "could" ? Tense.Intended
            : Tense.Future,
            Tag.VBD => Tense.Past,
            Tag.VBN => Participle(at, sentence),
            Tag.VB => Base(at, sentence),
            Tag.VBZ or Tag.VBP => Present(at, token, sentence),
            Tag.VBG => Going(at, sentence),
            _ => Tense.Unknown,
        };
    }

    // "Had been due" is behind us; "planned to" may or may not be; "is set to" lies ahead, "set aside" does not.
    private Tense Look(int at, Token token, Sentence sentence)
    {
        if (Find(Math.Max(sentence.First, at - 2), at, t => t.Lower is "had") >= 0)
            return Tense.Past;
        if (
            token.Lower == "set"
            && Find(Math.Max(sentence.First, at - 3), at, t => t.Lower is "is" or "are" or "was" or "were" or "be") < 0
        )
        {
            return token.Tag == Tag.VBD ? Tense.Past : Tense.Unknown;
        }

        return token.Tag.IsNoun && token.Lower is not ("deadline" or "target") ? Tense.Unknown
            : token.Tag == Tag.VBD ? Tense.Intended
            : Tense.Future;
    }

    // "would have met": behind us.
    private bool Perfect(int at, Sentence sentence) => Find(at + 1, Math.Min(sentence.End, at + 4), t => t.Lower is "have" or "'ve") >= 0;

    // What stands before a base form tells: a modal, or "to" and what governs it.
    private Tense Base(int at, Sentence sentence)
    {
        for (var i = at - 1; i >= Math.Max(sentence.First, at - 4); i--)
        {
            var token = document.Tokens[i];
            if (token.Tag == Tag.MD)
            {
                return Perfect(i, sentence) ? Tense.Past
                    : token.Lower is "could" ? Tense.Intended
                    : Tense.Future;
            }

            if (token.Lower is "did" or "didn't")
                return Tense.Past;
            if (Ahead.Contains(token.Lower))
                return Tense.Future;
            if (token.Tag == Tag.TO || token.Lower == "to")
            {
                return Find(Math.Max(sentence.First, i - 4), i, t => Done.Contains(t.Lower)) >= 0 ? Tense.Past
                    : Find(Math.Max(sentence.First, i - 3), i, t => Ahead.Contains(t.Lower) || t.Lower is "is" or "are") >= 0 ? Tense.Future
                    : Tense.Intended;
            }
        }

        return Tense.Unknown;
    }

    // "was completed", "has been completed"; but "will be completed", "to be completed".
    private Tense Participle(int at, Sentence sentence)
    {
        for (var i = at - 1; i >= Math.Max(sentence.First, at - 4); i--)
        {
            var token = document.Tokens[i];
            if (token.Lower == "be")
                return Base(i, sentence);
            if (token.Lower is "is" or "are" or "am" or "being" or "'re")
                return Tense.Present;
            if (token.Tag is Tag.VBD or Tag.VBZ or Tag.VBP or Tag.VBN)
                return Tense.Past;
        }

        return Tense.Past;
    }

    private Tense Present(int at, Token token, Sentence sentence)
    {
        if (token.Lower is "has" or "have" or "'ve" or "'s" && Find(at + 1, Math.Min(sentence.End, at + 4), t => t.Tag is Tag.VBN) >= 0)
            return Tense.Past;
        if (token.Lower is "is" or "are" && at + 1 < sentence.End && document.Tokens[at + 1].Lower is "to" or "due" or "set")
            return Tense.Future;
        return Say.Contains(token.Lower) ? Tense.Past : Tense.Present;
    }

    private Tense Going(int at, Sentence sentence)
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
