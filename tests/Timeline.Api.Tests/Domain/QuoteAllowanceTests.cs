using CsCheck;
using Timeline.Api.Domain;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Domain;

public class QuoteAllowanceTests
{
    [Fact]
    public void Whatever_is_asked_for_no_quote_is_longer_than_300_and_all_together_are_a_quarter_at_most()
    {
        PropertyCheck.ForAll(
            Gen.Select(Gen.Long[0, 4_000], Gen.Long[1, 400].Array[0, 40]),
            asked =>
            {
                var (text, quotes) = asked;
                var granted = Granted(text, quotes);

                Assert.DoesNotContain(granted, length => length > 300);
                Assert.InRange(granted.Sum(), 0, text / 4);
                var left = text / 4 - granted.Sum();
                Assert.DoesNotContain(quotes.Skip(LastGranted(text, quotes) + 1), length => length <= 300 && length <= left);
            }
        );
    }

    [Theory]
    [InlineData(1_200, new long[] { 300 }, new long[] { 300 })]
    [InlineData(1_199, new long[] { 300 }, new long[0])]
    [InlineData(9_999, new long[] { 301, 300 }, new long[] { 300 })]
    [InlineData(400, new long[] { 60, 50, 40 }, new long[] { 60, 40 })]
    [InlineData(null, new long[] { 300, 301, 300 }, new long[] { 300, 300 })]
    public void The_first_that_fit_are_granted(int? text, long[] quotes, long[] granted) => Assert.Equal(granted, Granted(text, quotes));

    private static List<long> Granted(long? text, long[] quotes)
    {
        var allowance = new QuoteAllowance(text);
        return [.. quotes.Where(allowance.TryTake)];
    }

    private static int LastGranted(long text, long[] quotes)
    {
        var allowance = new QuoteAllowance(text);
        return Array.FindLastIndex(quotes.Select(allowance.TryTake).ToArray(), isGranted => isGranted);
    }
}
