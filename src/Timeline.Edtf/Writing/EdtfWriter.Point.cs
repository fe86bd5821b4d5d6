using Timeline.Edtf.Points;

namespace Timeline.Edtf.Writing;

/// <summary>Writes one point: a date on its own, an end of an interval, a member of a set.</summary>
internal ref partial struct EdtfWriter
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

        if (point.Extension == EndExtension.OrBefore)
        {
            Add("..");
        }

        // A qualifier on the right speaks for everything on its left, so that is where the longest run from the year on gets its one.
        var run = LastAlikeQualified(point);
        QualifierBefore(point, run, DateComponents.Year);
        AddYear(point);
        QualifierAfter(point, run, DateComponents.Year);
        if (point.HasMonth)
        {
            Add('-');
            QualifierBefore(point, run, DateComponents.Month);
            AddTwoDigits(point.Month, point.MonthMask);
            QualifierAfter(point, run, DateComponents.Month);
        }

        if (point.HasDay)
        {
            Add('-');
            QualifierBefore(point, run, DateComponents.Day);
            AddTwoDigits(point.Day, point.DayMask);
            QualifierAfter(point, run, DateComponents.Day);
        }

        AddTime(point);
        if (point.Extension == EndExtension.OrAfter)
        {
            Add("..");
        }
    }

    private void AddYear(in Point point)
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
            AddNumber(point.Significand);
        }
        else
        {
            AddTwoDigits((int)(point.Significand / 100), point.YearMask >> 2);
            AddTwoDigits((int)(point.Significand % 100), point.YearMask & 3);
        }

        if (point.Exponent > 0)
        {
            Add('E');
            AddNumber(point.Exponent);
        }

        if (point.Significant > 0)
        {
            Add('S');
            AddNumber(point.Significant);
        }
    }

    private void AddTime(in Point point)
    {
        if (point.Form != PointForm.DateTime)
        {
            return;
        }

        Add('T');
        AddTwoDigits(point.Hour);
        Add(':');
        AddTwoDigits(point.Minute);
        Add(':');
        AddTwoDigits(point.Second);
        if (point.UtcOffset is { } shift)
        {
            if (shift == 0)
            {
                Add('Z');
                return;
            }

            Add(shift < 0 ? '-' : '+');
            AddTwoDigits(Math.Abs(shift) / 60);
            Add(':');
            AddTwoDigits(Math.Abs(shift) % 60);
        }
    }

    /// <summary>The last component of the run from the year on that is qualified alike, or none where the year is not qualified.</summary>
    private static DateComponents LastAlikeQualified(in Point point)
    {
        var qualifier = QualifierOf(point, DateComponents.Year);
        if (qualifier == '\0')
        {
            return DateComponents.None;
        }

        if (!point.HasMonth || QualifierOf(point, DateComponents.Month) != qualifier)
        {
            return DateComponents.Year;
        }

        return !point.HasDay || QualifierOf(point, DateComponents.Day) != qualifier ? DateComponents.Month : DateComponents.Day;
    }

    private static char QualifierOf(in Point point, DateComponents component) =>
        ((point.Approximate & component) != 0, (point.Uncertain & component) != 0) switch
        {
            (true, true) => '%',
            (true, false) => '~',
            (false, true) => '?',
            _ => '\0',
        };

    private void QualifierBefore(in Point point, DateComponents run, DateComponents component)
    {
        var qualifier = QualifierOf(point, component);
        if (component > run && qualifier != '\0')
        {
            Add(qualifier);
        }
    }

    private void QualifierAfter(in Point point, DateComponents run, DateComponents component)
    {
        if (component == run)
        {
            Add(QualifierOf(point, component));
        }
    }
}
