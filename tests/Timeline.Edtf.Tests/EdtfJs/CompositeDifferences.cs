namespace Timeline.Edtf.Tests.EdtfJs;

/// <summary>How intervals differ: by their ends, each read alone, or by what may be an end.</summary>
public static class Intervals
{
    public static IReadOnlyCollection<string> Explain(EdtfComparison interval)
    {
        var names = Differences.OfParts(interval.Parts);
        if (names is null)
        {
            return [];
        }

        if (Differences.Both(interval) || interval.Theirs.NoBounds)
        {
            return BoundsOfParts(interval) ? names : [];
        }

        if (Differences.OnlyTheirs(interval))
        {
            if (interval.Text.Contains('T'))
            {
                names.Add("interval-time");
            }

            if (interval.Parts.Count == 0)
            {
                names.Add("interval-without-date");
            }

            return names;
        }

        if (
            interval.Parts.Any(part =>
                interval.Text.Contains($"..{part.Text}", StringComparison.Ordinal)
                || interval.Text.Contains($"{part.Text}..", StringComparison.Ordinal)
            )
        )
        {
            names.Add("interval-dots");
        }

        // It takes an interval from season to season, and nothing else like it.
        if (
            interval.Parts.Any(Differences.IsSpecial)
            && !(interval.Parts is [var start, var end] && ReferenceModel.Code(start.Text) > 0 && ReferenceModel.Code(end.Text) > 0)
        )
        {
            names.Add("interval-ends");
        }

        if (
            interval.Parts.Any(IsQualifiedYear)
            && interval.Parts.Any(part => part.Text.Contains('X') || part.Text.AsSpan()[..^1].IndexOfAny("?~%") >= 0)
        )
        {
            names.Add("interval-levels");
        }

        if (interval.Parts is [{ Theirs.Min: var first }, { Theirs.Min: var last }] && first >= last)
        {
            names.Add("interval-same-start");
        }

        return names;
    }

    // Written with the qualifier on the right, which edtf.js takes for level 1 and does not let stand beside an end of level 2.
    private static bool IsQualifiedYear(EdtfComparison part) =>
        part.Text is [.., '?' or '~' or '%'] && part.Date is { Level: 1, Precision: DatePrecision.Year };

    // edtf.js takes the first bound of the first end and the last bound of the last.
    private static bool BoundsOfParts(EdtfComparison interval)
    {
        var ends = interval.Text.Split('/');
        var (start, end) = (Part(interval, ends[0]), Part(interval, ends[1]));
        return interval.Theirs.NoBounds
            ? start is { NoBounds: true } || end is { NoBounds: true }
            : start?.Min == interval.Theirs.Min && end?.Max == interval.Theirs.Max;
    }

    private static EdtfJsResult? Part(EdtfComparison interval, string text) =>
        interval.Parts.FirstOrDefault(part => part.Text == text)?.Theirs;
}

/// <summary>How sets differ: by their members, each read alone, or by what may be a member and what bounds a set.</summary>
public static class Sets
{
    public static IReadOnlyCollection<string> Explain(EdtfComparison set)
    {
        var names = Differences.OfParts(set.Parts);
        if (names is null)
        {
            return [];
        }

        if (Differences.Both(set))
        {
            if (BoundsOfEnds(set) != (set.Theirs.Min, set.Theirs.Max))
            {
                return [];
            }

            return [.. names, "set-bounds"];
        }

        if (Differences.OnlyTheirs(set))
        {
            names.AddRange(Refused(set));
        }
        else if (set.Parts.Any(part => Differences.IsSpecial(part) || part.Text is [.., '?' or '~' or '%'] || part.Text.Contains('X')))
        {
            names.Add("set-members");
        }

        return names;
    }

    private static IEnumerable<string> Refused(EdtfComparison set)
    {
        if (set.Text.Contains(' '))
        {
            yield return "set-spaces";
        }

        var members = EdtfComparison.Members(set.Text);
        if (
            members.Any(member =>
                member.Split("..") is [{ Length: > 0 } first, { Length: > 0 } last]
                && EdtfDate.TryParse(first, out var from, out _)
                && EdtfDate.TryParse(last, out var to, out _)
                && from > to
            )
        )
        {
            yield return "set-range-order";
        }

        if (members.Any(member => member.Split("..").Length > 2))
        {
            yield return "set-dots-twice";
        }
    }

    // edtf.js takes the first date of the first member and of the last one, whatever the others are.
    private static (long? Min, long? Max) BoundsOfEnds(EdtfComparison set)
    {
        var members = EdtfComparison.Members(set.Text);
        EdtfJsResult Part(string member) => set.Parts.First(part => part.Text == member.Split("..").First(date => date.Length > 0)).Theirs;
        return (
            members[0].StartsWith("..", StringComparison.Ordinal) ? null : Part(members[0]).Min,
            members[^1].EndsWith("..", StringComparison.Ordinal) ? null : Part(members[^1]).Max
        );
    }
}
