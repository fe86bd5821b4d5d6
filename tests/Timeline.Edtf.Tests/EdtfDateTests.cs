namespace Timeline.Edtf.Tests;

public class EdtfDateTests
{
    [Theory]
    [MemberData(nameof(TestCases.Accepted), MemberType = typeof(TestCases))]
    public void Forms_have_their_canonical_text_bounds_precision_and_level(string text, string[] expected)
    {
        Assert.True(EdtfDate.TryParse(text, out var date, out var error), $"{error}");

        var qualifiers = (date.IsApproximate ? "~" : "") + (date.IsUncertain ? "?" : "");
        Assert.Equal(
            [expected[0] == "=" ? text : expected[0], .. expected[1..]],
            [
                date.ToString(),
                date.Earliest?.ToString() ?? "-",
                date.Latest?.ToString() ?? "-",
                date.Precision.ToString().ToLowerInvariant(),
                $"{date.Level}",
                qualifiers,
            ]
        );
    }

    [Theory]
    [MemberData(nameof(TestCases.Refused), MemberType = typeof(TestCases))]
    public void What_is_no_date_is_refused_with_reason_and_position(string text, string[] expected)
    {
        Assert.False(EdtfDate.TryParse(text, out var date, out var error), $"{date}");
        Assert.Contains(expected[1], error.Reason, StringComparison.Ordinal);
        Assert.Equal(int.Parse(expected[0]), error.Position);
        Assert.Contains(error.Reason, Assert.Throws<FormatException>(() => EdtfDate.Parse(text)).Message, StringComparison.Ordinal);
    }
}
