namespace Timeline.Extraction.Time;

/// <summary>What a word can be in the grammar, and the place in a <see cref="Frame"/> that its value goes to.</summary>
/// <remarks>The lexicon and the grammar name these in lower case; a word's classes are bits, so there are at most 64.</remarks>
internal enum Slot
{
    // Numbers, told from the digits or number words themselves.
    N, Dom, Hour, Min, Mon, Y2, Year, Spoken, Era3, Ord, Years, Clock4,
    // Words of the lexicon.
    Month, Weekday, Unit, Season, DayPart, Holiday, Count, Vague, Dir, TextDir, Part, Approx, RDay, Ampm, Noon, Zone,
    Half, Nineties, Era, Period, Every, Adverb, Ref, Suffix, Card, Scale, OrdWord, Gap, Fiscal, Plural, Decade, Single, Same, Mondays, Week,
    // Only set by the grammar's lines.
    YearShift, Quarter, Base, N2, Century, Mod, YearAgo, Month2, Day2, Seconds, Frac,
}
