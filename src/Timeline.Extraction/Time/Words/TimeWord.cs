namespace Timeline.Extraction.Time;

internal enum WordShape : byte
{
    Letters,
    Digits,
    Mark,
}

/// <summary>
/// A run of letters, a run of digits, or one mark: finer than a token, so that "third-quarter", "7/8/07" and "10pm" need no case of their
/// own.
/// </summary>
/// <param name="Start">UTF-16 index of its first unit in the text.</param>
/// <param name="End">UTF-16 index after its last.</param>
/// <param name="Entry">The lexicon's entry; null where the lexicon does not hold the word.</param>
/// <param name="Value">The number that a run of digits writes; -1 where it is too long to be one.</param>
/// <param name="Tight">Nothing stands between this and the word before.</param>
/// <param name="Token">Index of the token it is a part of.</param>
/// <param name="Break">A paragraph begins with it.</param>
internal readonly record struct TimeWord(
    int Start,
    int End,
    WordShape Shape,
    LexiconEntry? Entry,
    long Value,
    bool Tight,
    bool Capital,
    int Token,
    bool Break = false
)
{
    public int Length => End - Start;
}

/// <summary>One or more words that the grammar sees as one: a number in words, "a.m.", a plain word.</summary>
/// <param name="First">Index of the first word.</param>
/// <param name="End">Index after the last word.</param>
/// <param name="Classes">Bit per <see cref="Slot"/> that it can fill.</param>
/// <param name="Value">The value of its number classes; other classes have theirs in the entry.</param>
/// <param name="Break">A paragraph begins here: nothing said reaches across.</param>
/// <param name="IsMark">A sign, not a word.</param>
/// <param name="Half">Half a unit comes on top of the value.</param>
internal readonly record struct Lexeme(
    int First,
    int End,
    LexiconEntry? Entry,
    ulong Classes,
    long Value,
    bool Tight,
    bool Half = false,
    bool IsMark = false,
    bool Break = false
)
{
    public long ValueAs(Slot slot) => Entry is not null && (Entry.Classes & (1UL << (int)slot)) != 0 ? Entry.Value(slot) : Value;
}
