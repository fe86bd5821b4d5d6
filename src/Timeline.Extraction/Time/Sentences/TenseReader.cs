using System.Collections.Frozen;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Time;

/// <summary>Reads the tense at an expression from the verb nearest before it, or else the first after it.</summary>
internal sealed partial class TenseReader(Document document)
{
    private const int Left = 24,
        Right = 16;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Cues = EmbeddedData
        .ReadLines("Time.tense.txt")
        .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
        .ToFrozenDictionary(p => p[0], p => p[1].Split(';', StringSplitOptions.TrimEntries).ToFrozenSet());

    private static readonly FrozenSet<string> Modal = Cues["modal"],
        Ahead = Cues["ahead"],
        Done = Cues["done"],
        Demand = Cues["demand"],
        Say = Cues["say"];

    /// <summary>The tense for the tokens from first to before end, within their sentence.</summary>
    public Tense TenseAt(int first, int end, Sentence sentence)
    {
        for (var i = first - 1; i >= Math.Max(sentence.First, first - Left); i--)
        {
            if (TenseOf(i, sentence) is var tense and not Tense.Unknown)
                return tense is Tense.Intended && i == first - 1 && document.Tokens[i].Tag == PosTag.VBD ? Tense.Past : tense;
        }

        for (var i = end; i < Math.Min(sentence.End, end + Right); i++)
        {
            // What comes after the expression tells by its finite verb: "spent the summer trying to win".
            if (document.Tokens[i].Tag is not PosTag.VB && TenseOf(i, sentence) is var tense and not Tense.Unknown)
                return tense;
        }

        return Tense.Unknown;
    }

    /// <summary>
    /// Whether the sentence says "has" or "have" with a participle near the tokens: "has led it since 2011" goes on to this day.
    /// </summary>
    public bool IsPerfect(int first, int end, Sentence sentence)
    {
        for (var i = Math.Max(sentence.First, first - Right); i < Math.Min(sentence.End, end + Right); i++)
        {
            if (
                document.Tokens[i].Lower is "has" or "have" or "'ve"
                && Find(i + 1, Math.Min(sentence.End, i + 4), t => t.Tag == PosTag.VBN) >= 0
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an end that is named before a time lies ahead: "demanded it by Friday", "stays closed through Monday".</summary>
    public bool IsBoundAhead(int first, Tense tense)
    {
        if (tense is Tense.Unknown or Tense.Intended)
            return true;
        if (document.Tokens[Math.Max(0, first - 1)].Is("to"))
            return false;
        if (tense == Tense.Present)
            return true;
        return tense == Tense.Past && Find(Math.Max(0, first - Left / 2), first, token => Demand.Contains(token.Lower)) >= 0;
    }

    /// <summary>
    /// Whether a present tells of a fixed plan: "the trial resumes on Monday", in a whole sentence that names the day after its verb.
    /// </summary>
    public bool IsAppointed(int first, int end, Sentence sentence) =>
        first > sentence.First
        && (IsOnDay(first) || IsInMonth(first, end))
        && document.Tokens[sentence.End - 1].Is('.')
        && Find(sentence.First, first, token => token.Tag is PosTag.VBZ or PosTag.VBP && !Say.Contains(token.Lower)) >= 0
        && Find(sentence.First, first, token => token.Tag == PosTag.VBD) < 0
        && (end >= sentence.End || !document.Tokens[end].Tag.IsNoun);

    private bool IsOnDay(int first) =>
        document.Tokens[first].Lower.EndsWith("day", StringComparison.Ordinal) && document.Tokens[first - 1].Is("on");

    private bool IsInMonth(int first, int end) =>
        end == first + 1
        && document.Tokens[first] is { Tag: PosTag.NNP, Kind: TokenKind.Word }
        && document.Tokens[first - 1].Is("in")
        && FindBack(first, token => token.Tag.IsFinite || token.Is(',')) is >= 0 and var verb
        && document.Tokens[verb].Tag is PosTag.VBZ or PosTag.VBP
        && document.Tokens[verb].Lower is not ("is" or "are" or "has" or "have" or "was");

    private int FindBack(int before, Func<Token, bool> what)
    {
        for (var i = before - 1; i >= Math.Max(0, before - Left); i--)
        {
            if (what(document.Tokens[i]))
                return i;
        }

        return -1;
    }

    private Tense TenseOf(int at, Sentence sentence)
    {
        var token = document.Tokens[at];
        if (token.Tag is PosTag.DT or PosTag.CD or PosTag.Sign or PosTag.NNP or PosTag.PRP or PosTag.CC)
            return Tense.Unknown;
        if (Ahead.Contains(token.Lower))
            return OfForwardLookingWord(at, token, sentence);
        return token.Tag switch
        {
            PosTag.MD => OfModal(at, token, sentence, otherwise: Tense.Unknown),
            PosTag.VBD => Tense.Past,
            PosTag.VBN => OfParticiple(at, sentence),
            PosTag.VB => OfBaseForm(at, sentence),
            PosTag.VBZ or PosTag.VBP => OfPresentForm(at, token, sentence),
            PosTag.VBG => OfGerund(at, sentence),
            _ => Tense.Unknown,
        };
    }

    // "Had been due" is behind us; "planned to" may or may not be; "is set to" lies ahead, "set aside" does not.
    private Tense OfForwardLookingWord(int at, Token token, Sentence sentence)
    {
        if (Find(Math.Max(sentence.First, at - 2), at, t => t.Lower is "had") >= 0)
            return Tense.Past;
        if (
            token.Lower == "set"
            && Find(Math.Max(sentence.First, at - 3), at, t => t.Lower is "is" or "are" or "was" or "were" or "be") < 0
        )
        {
            return token.Tag == PosTag.VBD ? Tense.Past : Tense.Unknown;
        }

        if (token.Tag.IsNoun && token.Lower is not ("deadline" or "target"))
            return Tense.Unknown;
        return token.Tag == PosTag.VBD ? Tense.Intended : Tense.Future;
    }
}
