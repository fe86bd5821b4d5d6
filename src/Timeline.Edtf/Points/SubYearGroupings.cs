namespace Timeline.Edtf.Points;

/// <summary>The divisions of a year, codes 21 to 41 (ISO 8601-2:2019, 4.8; EDTF level 1 "Seasons", level 2 "Sub-year groupings").</summary>
/// <remarks>
/// The standard names the seasons and leaves their months to the user. Here they are the meteorological ones; 21 to 24, said of no
/// hemisphere, are read as northern. A winter (in the south a summer) belongs to the year in which its December lies, because the codes
/// run through the year in order and 24 comes after 23.
/// </remarks>
internal static class SubYearGroupings
{
    public const int FirstCode = 21;
    public const int LastCode = 41;

    public static (int Month, int Length, DatePrecision Precision) Get(int code) => Table[code - FirstCode];

    private static readonly (int Month, int Length, DatePrecision Precision)[] Table =
    [
        (3, 3, DatePrecision.Season),
        (6, 3, DatePrecision.Season),
        (9, 3, DatePrecision.Season),
        (12, 3, DatePrecision.Season), // 21-24
        (3, 3, DatePrecision.Season),
        (6, 3, DatePrecision.Season),
        (9, 3, DatePrecision.Season),
        (12, 3, DatePrecision.Season), // 25-28 northern
        (9, 3, DatePrecision.Season),
        (12, 3, DatePrecision.Season),
        (3, 3, DatePrecision.Season),
        (6, 3, DatePrecision.Season), // 29-32 southern
        (1, 3, DatePrecision.Quarter),
        (4, 3, DatePrecision.Quarter),
        (7, 3, DatePrecision.Quarter),
        (10, 3, DatePrecision.Quarter), // 33-36
        (1, 4, DatePrecision.Range),
        (5, 4, DatePrecision.Range),
        (9, 4, DatePrecision.Range), // 37-39
        (1, 6, DatePrecision.Half),
        (7, 6, DatePrecision.Half), // 40-41
    ];
}
