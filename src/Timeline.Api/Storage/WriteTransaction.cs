using System.Globalization;
using System.Text.Json.Nodes;
using Timeline.Api.Domain;

namespace Timeline.Api.Storage;

/// <summary>
/// The one write path. Whatever is written appends its sequence number, the thing, its version and who did it; what is derived
/// from it is derived when the transaction closes.
/// </summary>
public sealed partial class WriteTransaction
{
    /// <summary>What the history never holds: the words of a text, so that withdrawing it need not look for them there.</summary>
    private static readonly string[] WordsOfText = ["text", "quote_exact", "quote_prefix", "quote_suffix", "title_full"];

    private readonly Connection _connection;
    private readonly string _who;
    private readonly ReadModel _readModel;
    private readonly KeptEvents _keptEvents;
    private readonly TimeProvider _time;
    private readonly string _at;
    private readonly long _first;
    private readonly HashSet<long> _changedEvents = [];
    private long _seq;
    private long? _lastId;

    public WriteTransaction(Connection connection, string who, TimeProvider time, EventRenderer render)
    {
        _connection = connection;
        _who = who;
        _time = time;
        _at = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        _first = _seq = connection.Query<long>($"select seq from database")[0];
        _readModel = new ReadModel(connection);
        _keptEvents = new KeptEvents(connection, render);
    }

    /// <summary>The data as this transaction has made it so far.</summary>
    public Snapshot Snapshot => new(_connection);

    /// <summary>True where words were taken away that may still lie in the database's files.</summary>
    public bool HasErasures { get; private set; }

    /// <summary>A new number for a thing: greater than every one given out before, and none that an import has brought.</summary>
    /// <param name="thing">Named as its table: <c>article</c>, <c>actor</c>, <c>event</c>, <c>claim</c> or <c>merge</c>.</param>
    public long NextId(string thing)
    {
        var id = _lastId ?? _connection.Query<long>($"select last_id from database")[0];
        do id = Ids.After(id, _time.GetUtcNow());
        while (IsTaken(thing, id));
        _lastId = id;
        return id;
    }

    /// <summary>Derives what follows from the changes and records how far they have come.</summary>
    public void Complete()
    {
        if (_lastId is { } last)
            _connection.Execute($"update database set last_id = {last}");
        if (_seq == _first)
            return;
        foreach (var id in _readModel.Update().Where(id => !_changedEvents.Contains(id)))
            AppendDerivedChange(id, isPublic: true);
        _keptEvents.Update(_changedEvents);
        MarkPublic();
        _connection.Execute(
            $"""
            update database set seq = {_seq},
              public_seq = coalesce((select max(seq) from change where seq > {_first} and public = 1), public_seq)
            """
        );
    }

    /// <summary>Anything that is no thing of the timeline, such as a key; it appends no change.</summary>
    public void Execute(Sql sql) => _connection.Execute(sql);

    /// <summary>
    /// Of this transaction's changes, those of what everyone sees now are public: a lookup for each, however many things there are.
    /// </summary>
    private void MarkPublic() =>
        _connection.Execute(
            $"""
            update change set public = 1 where seq > {_first} and public = 0 and case thing
                when 'event' then (select there.public from event there where there.id = change.id)
                when 'claim' then (select there.public from claim there where there.id = change.id)
                when 'actor' then (select there.public from actor there where there.id = change.id)
                when 'article' then (select there.public from article there where there.id = change.id)
              end = 1
            """
        );

    /// <summary>
    /// Makes all that is derived again, and gives those events a change of which something differed.
    /// </summary>
    public RebuildResult RebuildReadModel(Action<RebuildProgress> report)
    {
        var rebuild = new ReadModelRebuild(_connection, _keptEvents, report);
        var result = rebuild.Run();
        foreach (var (id, isPublic) in rebuild.PutRight)
            AppendDerivedChange(id, isPublic);
        _connection.Execute($"update database set read_model = {ReadModel.Version}");
        return result;
    }

    /// <summary>
    /// A change of what is derived of an event: how it stands, who has a part in it, how often it is told. Somebody else's claim has
    /// brought it about.
    /// </summary>
    private void AppendDerivedChange(long id, bool isPublic)
    {
        if (_connection.Query<long>($"select version from event where id = {id}") is not [var version])
            return;
        AppendChange("event", id, version + 1, "changed", isPublic: isPublic);
        _connection.Execute($"update event set version = {version + 1}, updated_at = {_at}, seq = {_seq} where id = {id}");
    }

    /// <summary>Also an id of something deleted stays taken.</summary>
    private bool IsTaken(string thing, long id)
    {
        var table = Sql.Raw(thing);
        var uses = _connection.Query<long>(
            $"select (select count(*) from {table} where id = {id}) + (select count(*) from change where thing = {thing} and id = {id})"
        );
        return uses[0] > 0;
    }

    private long EventOf(long claim) => _connection.Query<long>($"select event from claim where id = {claim}")[0];

    /// <summary>The thing as it is now, for the history.</summary>
    private JsonObject StateBefore(string thing, long id)
    {
        var row = JsonNode.Parse(_connection.QueryJson($"select * from {Sql.Raw(thing)} where id = {id}"))!.AsObject();
        // A claim's text is a paraphrase in our own words.
        foreach (var name in WordsOfText.Where(name => thing != "claim" || name != "text"))
            row.Remove(name);
        return row;
    }

    private void AppendChange(
        string thing,
        long id,
        long version,
        string change,
        JsonObject? before = null,
        string? note = null,
        long? into = null,
        bool isPublic = false
    )
    {
        if (thing == "event")
            _changedEvents.Add(id);
        isPublic |= before?["public"]?.GetValue<long>() == 1;
        var state = before?.ToJsonString(JsonColumn.Options);
        var article = before?["title_article"]?.GetValue<long>();
        _connection.Execute(
            $"""
            insert into change (seq, thing, id, version, change, who, at, note, before, public, into_id, article)
            values ({++_seq}, {thing}, {id}, {version}, {change}, {_who}, {_at}, {note}, {state}, {isPublic}, {into}, {article})
            """
        );
    }

    private sealed record VersionRow
    {
        public long Id { get; init; }

        public long Version { get; init; }
    }
}
