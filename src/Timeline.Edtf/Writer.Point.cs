using Timeline.Edtf.Points;

namespace Timeline.Edtf;

/// <summary>Writes one point: a date on its own, an end of an interval, a member of a set.</summary>
internal ref partial struct Writer
{
    private void Add(in Point point)
    {
        switch (point.Form)
        {
            case PointForm.Unknown:
                return;
            case PointForm.Open:
                Add("..");
                return;
        }

        if (point.Reach == Reach.Before)
        {
            Add("..");
        }

        // A qualifier on the right speaks for everything on its left, so that is where the longest run from the year on gets its one.
        var run = Run(point);
        Left(point, run, Components.Year);
        Year(point);
        Right(point, run, Components.Year);
        if (point.HasMonth)
        {
            Add('-');
            Left(point, run, Components.Month);
            TwoDigits(point.Month, point.MonthMask);
            Right(point, run, Components.Month);
        }

        if (point.HasDay)
        {
            Add('-');
            Left(point, run, Components.Day);
            TwoDigits(point.Day, point.DayMask);
            Right(point, run, Components.Day);
        }

        Time(point);
        if (point.Reach == Reach.After)
        {
            Add("..");
        }
    }

    private void Year(in Point point)
    {
        if (point.Form == PointForm.LongYear)
        {
            Add('Y');
        }

        if (point.Negative)
        {
            Add('-');
        }

        if (point.Form == PointForm.LongYear)
        {
            Number(point.Significand);
        }
        else
        {
            TwoDigits((int)(point.Significand / 100), point.YearMask >> 2);
            TwoDigits((int)(point.Significand % 100), point.YearMask & 3);
        }

        if (point.Exponent > 0)
        {
            Add('E');
            Number(point.Exponent);
        }

        if (point.Significant > 0)
        {
            Add('S');
            Number(point.Significant);
        }
    }

    private void Time(in Point point)
    {
        if (point.Form != PointForm.DateTime)
        {
            return;
        }

        Add('T');
        TwoDigits(point.Hour);
        Add(':');
        TwoDigits(point.Minute);
        Add(':');
        TwoDigits(point.Second);
        if (point.Shift is { } shift)
        {
            if (shift == 0)
            {
                Add('Z');
                return;
            }

            Add(shift < 0 ? '-' : '+');
            TwoDigits(Math.Abs(shift) / 60);
            Add(':');
            TwoDigits(Math.Abs(shift) % 60);
        }
    }

    /// <summary>The last component of the run from the year on that is qualified alike, or none where the year is not qualified.</summary>
    private static Components Run(in Point point)
    {
        var qualifier = Qualifier(point, Components.Year);
        return qualifier == '\0' ? Components.None
            : !point.HasMonth || Qualifier(point, Components.Month) != qualifier ? Components.Year
            : !point.HasDay || Qualifier(point, Components.Day) != qualifier ? Components.Month
            : Components.Day;
    }

    private static char Qualifier(in Point point, Components component) =>
        ((point.Approximate & component) != 0, (point.Uncertain & component) != 0) switch
        {
            (true, true) => '%',
            (true, false) => '~',
            (false, true) => '?',
            _ => '\0',
        };

    private void Left(in Point point, Components run, Components component)
    {
        if (component > run && Qualifier(point, component) is not '\0' and var qualifier)
        {
            Add(qualifier);
        }
    }

    private void Right(in Point point, Components run, Components component)
    {
        if (component == run)
        {
            Add(Qualifier(point, component));
        }
    }
}
