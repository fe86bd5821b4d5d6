using System.Security.Cryptography;

namespace Timeline.Api.Domain;

/// <summary>
/// Public ids: a prefix and 13 characters of Crockford's base 32 for a 63-bit number that grows with time
/// (milliseconds since 2020, then chance), so that ids of different databases do not meet and rows arrive in order.
/// </summary>
public static class Ids
{
    public const string Event = "evt_";
    public const string Claim = "clm_";
    public const string Article = "art_";
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 13;
    private static readonly DateTimeOffset Epoch = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The 63 bits end in September 2089; from here on ids only count up, and those that are left outlast any database.</summary>
    private static readonly DateTimeOffset Latest = new(2089, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// A number greater than the last one: of this time, or the next one up where the clock has not moved on, went back, or stands
    /// outside the years 2020 to 2088.
    /// </summary>
    public static long After(long last, DateTimeOffset now)
    {
        var milliseconds = Math.Clamp((now - Epoch).Ticks, 0, (Latest - Epoch).Ticks) / TimeSpan.TicksPerMillisecond;
        return Math.Max(last + 1, milliseconds << 22 | (uint)RandomNumberGenerator.GetInt32(1 << 20));
    }

    public static string Text(string prefix, long id) =>
        string.Create(
            prefix.Length + Length,
            (prefix, id),
            static (text, state) =>
            {
                state.prefix.CopyTo(text);
                var rest = state.id;
                for (var i = text.Length - 1; i >= state.prefix.Length; i--, rest >>= 5)
                    text[i] = Digits[(int)(rest & 31)];
            }
        );

    /// <summary>The number behind an id; false for anything that <see cref="Text"/> would not write.</summary>
    public static bool TryParse(string prefix, string? text, out long id)
    {
        id = 0;
        if (text is null || text.Length != prefix.Length + Length || !text.StartsWith(prefix, StringComparison.Ordinal))
            return false;
        if (text[prefix.Length] > '7')
            return false;
        foreach (var c in text.AsSpan(prefix.Length))
        {
            var digit = Digits.IndexOf(c);
            if (digit < 0)
                return false;
            id = id << 5 | (long)digit;
        }

        return true;
    }
}
