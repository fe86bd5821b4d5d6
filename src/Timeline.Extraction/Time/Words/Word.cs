namespace Timeline.Extraction.Time;

internal enum WordShape : byte { Letters, Digits, Mark }

/// <summary>A run of letters, a run of digits, or one mark: finer than a token, so that "third-quarter", "7/8/07" and "10pm" need no case of their own.</summary>
/// <param name="Start">Index of the first UTF-16 unit.</param>
/// <param name="End">Index after the last.</param>
/// <param name="Entry">The lexicon's entry; null where the lexicon does not hold the word.</param>
/// <param name="Tight">Nothing stands between this and the word before.</param>
/// <param name="Break">A blank line stands before it.</param>
internal readonly record struct Word(int Start, int End, WordShape Shape, Entry? Entry, long Value, bool Tight, bool Capital, bool Break)
{
    public int Length => End - Start;
}

/// <summary>One or more words that the grammar sees as one: a number in words, "a.m.", a plain word.</summary>
/// <param name="First">Index of the first word.</param>
/// <param name="End">Index after the last word.</param>
/// <param name="Classes">Bit per <see cref="Slot"/> that it can fill.</param>
/// <param name="Value">The value of its number classes; other classes have theirs in the entry.</param>
internal readonly record struct Item(int First, int End, Entry? Entry, ulong Classes, long Value, bool Tight, bool Half = false);
