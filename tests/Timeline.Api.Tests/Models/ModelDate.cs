using CsCheck;
using Timeline.Edtf;

namespace Timeline.Api.Tests.Models;

/// <summary>
/// A date as EDTF text with the bounds that the generator meant, worked out without the program: days are numbers that sort, made
/// of year, month and day; an open side is null.
/// </summary>
public sealed record ModelDate(string? Date, int? Earliest, int? Latest)
{
    public static ModelDate Undated { get; } = new(null, null, null);

    public override string ToString() => Date ?? "undated";

    public bool IsDated => Date is not null;

    /// <summary>As the API names it; none without a date.</summary>
    public IEnumerable<string> Precisions => Date is { } date ? [EdtfDate.Parse(date).Precision.ToString().ToLowerInvariant()] : [];

    /// <summary>The side as a number that compares: open sides are infinite.</summary>
    public int Start => Earliest ?? int.MinValue;

    public int End => Latest ?? int.MaxValue;

    public static int Day(int year, int month, int day) => ((year + 10_000) * 512) + (month * 32) + day;

    public static ModelDate OfDay(int day) => new(Text(day), day, day);

    /// <summary>The day as <c>YYYY-MM-DD</c>.</summary>
    public static string? Text(int? day) =>
        day is { } number ? $"{Year((number / 512) - 10_000)}-{number % 512 / 32:00}-{number % 32:00}" : null;

    public static string Year(int year) => year < 0 ? $"-{-year:0000}" : $"{year:0000}";

    private static int LengthOf(int year, int month) =>
        month switch
        {
            4 or 6 or 9 or 11 => 30,
            2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
            _ => 31,
        };

    private static ModelDate OfYear(int year) => new(Year(year), Day(year, 1, 1), Day(year, 12, 31));

    private static ModelDate OfMonth(int year, int month) =>
        new($"{Year(year)}-{month:00}", Day(year, month, 1), Day(year, month, LengthOf(year, month)));

    private static ModelDate OfDay(int year, int month, int day) =>
        new($"{Year(year)}-{month:00}-{day:00}", Day(year, month, day), Day(year, month, day));

    private static readonly Gen<int> Years = Gen.Frequency(
        (6, Gen.Int[2020, 2025]),
        (2, Gen.Int[1990, 2030]),
        (1, Gen.Int[-45, -42]),
        (1, Gen.Int[-1, 1]),
        (1, Gen.OneOf(-9999, 9999, 1600, 1900))
    );

    private static readonly Gen<int> Months = Gen.Frequency((2, Gen.Const(1)), (3, Gen.Int[1, 12]));

    private static readonly Gen<int> Days = Gen.Frequency((2, Gen.Const(1)), (1, Gen.Const(28)), (3, Gen.Int[1, 28]));

    private static readonly Gen<ModelDate> Month = Gen.Select(Years, Months, OfMonth);

    private static readonly Gen<ModelDate> Single = Gen.Select(Years, Months, Days, OfDay);

    private static Gen<ModelDate> Pair(Gen<ModelDate> one, Func<string, string, string> write) =>
        Gen.Select(
            one,
            one,
            (a, b) =>
            {
                var (first, last) = a.Start <= b.Start ? (a, b) : (b, a);
                return new ModelDate(write(first.Date!, last.Date!), first.Earliest, last.Latest);
            }
        );

    /// <summary>A year, a month or a day: what a filter takes.</summary>
    public static Gen<ModelDate> FilterDates { get; } = Gen.OneOf<ModelDate>(Years.Select(OfYear), Month, Single);

    /// <summary>A day on which an article may appear.</summary>
    public static Gen<ModelDate> PublicationDates { get; } =
        Gen.Frequency((8, Gen.Select(Gen.Int[2020, 2025], Months, Days, OfDay)), (1, Single));

    /// <summary>Whatever an article may tell, and no date at all.</summary>
    public static Gen<ModelDate> AnyDates { get; } =
        Gen.Frequency(
            (2, Gen.Const(Undated)),
            (5, FilterDates),
            (2, Pair(Single, (a, b) => $"{a}/{b}")),
            (1, Pair(Month, (a, b) => $"{a}~/{b}~")),
            (1, Pair(Month, (a, b) => a == b ? $"[{a}]" : $"[{a},{b}]")),
            (1, Single.Select(day => new ModelDate($"{day.Date}/..", day.Earliest, null))),
            (1, Single.Select(day => new ModelDate($"../{day.Date}", null, day.Latest))),
            (1, Years.Select(OfYear).Select(year => year with { Date = year.Date + "?" })),
            (1, Gen.Int[195, 204].Select(decade => new ModelDate($"{decade}X", Day(decade * 10, 1, 1), Day((decade * 10) + 9, 12, 31))))
        );
}
