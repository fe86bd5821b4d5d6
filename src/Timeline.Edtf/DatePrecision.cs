namespace Timeline.Edtf;

/// <summary>What kind of period a date names; see <see cref="EdtfDate.Precision"/> for the rule.</summary>
public enum DatePrecision
{
    /// <summary>One day, also where a time of day is given.</summary>
    Day,

    /// <summary>An interval from a Monday to the Sunday after it: an ISO week.</summary>
    Week,

    /// <summary>One month, also <c>2024-06-XX</c>.</summary>
    Month,

    /// <summary>Three months from January, April, July or October: codes 33 to 36.</summary>
    Quarter,

    /// <summary>Spring, summer, autumn or winter: codes 21 to 32.</summary>
    Season,

    /// <summary>January to June or July to December: codes 40 and 41.</summary>
    Half,

    /// <summary>One year, also <c>2024-XX</c>.</summary>
    Year,

    /// <summary>Ten years that share all digits but the last: <c>202X</c>, <c>2024S3</c>.</summary>
    Decade,

    /// <summary>A hundred years that share all digits but the last two: <c>20XX</c>, <c>2024S2</c>.</summary>
    Century,

    /// <summary>Any other period: intervals, thirds of a year (37 to 39), digits left open elsewhere.</summary>
    Range,

    /// <summary>One or all of several dates: <c>[…]</c>, <c>{…}</c>.</summary>
    Set,
}
