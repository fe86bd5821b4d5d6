using System.Text.RegularExpressions;

namespace Timeline.Edtf.Tests.EdtfJs;

/// <summary>The forms of texts that differences are known by.</summary>
public static partial class Differences
{
    private const RegexOptions Plainly = RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^-?\d{2,3}[?~%]?$", Plainly)]
    private static partial Regex ShortYear();

    [GeneratedRegex(@"^[?~%]?(-?\d{4})[?~%]?-[?~%]?02[?~%]?-[?~%]?29([?~%]|T.*)?$", Plainly)]
    private static partial Regex LeapDay();

    [GeneratedRegex(@"T\d\d:\d\d(Z|[+-]|$)", Plainly)]
    private static partial Regex WithoutSeconds();

    [GeneratedRegex(@"T\d\d:\d\d:\d\d\.\d", Plainly)]
    private static partial Regex WithFraction();

    [GeneratedRegex(@"T.*[+-]\d{4}$", Plainly)]
    private static partial Regex BasicShift();

    [GeneratedRegex(@"^Y-?(0\d*E|\d+E0)", Plainly)]
    private static partial Regex LeadingZero();

    [GeneratedRegex(@"[YS]", Plainly)]
    private static partial Regex LongOrSignificant();

    [GeneratedRegex(@"^[?~%]-?\d{4}[?~%]$", Plainly)]
    private static partial Regex QualifiedTwice();

    [GeneratedRegex(@"^-?[\dX]{4}-X[3-9]$", Plainly)]
    private static partial Regex UnspecifiedTens();

    [GeneratedRegex(@"^[\dX]{4}-(X\d|\dX|XX)-(29|30|31|3X|X1|X0)$", Plainly)]
    private static partial Regex UnspecifiedMonthEnd();

    [GeneratedRegex(@"T\d\d:\d\d:60", Plainly)]
    private static partial Regex LeapSecond();

    [GeneratedRegex(@"S(\d+)", Plainly)]
    private static partial Regex Significance();

    [GeneratedRegex(@"-[0X]2-[2X][9X]$", Plainly)]
    private static partial Regex FebruaryEnd();

    [GeneratedRegex(@"T\d\d:\d\d:\d\d([+-])(\d\d)(?::(\d\d))?$", Plainly)]
    private static partial Regex Zone();

    [GeneratedRegex("[?~%]", Plainly)]
    private static partial Regex Qualifiers();
}
