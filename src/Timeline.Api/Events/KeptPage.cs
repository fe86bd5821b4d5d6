using System.Buffers;
using System.Text.Json;
using Timeline.Api.Http;
using Timeline.Api.Storage;

namespace Timeline.Api.Events;

/// <summary>
/// A page of events as everyone sees them, made of the bytes that are kept of each: they are copied from the rows of
/// <see cref="EventSql.KeptInOrder"/> to where they are sent from, and nothing else is done with them.
/// </summary>
/// <param name="limit">How many events the page holds.</param>
public sealed class KeptPage(int limit)
{
    private static readonly JsonSerializerOptions WithoutItems = Json.Selecting<Page<Event>>(
        Json.Members<Page<Event>>().Where(name => name != "items").ToHashSet()
    );
    private readonly PooledBytes _body = StartBody();
    private int _count;
    private long[]? _last;

    /// <summary>The place of the last event, where more follow; else null.</summary>
    public long[]? LastBeforeMore { get; private set; }

    /// <summary>Adds these events up to the limit, and gives true once there is one more.</summary>
    public bool Read(Snapshot snapshot, Sql sql)
    {
        snapshot.ForEach(sql, Add);
        return LastBeforeMore is not null;
    }

    /// <summary>The page as the serializer would have written it.</summary>
    /// <param name="page">With the members that stand beside its items.</param>
    public PooledBytes Finish(Page<Event> page)
    {
        _body.Write("],"u8);
        // Without the brace that opens it.
        _body.Write(JsonSerializer.SerializeToUtf8Bytes(page, WithoutItems).AsSpan(1));
        return _body;
    }

    private void Add(Row row)
    {
        if (_count == limit)
        {
            LastBeforeMore = _last;
            return;
        }

        if (_count++ > 0)
            _body.Write(","u8);
        row.CopyBytes(0, _body);
        if (_count == limit)
            _last = [row.Number(1), row.Number(2), row.Number(3)];
    }

    private static PooledBytes StartBody()
    {
        var body = new PooledBytes();
        body.Write("{\"items\":["u8);
        return body;
    }
}
