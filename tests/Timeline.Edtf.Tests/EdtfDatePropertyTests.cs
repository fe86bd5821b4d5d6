using System.Text;
using System.Text.Json;
using CsCheck;
using Timeline.Edtf.Tests.EdtfJs;
using Timeline.Tests;

namespace Timeline.Edtf.Tests;

public class EdtfDatePropertyTests
{
    /// <summary>Dates of every form, by texts of the grammar that are accepted.</summary>
    private static readonly Gen<EdtfDate> Dates = Gen.Int.Select(seed =>
    {
        var texts = new EdtfTextGenerator(seed);
        EdtfDate date;
        while (!EdtfDate.TryParse(texts.Next(), out date, out _)) { }

        return date;
    });

    /// <summary>Days of three years, so that the dates around them touch.</summary>
    private static readonly Gen<Day> Near = Gen.Int[0, 1095].Select(days => Day.FromYearMonthDay(2023, 1, 1).AddDays(days));

    /// <summary>Dates with bounds close together, or none.</summary>
    private static readonly Gen<EdtfDate> NearDates = Gen.OneOf(
        Near.Select(EdtfDate.OfDay),
        Near.Select(day => EdtfDate.OfMonth(day.Year, day.Month)),
        Near.Select(day => EdtfDate.Between(day, null)),
        Near.Select(day => EdtfDate.Between(null, day)),
        Gen.Select(Near, Near, (a, b) => EdtfDate.Between(a < b ? a : b, a < b ? b : a)),
        Gen.Const(default(EdtfDate))
    );

    [Fact]
    public void The_canonical_form_gives_the_same_date_and_the_same_form_again() =>
        Dates.Holds(
            date =>
            {
                var text = date.ToString();
                var again = EdtfDate.Parse(text);
                return again == date
                    && again.GetHashCode() == date.GetHashCode()
                    && again.ToString() == text
                    && again.Level == date.Level
                    && again.Precision == date.Precision
                    && (again.Earliest, again.Latest) == (date.Earliest, date.Latest);
            },
            iter: 20_000
        );

    [Fact]
    public void Equal_dates_are_those_with_the_same_form() =>
        Gen.Select(Dates, Dates).Holds((a, b) => a == b == (a.ToString() == b.ToString()) && a != b == !a.Equals((object)b));

    [Fact]
    public void The_first_day_is_never_after_the_last() => Dates.Holds(date => !(date.Earliest > date.Latest), iter: 20_000);

    [Fact]
    public void The_order_is_total_and_agrees_with_equality() =>
        Gen.Select(Dates, Dates, Dates)
            .Holds(
                (a, b, c) =>
                    Math.Sign(a.CompareTo(b)) == -Math.Sign(b.CompareTo(a))
                    && a.CompareTo(b) == 0 == (a == b)
                    && !(a <= b && b <= c && a > c)
                    && a < b == a.CompareTo(b) < 0
                    && a >= b == a.CompareTo(b) >= 0,
                iter: 10_000
            );

    [Fact]
    public void The_order_goes_by_first_then_last_day_open_sides_outside() =>
        Gen.Select(NearDates, NearDates)
            .Holds(
                (a, b) =>
                {
                    var (first, last) = (
                        (a.Earliest?.Number ?? long.MinValue).CompareTo(b.Earliest?.Number ?? long.MinValue),
                        (a.Latest?.Number ?? long.MaxValue).CompareTo(b.Latest?.Number ?? long.MaxValue)
                    );
                    return (first, last) == (0, 0) || Math.Sign(a.CompareTo(b)) == (first != 0 ? Math.Sign(first) : Math.Sign(last));
                }
            );

    [Fact]
    public void Relations_are_those_of_the_days_between_the_bounds() =>
        Gen.Select(NearDates, NearDates)
            .Holds(
                (a, b) =>
                {
                    // Two years more on each side stand for infinity.
                    var (from, to) = (Day.FromYearMonthDay(2021, 1, 1), Day.FromYearMonthDay(2027, 12, 31));
                    HashSet<long> Days(EdtfDate date)
                    {
                        var (first, last) = ((date.Earliest ?? from).Number, (date.Latest ?? to).Number);
                        return [.. Enumerable.Range(0, (int)(last - first + 1)).Select(i => first + i)];
                    }

                    var (x, y) = (Days(a), Days(b));
                    return a.Overlaps(b) == x.Overlaps(y) && a.Within(b) == x.IsSubsetOf(y) && a.Covers(b) == x.IsSupersetOf(y);
                },
                iter: 2_000
            );

