namespace Timeline.Edtf.Tests.EdtfJs;

/// <summary>
/// Every way in which Timeline.Edtf and edtf.js are known to differ, by the name that it has in the README of the library. Each says
/// exactly what
/// edtf.js does with the text, so that a difference of another kind, also in a text of the same form, is explained by none.
/// </summary>
public static partial class Differences
{
    /// <summary>Differences in a date on its own.</summary>
    private static readonly (string Name, Func<EdtfComparison, bool> Explains)[] Dates =
    [
        // Timeline.Edtf refuses.
        ("short-year", r => OnlyTheirs(r) && ShortYear().IsMatch(r.Text)),
        (
            "leap-day",
            r =>
                OnlyTheirs(r)
                && LeapDay().Match(r.Text) is { Success: true } february
                && MarchFirst(february.Groups[1].Value) is var march
                && r.Theirs.Min >= march - (r.Text.Contains('T') ? 1 : 0)
                && r.Theirs.Max <= march + (r.Text.Contains('T') ? 1 : 0)
        ),
        ("significant-count", r => OnlyTheirs(r) && TooSignificant(r.Text)),
        ("time-minutes", r => OnlyTheirs(r) && WithoutSeconds().IsMatch(r.Text)),
        ("time-fraction", r => OnlyTheirs(r) && WithFraction().IsMatch(r.Text)),
        ("time-midnight", r => OnlyTheirs(r) && r.Text.Contains("T24:00", StringComparison.Ordinal)),
        ("shift-basic", r => OnlyTheirs(r) && BasicShift().IsMatch(r.Text)),
        ("year-limit", r => OnlyTheirs(r) && r.Text.StartsWith('Y') && r.Reason.StartsWith("Years beyond", StringComparison.Ordinal)),
        ("long-year-zeros", r => OnlyTheirs(r) && LeadingZero().IsMatch(r.Text)),
        // edtf.js refuses.
        ("qualified-unspecified", r => OnlyOurs(r) && r.Text.Contains('X') && Qualified(r)),
        ("qualified-long-year", r => OnlyOurs(r) && LongOrSignificant().IsMatch(r.Text) && Qualified(r)),
        ("qualified-year-twice", r => OnlyOurs(r) && QualifiedTwice().IsMatch(r.Text)),
        ("unspecified-month", r => OnlyOurs(r) && UnspecifiedTens().IsMatch(r.Text)),
        ("unspecified-day", r => OnlyOurs(r) && r.Text.EndsWith("-3X", StringComparison.Ordinal) && r.Date.Latest?.DayOfMonth == 30),
        ("time-leap-second", r => OnlyOurs(r) && LeapSecond().IsMatch(r.Text)),
        ("shift-range", r => OnlyOurs(r) && Shift(r.Text) is > 14 * 60 or < -12 * 60),
        // Both accept, the bounds differ.
        (
            "season",
            r =>
                Both(r) && ReferenceModel.Code(r.Text) is >= 21 and <= 32 && ReferenceModel.Grouping(r.Text) == (r.Theirs.Min, r.Theirs.Max)
        ),
        (
            "third-of-year",
            r => Both(r) && ReferenceModel.Code(r.Text) is 37 or 38 && ReferenceModel.Grouping(r.Text) == (r.Theirs.Min, r.Theirs.Max)
        ),
        (
            "grouping-before-0",
            r =>
                Both(r)
                && ReferenceModel.Code(r.Text) > 0
                && Bare(r).StartsWith('-')
                && ReferenceModel.Grouping(r.Text) == (r.Theirs.Min, r.Theirs.Max)
        ),
        ("significant-bounds", r => Both(r) && Significance().IsMatch(r.Text) && Is(r.Theirs, Significance().Replace(r.Text, ""))),
        (
            "time-day",
            r => Both(r) && Shift(r.Text) is { } shift && r.Theirs.Min == r.Theirs.Max && r.Theirs.Min == r.Min - Math.Sign(shift)
        ),
        (
            "long-year-bounds",
            r => r.Ok && r.Theirs is { Ok: true, NoBounds: true } && r.Text.StartsWith('Y') && Estimate(r) is > 275_759 or < -271_820
        ),
        (
            "unspecified-before-0",
            r => Both(r) && r.Text.Contains('X') && r.Text.StartsWith('-') && ReferenceModel.Fitting(r.Text) == (r.Min, r.Max)
        ),
        (
            "unspecified-tens",
            r => Both(r) && r.Text.Contains("-X0", StringComparison.Ordinal) && ReferenceModel.Fitting(r.Text) == (r.Min, r.Max)
        ),
        (
            "unspecified-month-end",
            r => Both(r) && UnspecifiedMonthEnd().IsMatch(r.Text) && ReferenceModel.Fitting(r.Text) == (r.Min, r.Max)
        ),
        (
            "february-of-0",
            r =>
                Both(r)
                && Bare(r) is ['0', '0', '0', '0', '-', '0', '2', '-', '2', '8' or '9', ..]
                && r.Theirs.Max - r.Max == (Shift(r.Text) < 0 && r.Theirs.Max - r.Max == 2 ? 2 : 1)
        ),
        (
            "unspecified-leap-day",
            r =>
                r.Theirs is { Ok: true, NoBounds: false }
                && r.Text.Contains('X')
                && FebruaryEnd().IsMatch(r.Text)
                && ReferenceModel.Fitting(r.Text) == (r.Min, r.Max)
        ),
    ];

