using Timeline.Edtf.Points;

namespace Timeline.Edtf.Parsing;

/// <summary>Reads <c>[…]</c>, one of its members, or <c>{…}</c>, all of them (EDTF level 2 "Set representation").</summary>
internal static class SetParser
{
    public static bool TryParse(ref EdtfReader reader, out CompositeDate? composite)
    {
        composite = null;
        var kind = reader.TryTake('[') ? CompositeKind.OneOf : CompositeKind.AllOf;
        var close = kind == CompositeKind.OneOf ? ']' : '}';
        if (kind == CompositeKind.AllOf)
        {
            reader.TryTake('{');
        }

        var members = new List<PointRange>();
        do
        {
            if (!TryParseMember(ref reader, members.Count == 0, close, out var member))
            {
                return false;
            }

            members.Add(member);
        } while (reader.TryTake(','));

        if (!reader.TryTake(close))
        {
            return reader.Fail(
                reader.AtEnd ? "The set is not closed." : "After a member comes a comma or the end of the set; there are no spaces."
            );
        }

        composite = CompositeDate.OfMembers(kind, members);
        return reader.AtEnd || reader.Fail("Nothing can follow a set.");
    }

    private static bool TryParseMember(ref EdtfReader reader, bool isFirst, char close, out PointRange member)
    {
        member = default;
        var begin = reader.Position;
        var fromStart = reader.TryTake("..");
        if (fromStart && !isFirst)
        {
            return reader.Fail("Only the first member of a set may begin with two dots.", begin);
        }

        if (!TryParseDate(ref reader, out var first))
        {
            return false;
        }

        var dots = reader.Position;
        if (!reader.TryTake(".."))
        {
            member = fromStart ? new(default, first, true) : new(first, first, false);
            return true;
        }

        return fromStart
            ? reader.Fail("A member of a set has two dots once: before it, after it, or between two dates.", dots)
            : TryParseRangeEnd(ref reader, first, dots, close, out member);
    }

    /// <summary>Reads what follows the two dots after a date: another date, or the end of the set.</summary>
    private static bool TryParseRangeEnd(ref EdtfReader reader, in Point first, int dots, char close, out PointRange member)
    {
        member = new(first, default, true);
        if (reader.Current == close)
        {
            return true;
        }

        if (reader.Current == ',')
        {
            return reader.Fail("Only the last member of a set may end with two dots.", dots);
        }

        var begin = reader.Position;
        if (!TryParseDate(ref reader, out var last))
        {
            return false;
        }

        member = new(first, last, true);
        return WhyNotRange(member) is not { } reason || reader.Fail(reason, begin);
    }

    /// <summary>Why two dates cannot be the ends of a range in a set, or null where they can.</summary>
    public static string? WhyNotRange(in PointRange range)
    {
        var sameUnit = range.First.IsPlain && range.Last.IsPlain && range.First.Present == range.Last.Present;
        if (!sameUnit)
        {
            return "Two dots stand between two years, two months or two days.";
        }

        return range.Earliest > range.Latest ? "A range in a set ends before it starts." : null;
    }

    private static bool TryParseDate(ref EdtfReader reader, out Point point)
    {
        var begin = reader.Position;
        return PointParser.TryParse(ref reader, out point)
            && (point.Form != PointForm.DateTime || reader.Fail("A set holds dates without time of day.", begin));
    }
}
