using CsCheck;
using Timeline.Api.Charts;
using Timeline.Api.Tests.Running;
using Timeline.Edtf;

namespace Timeline.Api.Tests.Charts;

public class BucketCounterTests
{
    private static readonly Gen<BucketInterval> Intervals = Gen.Int[0, BucketInterval.All.Count - 1].Select(i => BucketInterval.All[i]);
    private static readonly Gen<long> Days = Gen.Long[-800_000, 800_000];

    /// <summary>A window of up to 2,000 buckets, and events that touch it, some of them reaching far beyond.</summary>
    private static readonly Gen<(BucketInterval Interval, long First, long Last, (long Start, long End, long Count)[] Events)> Timelines =
        from interval in Intervals
        from first in Days
        from length in Gen.Long[0, interval.Name == "day" ? 1_900 : 9_000]
        from events in Gen.Select(Gen.Long[first - 5_000, first + length], Gen.Long[0, 10_000], Gen.Long[1, 1_000])
            .Where(one => one.Item1 + one.Item2 >= first)
            .Select(one => (one.Item1, one.Item1 + one.Item2, one.Item3))
            .Array[0, 50]
        select (interval, first, first + length, events);

    [Fact]
    public void Weighted_shares_sum_to_the_number_of_events() =>
        PropertyCheck.ForAll(
            Timelines,
            timeline =>
            {
                var counts = Fill(timeline, Spanning.Weighted);

                Assert.Equal(timeline.Events.Sum(one => one.Count), counts.Sum(), 1e-9);
                Assert.All(counts, count => Assert.True(count >= 0));
            }
        );

    [Fact]
    public void Each_share_is_the_part_of_the_days_of_the_event_that_lies_in_the_bucket() =>
        PropertyCheck.ForAll(
            Timelines,
            timeline =>
            {
                var counts = Fill(timeline, Spanning.Weighted);
                var (interval, first, last, events) = timeline;
                for (var i = 0; i < counts.Length; i++)
                {
                    var (start, end) = (
                        Math.Max(first, interval.Start(interval.BucketOf(first) + i)),
                        Math.Min(last, interval.Start(interval.BucketOf(first) + i + 1) - 1)
                    );
                    var expected = events.Sum(one =>
                        one.Count * (decimal)Shared(one.Start, one.End, start, end) / Shared(one.Start, one.End, first, last)
                    );
                    Assert.Equal((double)expected, counts[i], 2e-6);
                }
            },
            count: 200
        );

    [Fact]
    public void First_counts_every_event_once_where_it_begins_inside_the_window() =>
        PropertyCheck.ForAll(
            Timelines,
            timeline =>
            {
                var counts = Fill(timeline, Spanning.First);
                var (interval, first, _, events) = timeline;

                Assert.Equal(events.Sum(one => one.Count), counts.Sum());
                for (var i = 0; i < counts.Length; i++)
                {
                    Assert.Equal(
                        events
                            .Where(one => interval.BucketOf(Math.Max(one.Start, first)) == interval.BucketOf(first) + i)
                            .Sum(one => one.Count),
                        counts[i]
                    );
                }
            },
            count: 200
        );

    [Fact]
    public void Each_counts_an_event_in_every_bucket_it_touches() =>
        PropertyCheck.ForAll(
            Timelines,
            timeline =>
            {
                var counts = Fill(timeline, Spanning.Each);
                var (interval, first, last, events) = timeline;
                for (var i = 0; i < counts.Length; i++)
                {
                    var bucket = interval.BucketOf(first) + i;
                    Assert.Equal(
                        events
                            .Where(one =>
                                interval.BucketOf(Math.Max(one.Start, first)) <= bucket
                                && interval.BucketOf(Math.Min(one.End, last)) >= bucket
                            )
                            .Sum(one => one.Count),
                        counts[i]
                    );
                }
            },
            count: 200
        );

    [Fact]
    public void Buckets_follow_each_other_without_gap_and_hold_the_days_between_their_bounds() =>
        PropertyCheck.ForAll(
            Gen.Select(Intervals, Gen.Long[-4_000_000, 2_900_000]),
            sample =>
            {
                var (interval, day) = sample;
                var bucket = interval.BucketOf(day);

                Assert.InRange(day, interval.Start(bucket), interval.Start(bucket + 1) - 1);
                Assert.Equal(bucket, interval.BucketOf(interval.Start(bucket)));
                Assert.Equal(bucket, interval.BucketOf(interval.Start(bucket + 1) - 1));
            }
        );

    [Fact]
    public void A_week_begins_on_a_Monday_and_has_the_number_that_ISO_8601_gives_it() =>
        PropertyCheck.ForAll(
            Gen.Int[1, 3_652_000],
            number =>
            {
                var date = DateOnly.FromDayNumber(number);
                var day = Day.FromYearMonthDay(date.Year, date.Month, date.Day);
                var week = BucketInterval.All.Single(one => one.Name == "week");
                var (year, iso) = (
                    System.Globalization.ISOWeek.GetYear(date.ToDateTime(default)),
                    System.Globalization.ISOWeek.GetWeekOfYear(date.ToDateTime(default))
                );

                Assert.Equal($"{year:0000}-W{iso:00}", week.Label(week.BucketOf(day.Number)));
                Assert.Equal(DayOfWeek.Monday, new Day(week.Start(week.BucketOf(day.Number))).DayOfWeek);
            }
        );

    [Theory]
    [InlineData("day", "2024-05-03", "2024-05-03", "2024-05-03")]
    [InlineData("month", "2024-02-29", "2024-02", "2024-02-01")]
    [InlineData("quarter", "2024-12-31", "2024-Q4", "2024-10-01")]
    [InlineData("year", "-0043-03-15", "-0043", "-0043-01-01")]
    [InlineData("decade", "1999-12-31", "1990s", "1990-01-01")]
    [InlineData("decade", "-0001-06-01", "-0010s", "-0010-01-01")]
    [InlineData("week", "2021-01-03", "2020-W53", "2020-12-28")]
    public void A_day_lies_in_the_bucket_with_this_label_and_start(string name, string day, string label, string start)
    {
        var interval = BucketInterval.All.Single(one => one.Name == name);
        var bucket = interval.BucketOf(Day.Parse(day).Number);

        Assert.Equal((label, start), (interval.Label(bucket), new Day(interval.Start(bucket)).ToString()));
    }

    private static double[] Fill(
        (BucketInterval Interval, long First, long Last, (long Start, long End, long Count)[] Events) timeline,
        Spanning spanning
    )
    {
        var counter = new BucketCounter(timeline.Interval, spanning, timeline.First, timeline.Last);
        foreach (var (start, end, count) in timeline.Events)
            counter.Add(start, end, count);
        return counter.Counts();
    }

    private static long Shared(long start, long end, long from, long to) => Math.Max(0, Math.Min(end, to) - Math.Max(start, from) + 1);
}
