using Timeline.Edtf;

namespace Timeline.Extraction.Time;

/// <summary>An expression with what its sentence says around it, for the stages that date events.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index after its last token.</param>
/// <param name="Tense">Where the verb nearest to it looks.</param>
/// <param name="RangePartner">Index of the expression that is the other end of the same range ("from 2011 to 2014").</param>
/// <param name="EventDate">The date of what happens there: the expression's own, shaped by the words around it (since, until, before,
/// from … to), past ones clipped to the day of publication; null where it dates nothing.</param>
public sealed record TimeMention(
    TimeExpression Expression,
    int First,
    int End,
    TemporalSignal Signal,
    Tense Tense,
    int? RangePartner,
    EdtfDate? EventDate
);