    /// <summary>The names of the differences that explain the comparison together; empty where they do not.</summary>
    public static IReadOnlyCollection<string> Explain(EdtfComparison comparison) =>
        comparison switch
        {
            { IsSet: true } => Sets.Explain(comparison),
            { IsInterval: true } => Intervals.Explain(comparison),
            _ => [.. Dates.Where(difference => difference.Explains(comparison)).Select(difference => difference.Name)],
        };

    /// <summary>What explains the parts that differ; null where nothing explains one of them.</summary>
    public static List<string>? OfParts(IEnumerable<EdtfComparison> parts)
    {
        var names = new List<string>();
        foreach (var part in parts.Where(part => !part.Agrees))
        {
            var found = Explain(part);
            if (found.Count == 0)
            {
                return null;
            }

            names.AddRange(found);
        }

        return names;
    }

    public static bool OnlyTheirs(EdtfComparison r) => !r.Ok && r.Theirs.Ok;

    public static bool OnlyOurs(EdtfComparison r) => r.Ok && !r.Theirs.Ok;

    public static bool Both(EdtfComparison r) => r.Ok && r.Theirs is { Ok: true, NoBounds: false };

    /// <summary>
    /// A season or other part of a year, a year with Y, or one with S: forms that edtf.js does not take within intervals and sets.
    /// </summary>
    public static bool IsSpecial(EdtfComparison part) => ReferenceModel.Code(part.Text) > 0 || LongOrSignificant().IsMatch(part.Text);

    private static bool Is(EdtfJsResult theirs, string text) =>
        EdtfDate.TryParse(text, out var date, out _) && (date.Earliest?.Number, date.Latest?.Number) == (theirs.Min, theirs.Max);

    private static bool Qualified(EdtfComparison r) => r.Text.AsSpan().IndexOfAny("?~%") >= 0;

    private static string Bare(EdtfComparison r) => Qualifiers().Replace(r.Text, "");

    private static long MarchFirst(string year) => Day.FromYearMonthDay(int.Parse(year), 3, 1).Number;

    private static long Estimate(EdtfComparison r) => EdtfDate.Parse(Significance().Replace(r.Text, "")).Earliest!.Value.Year;

    private static bool TooSignificant(string text) =>
        Significance().Match(text) is { Success: true } s
        && EdtfDate.TryParse(Significance().Replace(text, ""), out var year, out _)
        && int.Parse(s.Groups[1].Value) is var digits
        && (digits == 0 || digits > $"{Math.Abs(year.Earliest!.Value.Year)}".Length);

    private static int? Shift(string text) =>
        Zone().Match(text) is { Success: true } zone
            ? (zone.Groups[1].Value == "-" ? -1 : 1)
                * (int.Parse(zone.Groups[2].Value) * 60 + (zone.Groups[3].Success ? int.Parse(zone.Groups[3].Value) : 0))
            : null;
}
