using Timeline.Edtf.Points;

namespace Timeline.Edtf.Parsing;

/// <summary>Reads <c>[…]</c>, one of its members, or <c>{…}</c>, all of them (EDTF level 2 "Set representation").</summary>
internal static class SetParser
{
    public static bool Read(ref Reader reader, out Several? several)
    {
        several = null;
        var kind = reader.Take('[') ? Togetherness.OneOf : Togetherness.AllOf;
        var close = kind == Togetherness.OneOf ? ']' : '}';
        if (kind == Togetherness.AllOf)
        {
            reader.Take('{');
        }

        var members = new List<Stretch>();
        do
        {
            if (!Member(ref reader, members.Count == 0, close, out var member))
            {
                return false;
            }

            members.Add(member);
        } while (reader.Take(','));

        if (!reader.Take(close))
        {
            return reader.Fail(
                reader.AtEnd ? "The set is not closed." : "After a member comes a comma or the end of the set; there are no spaces."
            );
        }

        several = Several.Set(kind, members);
        return reader.AtEnd || reader.Fail("Nothing can follow a set.");
    }

    private static bool Member(ref Reader reader, bool isFirst, char close, out Stretch member)
    {
        member = default;
        var begin = reader.Position;
        var fromStart = reader.Take("..");
        if (fromStart && !isFirst)
        {
            return reader.Fail("Only the first member of a set may begin with two dots.", begin);
        }

        if (!Date(ref reader, out var first))
        {
            return false;
        }

        var dots = reader.Position;
        if (!reader.Take(".."))
        {
            member = fromStart ? new(default, first, true) : new(first, first, false);
            return true;
        }

        return fromStart
            ? reader.Fail("A member of a set has two dots once: before it, after it, or between two dates.", dots)
            : Rest(ref reader, first, dots, close, out member);
    }

    /// <summary>Reads what follows the two dots after a date: another date, or the end of the set.</summary>
    private static bool Rest(ref Reader reader, in Point first, int dots, char close, out Stretch member)
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
        if (!Date(ref reader, out var last))
        {
            return false;
        }

        member = new(first, last, true);
        return Fits(member) is not { } reason || reader.Fail(reason, begin);
    }

    /// <summary>Why two dates cannot be the ends of a range in a set, or null where they can.</summary>
    public static string? Fits(in Stretch range) =>
        !range.First.IsPlain || !range.Last.IsPlain || range.First.Has != range.Last.Has
            ? "Two dots stand between two years, two months or two days."
        : range.Earliest > range.Latest ? "A range in a set ends before it starts."
        : null;

    private static bool Date(ref Reader reader, out Point point)
    {
        var begin = reader.Position;
        return PointParser.Read(ref reader, out point)
            && (point.Form != PointForm.DateTime || reader.Fail("A set holds dates without time of day.", begin));
    }
}
