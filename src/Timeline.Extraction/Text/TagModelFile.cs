using System.Text;

namespace Timeline.Extraction.Text;

/// <summary>
/// The model on disk: the lexicon, then for each weight that is not zero the gap since the last one (7 bits a byte) and its value.
/// </summary>
internal static class TagModelFile
{
    public static TagModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        var tags = new Dictionary<string, ulong>(StringComparer.Ordinal);
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
            tags.Add(reader.ReadString(), (ulong)reader.Read7BitEncodedInt64());
        var weights = new sbyte[TagModel.Stride << TagModel.RowBits];
        var at = -1;
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            at += reader.Read7BitEncodedInt();
            weights[IndexOf(at)] = reader.ReadSByte();
        }
        return new(new(tags), weights);
    }

    public static void Write(TagModel model, Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        var lexicon = model.Lexicon.Entries.ToList();
        writer.Write7BitEncodedInt(lexicon.Count);
        foreach (var (word, tags) in lexicon)
        {
            writer.Write(word);
            writer.Write7BitEncodedInt64((long)tags);
        }
        var cells = TagModel.TagCount << TagModel.RowBits;
        writer.Write7BitEncodedInt(Enumerable.Range(0, cells).Count(cell => model.Weights[IndexOf(cell)] != 0));
        var last = -1;
        for (var cell = 0; cell < cells; cell++)
        {
            if (model.Weights[IndexOf(cell)] == 0)
                continue;
            writer.Write7BitEncodedInt(cell - last);
            writer.Write(model.Weights[IndexOf(cell)]);
            last = cell;
        }
    }

    // Cells are numbered without the filling at the end of rows.
    private static int IndexOf(int cell) => cell / TagModel.TagCount * TagModel.Stride + cell % TagModel.TagCount;
}
