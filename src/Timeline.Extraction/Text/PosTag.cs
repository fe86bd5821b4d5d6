using System.Collections.Frozen;

namespace Timeline.Extraction.Text;

/// <summary>
/// Parts of speech of the Penn Treebank, as GUM and EWT use them; brackets, quotation marks and other signs share <see cref="Sign"/>.
/// </summary>
public enum PosTag : byte
{
    Sign,
    CC,
    CD,
    DT,
    EX,
    FW,
    IN,
    JJ,
    JJR,
    JJS,
    LS,
    MD,
    NN,
    NNS,
    NNP,
    NNPS,
    PDT,
    POS,
    PRP,
    PRPS,
    RB,
    RBR,
    RBS,
    RP,
    SYM,
    TO,
    UH,
    VB,
    VBD,
    VBG,
    VBN,
    VBP,
    VBZ,
    WDT,
    WP,
    WPS,
    WRB,
}

/// <summary>The classes that rules ask for most.</summary>
public static class PosTagExtensions
{
    private static readonly FrozenSet<PosTag> FunctionWords = "CC DT EX IN MD PRP PRPS TO UH WDT WP WRB"
        .Split(' ')
        .Select(name => Enum.Parse<PosTag>(name))
        .ToFrozenSet();

    extension(PosTag tag)
    {
        /// <summary>Any verb form but a modal.</summary>
        public bool IsVerb => tag is >= PosTag.VB and <= PosTag.VBZ;

        /// <summary>A verb form that carries tense: past, or present.</summary>
        public bool IsFinite => tag is PosTag.VBD or PosTag.VBP or PosTag.VBZ or PosTag.MD;

        /// <summary>A common or proper noun.</summary>
        public bool IsNoun => tag is >= PosTag.NN and <= PosTag.NNPS;

        /// <summary>A proper noun.</summary>
        public bool IsName => tag is PosTag.NNP or PosTag.NNPS;

        /// <summary>An adjective of any degree.</summary>
        public bool IsAdjective => tag is >= PosTag.JJ and <= PosTag.JJS;

        /// <summary>A word of a closed class, or an interjection: nothing that a name consists of.</summary>
        public bool IsFunctionWord => FunctionWords.Contains(tag);

        /// <summary>An adverb of any degree.</summary>
        public bool IsAdverb => tag is >= PosTag.RB and <= PosTag.RBS;
    }
}
