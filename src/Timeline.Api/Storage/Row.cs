using System.Buffers;
using System.Data.Common;

namespace Timeline.Api.Storage;

/// <summary>
/// One row of an answer, read column by column and without a mapper: for what is read so often that mapping it would take longer
/// than finding it. No column may be null.
/// </summary>
public readonly ref struct Row(Dialect dialect, DbDataReader reader)
{
    public long Number(int column) => dialect.ReadNumber(reader, column);

    public string Text(int column) => reader.GetString(column);

    public void CopyBytes(int column, IBufferWriter<byte> target) => dialect.CopyBytes(reader, column, target);
}

/// <summary>Makes something of a row.</summary>
public delegate T RowReader<out T>(Row row);

/// <summary>Does something with a row.</summary>
public delegate void RowAction(Row row);