    [Fact]
    public void Bounds_of_unspecified_digits_are_the_first_and_last_day_that_fit() =>
        Gen.Select(Gen.Int[-9999, 9999], Gen.Int[1, 12], Gen.Int[1, 31], Gen.Int[1, 255], Gen.Int[0, 2])
            .Holds(
                (year, month, day, mask, length) =>
                {
                    var text = $"{Math.Abs(year):0000}{month:00}{day:00}".ToCharArray();
                    for (var i = 0; i < 8; i++)
                    {
                        text[i] = (mask >> i & 1) != 0 ? 'X' : text[i];
                    }

                    var whole = $"{new string(text, 0, 4)}-{new string(text, 4, 2)}-{new string(text, 6, 2)}";
                    int[] lengths = ["YYYY".Length, "YYYY-MM".Length, "YYYY-MM-DD".Length];
                    var masked = (year < 0 ? "-" : "") + whole[..lengths[length]];
                    var (min, max) = ReferenceModel.Fitting(masked);
                    return EdtfDate.TryParse(masked, out var date, out _)
                        ? (date.Earliest?.Number, date.Latest?.Number) == (min, max)
                        : min is null;
                },
                iter: 5_000
            );

    [Fact]
    public void Any_text_is_read_or_refused_at_a_place_within_it() =>
        Gen.OneOf(Gen.String, Gen.String["0123456789-/.,XYEST:Z+?~%[]{} "], Gen.Int.Select(seed => new EdtfTextGenerator(seed).Next()))
            .Holds(
                text =>
                    EdtfDate.TryParse(text, out var date, out var error)
                        ? error == default
                        : date == default && error.Reason.EndsWith('.') && error.Position >= 0 && error.Position <= text.Length,
                iter: 50_000
            );

    [Fact]
    public void Formatting_into_a_span_gives_the_same_text_or_says_that_it_does_not_fit() =>
        Gen.Select(Dates, Gen.Int[0, 60])
            .Holds(
                (date, length) =>
                {
                    var text = date.ToString();
                    Span<char> chars = stackalloc char[length];
                    Span<byte> bytes = stackalloc byte[length];
                    var fits = date.TryFormat(chars, out var written);
                    var utf8 = ((IUtf8SpanFormattable)date).TryFormat(bytes, out var bytesWritten, default, null);
                    return fits == (text.Length <= length)
                        && utf8 == fits
                        && (!fits || (chars[..written].SequenceEqual(text) && Encoding.UTF8.GetString(bytes[..bytesWritten]) == text));
                }
            );

    [Fact]
    public void Json_holds_the_canonical_text() =>
        Dates.Holds(date =>
        {
            var json = JsonSerializer.Serialize(date);
            return JsonSerializer.Deserialize<string>(json) == date.ToString() && JsonSerializer.Deserialize<EdtfDate>(json) == date;
        });

    [Fact]
    public void A_qualifier_adds_to_a_date_and_moves_no_bound() =>
        Gen.Select(Dates, Gen.Bool, Gen.Bool)
            .Holds(
                (date, approximate, uncertain) =>
                {
                    EdtfDate qualified;
                    try
                    {
                        qualified = date.Qualified(approximate, uncertain);
                    }
                    catch (InvalidOperationException)
                    {
                        return $"{date}".Contains('T') || $"{date}".Contains("..");
                    }

                    return (qualified.Earliest, qualified.Latest) == (date.Earliest, date.Latest)
                        && EdtfDate.Parse(qualified.ToString()) == qualified
                        && (
                            date == default
                            || (
                                qualified.IsApproximate == (approximate || date.IsApproximate)
                                && qualified.IsUncertain == (uncertain || date.IsUncertain)
                            )
                        );
                }
            );
}
