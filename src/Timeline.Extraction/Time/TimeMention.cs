using Timeline.Edtf;

namespace Timeline.Extraction.Time;

/// <summary>An expression with what its sentence says around it, for the stages that date events.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index after its last token.</param>
/// <param name="Tense">Where the verb nearest to it looks.</param>
/// <param name="Partner">Index of the expression that is the other end of the same stretch ("from 2011 to 2014").</param>
/// <param name="Stretch">The date of what happens there: the expression's own, shaped by the words around it (since, until, before, from … to), past ones clipped to the day of publication; null where it dates nothing.</param>
public sealed record TimeMention(TimeExpression Expression, int First, int End, Lead Lead, Tense Tense, int? Partner, EdtfDate? Stretch);
