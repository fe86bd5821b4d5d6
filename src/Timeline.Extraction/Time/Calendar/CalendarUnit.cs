namespace Timeline.Extraction.Time;

/// <summary>The units a calendar is counted in, from fine to coarse.</summary>
internal enum CalendarUnit
{
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Weekend,
    Month,
    Quarter,
    Season,
    Half,
    Year,
    Decade,
    Century,
    Millennium,
}
