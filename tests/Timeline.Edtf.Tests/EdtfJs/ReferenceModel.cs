using System.Text.RegularExpressions;

namespace Timeline.Edtf.Tests.EdtfJs;

/// <summary>
/// What edtf.js does with parts of a year, and which days really fit unspecified digits, both computed without the library under test.
/// </summary>
public static partial class ReferenceModel
{
    /// <summary>The code 21 to 41 of a part of a year, or 0 where the text is none.</summary>
    public static int Code(string text) =>
        Part().Match(text) is { Success: true } part && int.Parse(part.Groups[3].Value) is >= 21 and <= 41 and var code ? code : 0;

    /// <summary>
    /// edtf.js: spring is the first quarter, in the south the third; the first two thirds of a year have five months; a minus is lost for
    /// the end.
    /// </summary>
    public static (long? Min, long? Max) Grouping(string text)
    {
        var part = Part().Match(text);
        var sign = part.Groups[1].Length > 0 ? -1 : 1;
        var digits = part.Groups[2].Value;
        var (first, last) = Code(text) switch
        {
            21 or 25 or 32 or 33 => (1, 3),
            22 or 26 or 31 or 34 => (4, 6),
            23 or 27 or 30 or 35 => (7, 9),
            24 or 28 or 29 or 36 => (10, 12),
            37 => (1, 5),
            38 => (5, 9),
            39 => (9, 12),
            40 => (1, 6),
            _ => (7, 12),
        };
        var (low, high) = (int.Parse(digits.Replace('X', '0')), int.Parse(digits.Replace('X', '9')));
        return (Day.FromYearMonthDay(sign * low, first, 1).Number, Day.FromYearMonthDay(high, last, Day.DaysIn(high, last)).Number);
    }

    /// <summary>
    /// The first and last day that fit the unspecified digits of a text, by trying every day of a year in every year that fits.
    /// </summary>
    public static (long? Min, long? Max) Fitting(string text)
    {
        var sign = text.StartsWith('-') ? -1 : 1;
        var digits = text.TrimStart('-');
        var days = EveryDay.Where(day => Fits(day, digits[4..])).ToList();
        var years = EveryYear
            .Where(year => Fits(year, digits))
            .Select(int.Parse)
            .Where(year => (year > 0 || sign > 0) && (days is not ["-02-29"] || year == 0 || DateTime.IsLeapYear(year)))
            .ToList();
        if (days.Count == 0 || years.Count == 0)
        {
            return (null, null);
        }

        long Number(int year, bool last)
        {
            var fitting = days.Where(day => day != "-02-29" || (year == 0 || DateTime.IsLeapYear(year))).ToList();
            var day = last ? fitting[^1] : fitting[0];
            return Day.FromYearMonthDay(sign * year, int.Parse(day[1..3]), int.Parse(day[4..])).Number;
        }

        return (Number(sign > 0 ? years[0] : years[^1], false), Number(sign > 0 ? years[^1] : years[0], true));
    }

    private static readonly string[] EveryYear = [.. Enumerable.Range(0, 10_000).Select(year => $"{year:0000}")];

    private static readonly string[] EveryDay =
    [
        .. Enumerable.Range(0, 366).Select(day => $"{new DateTime(2000, 1, 1).AddDays(day):-MM-dd}"),
    ];

    private static bool Fits(string date, string digits)
    {
        for (var i = 0; i < Math.Min(date.Length, digits.Length); i++)
        {
            if (digits[i] != 'X' && digits[i] != date[i])
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(@"^[?~%]?(-?)([\dX]{4})[?~%]?-[?~%]?(\d\d)[?~%]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
