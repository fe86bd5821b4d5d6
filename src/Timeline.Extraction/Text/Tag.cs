namespace Timeline.Extraction.Text;

/// <summary>Parts of speech of the Penn Treebank, as GUM and EWT use them; brackets, quotation marks and other signs share <see cref="Sign"/>.</summary>
public enum Tag : byte
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
public static class Tags
{
    extension(Tag tag)
    {
        /// <summary>Any verb form but a modal.</summary>
        public bool IsVerb => tag is >= Tag.VB and <= Tag.VBZ;

        /// <summary>A verb form that carries tense: past, or present.</summary>
        public bool IsFinite => tag is Tag.VBD or Tag.VBP or Tag.VBZ or Tag.MD;

        /// <summary>A common or proper noun.</summary>
        public bool IsNoun => tag is >= Tag.NN and <= Tag.NNPS;

        /// <summary>A proper noun.</summary>
        public bool IsName => tag is Tag.NNP or Tag.NNPS;

        /// <summary>An adjective of any degree.</summary>
        public bool IsAdjective => tag is >= Tag.JJ and <= Tag.JJS;

        /// <summary>An adverb of any degree.</summary>
        public bool IsAdverb => tag is >= Tag.RB and <= Tag.RBS;
    }
}
