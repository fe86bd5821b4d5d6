namespace Timeline.Api.Domain;

/// <summary>
/// How much of a text its quotes may show together where its rights limit them: each at most <see cref="LongestQuote"/> code points,
/// all of them at most a quarter of the text. Ask for them in the order of their claims' ids; the first that fit are granted.
/// </summary>
/// <param name="textLength">
/// In code points; null for a text that is not here, of which only such quotes are imported as were shown elsewhere.
/// </param>
public sealed class QuoteAllowance(long? textLength)
{
    public const int LongestQuote = 300;
    private const int Share = 4;
    private long _left = textLength / Share ?? long.MaxValue;

    /// <summary>Whether a quote of so many code points may be shown; it then counts.</summary>
    public bool TryTake(long length)
    {
        if (length > LongestQuote || length > _left)
            return false;
        _left -= length;
        return true;
    }
}
