using Timeline.Extraction.Text;

namespace Timeline.Training;

/// <summary>
/// Trains the part-of-speech model: integers only and an order fixed by a seed, so that the same documents always give the same bytes.
/// </summary>
public sealed class TaggerTraining
{
    private const int Rounds = 6;
    private const int MinimumCount = 8;

    private readonly int[] _weights = new int[TagModel.Stride << TagModel.RowBits];
    private readonly int[] _changed = new int[TagModel.Stride << TagModel.RowBits];
    private readonly long[] _totals = new long[TagModel.Stride << TagModel.RowBits];
    private readonly WordFeatures[] _buffer = new WordFeatures[Sentence.MaxTokens];
    private readonly TagLexicon _lexicon;
    private int _step;

    private TaggerTraining(TagLexicon lexicon) => _lexicon = lexicon;

    internal static TagModel Train(IEnumerable<TaggedDocument> documents)
    {
        // Spellings carry features of the lexicon they were first seen with: every training begins with fresh ones.
        var sentences = documents.SelectMany(document => document.Sentences).Select(Fresh).ToArray();
        var training = new TaggerTraining(LexiconOf(sentences));
        var order = new SeededShuffle(1);
        for (var round = 0; round < Rounds; round++)
        {
            order.Apply(sentences);
            foreach (var sentence in sentences)
                training.Learn(sentence);
        }
        return new(training._lexicon, training.Averaged());
    }

    internal static Token[] Fresh(Token[] sentence) => [.. sentence.Select(token => token with { Form = new(token.Text, token.Lower) })];

    private static TagLexicon LexiconOf(IEnumerable<Token[]> sentences)
    {
        var counts = new Dictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var token in sentences.SelectMany(sentence => sentence).Where(token => token.IsWord))
        {
            if (!counts.TryGetValue(token.Lower, out var tags))
                counts.Add(token.Lower, tags = new int[TagModel.TagCount]);
            tags[(int)token.Tag]++;
        }
        return new(counts.Where(entry => entry.Value.Sum() >= MinimumCount).ToDictionary(entry => entry.Key, entry => Seen(entry.Value)));
    }

    // Tags seen once in 200 times or less are slips of annotators more often than readings.
    private static ulong Seen(int[] counts)
    {
        var least = counts.Sum() / 200;
        return counts.Index().Where(tag => tag.Item > least).Aggregate(0ul, (set, tag) => set | 1ul << tag.Index);
    }

    private void Learn(Token[] sentence)
    {
        for (var i = 0; i < sentence.Length; i++)
            _buffer[i] = WordFeatures.GetOrCompute(sentence[i].Form, _lexicon);
        var words = _buffer.AsSpan(0, sentence.Length);
        Span<uint> rows = stackalloc uint[TagFeatures.Count];
        var (before, beforeThat) = (PosTag.Sign, PosTag.Sign);
        for (var i = 0; i < sentence.Length; i++)
        {
            var tag = words[i].Fixed ?? PosTag.Sign;
            if (words[i].Fixed is null && sentence[i].IsWord)
            {
                TagFeatures.Fill(words, i, before, beforeThat, rows);
                tag = Best(rows);
                _step++;
                if (tag != sentence[i].Tag)
                    Correct(rows, sentence[i].Tag, tag);
            }
            (beforeThat, before) = (before, tag);
        }
    }

    private PosTag Best(ReadOnlySpan<uint> rows)
    {
        Span<int> scores = stackalloc int[TagModel.TagCount];
        foreach (var row in rows)
        {
            var cells = _weights.AsSpan(Row(row), TagModel.TagCount);
            for (var tag = 0; tag < cells.Length; tag++)
                scores[tag] += cells[tag];
        }
        var best = 1;
        for (var tag = 2; tag < scores.Length; tag++)
        {
            if (scores[tag] > scores[best])
                best = tag;
        }

        return (PosTag)best;
    }

    private void Correct(ReadOnlySpan<uint> rows, PosTag right, PosTag wrong)
    {
        foreach (var row in rows)
        {
            Change(Row(row) + (int)right, 1);
            Change(Row(row) + (int)wrong, -1);
        }
    }

    private void Change(int cell, int by)
    {
        _totals[cell] += (long)_weights[cell] * (_step - _changed[cell]);
        _changed[cell] = _step;
        _weights[cell] += by;
    }

    private sbyte[] Averaged()
    {
        const int scale = 6;
        var averaged = new sbyte[_weights.Length];
        for (var cell = 0; cell < averaged.Length; cell++)
        {
            var total = _totals[cell] + (long)_weights[cell] * (_step - _changed[cell]);
            averaged[cell] = (sbyte)
                Math.Clamp((total * scale * 2 + Math.Sign(total) * (long)_step) / (2L * _step), sbyte.MinValue, sbyte.MaxValue);
        }
        return averaged;
    }

    private static int Row(uint feature) => (int)(feature >> (32 - TagModel.RowBits)) * TagModel.Stride;
}
