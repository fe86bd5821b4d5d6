using System.Runtime.Intrinsics;

namespace Timeline.Extraction.Text;

/// <summary>An averaged perceptron (Collins 2002) over hashed features: a table of one row per hash and one signed byte per tag.</summary>
internal sealed class TagModel(TagLexicon lexicon, sbyte[] weights)
{
    /// <summary>How many bits of a feature's hash choose its row.</summary>
    public const int RowBits = 17;

    /// <summary>The length of a row: the number of tags, filled up to whole vectors.</summary>
    public const int Stride = 48;

    /// <summary>The number of tags.</summary>
    public const int TagCount = (int)PosTag.WRB + 1;

    public TagLexicon Lexicon => lexicon;

    public sbyte[] Weights => weights;

    /// <summary>The likeliest tag of a word or number, given what surrounds it.</summary>
    public PosTag BestTag(ReadOnlySpan<uint> features)
    {
        var (a, b, c, d, e, f) = (
            Vector128<short>.Zero,
            Vector128<short>.Zero,
            Vector128<short>.Zero,
            Vector128<short>.Zero,
            Vector128<short>.Zero,
            Vector128<short>.Zero
        );
        foreach (var feature in features)
        {
            var row = weights.AsSpan((int)(feature >> (32 - RowBits)) * Stride, Stride);
            var (first, second, third) = (
                Vector128.Create<sbyte>(row),
                Vector128.Create<sbyte>(row[16..]),
                Vector128.Create<sbyte>(row[32..])
            );
            a += Vector128.WidenLower(first);
            b += Vector128.WidenUpper(first);
            c += Vector128.WidenLower(second);
            d += Vector128.WidenUpper(second);
            e += Vector128.WidenLower(third);
            f += Vector128.WidenUpper(third);
        }
        Span<short> scores = stackalloc short[Stride];
        a.CopyTo(scores);
        b.CopyTo(scores[8..]);
        c.CopyTo(scores[16..]);
        d.CopyTo(scores[24..]);
        e.CopyTo(scores[32..]);
        f.CopyTo(scores[40..]);
        // Tag 0 is for signs, which are never asked for.
        var best = 1;
        for (var tag = 2; tag < TagCount; tag++)
        {
            if (scores[tag] > scores[best])
                best = tag;
        }

        return (PosTag)best;
    }
}
