using System.Runtime.CompilerServices;

namespace Timeline.Extraction.Text;

/// <summary>The rows of the weight table that speak for a token: its spelling, its neighbours and the two tags before it.</summary>
internal static class TagFeatures
{
    public const int Count = 24;

    private static readonly WordFeatures None = WordFeatures.GetOrCompute(new("\u0001", "\u0001"), new(new Dictionary<string, ulong>()));

    /// <summary>Fills <paramref name="rows"/> with hashes of 32 bits.</summary>
    public static void Fill(ReadOnlySpan<WordFeatures> words, int at, PosTag before, PosTag beforeThat, Span<uint> rows)
    {
        var word = words[at];
        var left = at > 0 ? words[at - 1] : None;
        var left2 = at > 1 ? words[at - 2] : None;
        var right = at + 1 < words.Length ? words[at + 1] : None;
        var right2 = at + 2 < words.Length ? words[at + 2] : None;
        var (one, two) = ((uint)before + 1, ((uint)before + 1) * 64 + (uint)beforeThat + 1);
        rows[0] = Mix(1, word.Word, 0);
        rows[1] = Mix(2, word.Suffix2, 0);
        rows[2] = Mix(3, word.Suffix3, 0);
        rows[3] = Mix(4, word.Suffix4, 0);
        rows[4] = Mix(5, word.Prefix3, 0);
        rows[5] = Mix(6, word.Shape, at == 0 ? 1u : 2u);
        rows[6] = Mix(7, one, 0);
        rows[7] = Mix(8, two, 0);
        rows[8] = Mix(9, one, word.Word);
        rows[9] = Mix(10, left.Word, 0);
        rows[10] = Mix(11, left2.Word, 0);
        rows[11] = Mix(12, right.Word, 0);
        rows[12] = Mix(13, right2.Word, 0);
        rows[13] = Mix(14, left.Word, word.Word);
        rows[14] = Mix(15, word.Word, right.Word);
        rows[15] = Mix(16, word.Known, one);
        rows[16] = Mix(17, right.Known, one);
        rows[17] = Mix(18, word.Known, right.Known);
        rows[18] = Mix(19, right.Suffix3, right.Shape);
        rows[19] = Mix(20, left.Suffix3, word.Suffix3);
        rows[20] = Mix(21, word.Shape, one);
        rows[21] = Mix(22, word.Shape, right.Shape);
        rows[22] = Mix(23, word.Suffix3, two);
        rows[23] = Mix(24, word.Known, right2.Known);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Mix(uint template, uint a, uint b)
    {
        var hash = (a ^ (template * 0x9E3779B9u)) * 0x85EBCA6Bu;
        hash = (hash ^ (hash >> 15) ^ b) * 0xC2B2AE35u;
        return hash ^ (hash >> 16);
    }
}
