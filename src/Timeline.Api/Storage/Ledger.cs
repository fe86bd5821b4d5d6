using System.Globalization;
using System.Text.Json.Nodes;

namespace Timeline.Api.Storage;

/// <summary>
/// The one write path. Whatever is written appends its sequence number, the thing, its version and who did it; what is derived
/// from it is derived when the transaction closes.
/// </summary>
public sealed partial class Ledger
{
    /// <summary>What the history never holds: the words of a text, so that withdrawing it need not look for them there.</summary>
    private static readonly string[] WordsOfText = ["text", "quote_exact", "quote_prefix", "quote_suffix", "title_full"];

    private readonly Connection connection;
    private readonly string who;
    private readonly Derivation derivation;
    private readonly TimeProvider time;
    private readonly string at;
    private readonly long first;
    private readonly HashSet<long> changedEvents = [];
    private long seq;
    private long? lastId;

    public Ledger(Connection connection, string who, TimeProvider time)
    {
        this.connection = connection;
        this.who = who;
        this.time = time;
        at = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        first = seq = connection.Query<long>($"select seq from database")[0];
        derivation = new Derivation(connection);
    }

    /// <summary>The data as this transaction has made it so far.</summary>
    public Snapshot Now => new(connection);

    /// <summary>True where words were taken away that may still lie in the database's files.</summary>
    public bool Erases { get; private set; }

    /// <summary>A new number for a thing: greater than every one given out before, and none that an import has brought.</summary>
    /// <param name="thing">Named as its table: <c>article</c>, <c>actor</c>, <c>event</c>, <c>claim</c> or <c>merge</c>.</param>
    public long NextId(string thing)
    {
        var id = lastId ?? connection.Query<long>($"select last_id from database")[0];
        do id = Ids.After(id, time.GetUtcNow());
        while (IsTaken(thing, id));
        lastId = id;
        return id;
    }

    /// <summary>Derives what follows from the changes and records how far they have come.</summary>
    public void Close()
    {
        if (lastId is { } last)
            connection.Execute($"update database set last_id = {last}");
        if (seq == first)
            return;
        foreach (var id in derivation.Run().Where(id => !changedEvents.Contains(id)))
            AppendDerived(id);
        MarkPublic();
        connection.Execute(
            $"""
            update database set seq = {seq}, public_seq = coalesce((select max(seq) from change where seq > {first} and public = 1), public_seq)
            """
        );
    }

    /// <summary>Anything that is no thing of the timeline, such as a key; it appends no change.</summary>
    public void Execute(Sql sql) => connection.Execute(sql);

    /// <summary>Of this transaction's changes, those of what everyone sees now are public: a lookup for each, however many things there are.</summary>
    private void MarkPublic() =>
        connection.Execute(
            $"""
            update change set public = 1 where seq > {first} and public = 0 and case thing
                when 'event' then (select there.public from event there where there.id = change.id)
                when 'claim' then (select there.public from claim there where there.id = change.id)
                when 'actor' then (select there.public from actor there where there.id = change.id)
                when 'article' then (select there.public from article there where there.id = change.id)
              end = 1
            """
        );

    /// <summary>An event that everyone sees and that somebody else's claim has changed: how it stands, who has a part in it, how often it is told.</summary>
    private void AppendDerived(long id)
    {
        if (connection.Query<long>($"select version from event where id = {id}") is not [var version])
            return;
        Append("event", id, version + 1, "changed", null, isPublic: true);
        connection.Execute($"update event set version = {version + 1}, updated_at = {at}, seq = {seq} where id = {id}");
    }

    /// <summary>Also an id of something deleted stays taken.</summary>
    private bool IsTaken(string thing, long id) =>
        connection.Query<long>(
            $"""
            select (select count(*) from {Sql.Raw(
                thing
            )} where id = {id}) + (select count(*) from change where thing = {thing} and id = {id})
            """
        )[0] > 0;

    private long EventOf(long claim) => connection.Query<long>($"select event from claim where id = {claim}")[0];

    /// <summary>The thing as it is now, for the history.</summary>
    private JsonObject Before(string thing, long id)
    {
        var row = JsonNode.Parse(connection.Json($"select * from {Sql.Raw(thing)} where id = {id}"))!.AsObject();
        // A claim's text is a paraphrase in our own words.
        foreach (var name in WordsOfText.Where(name => thing != "claim" || name != "text"))
            row.Remove(name);
        return row;
    }

    private void Append(
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
            changedEvents.Add(id);
        isPublic |= before?["public"]?.GetValue<long>() == 1;
        connection.Execute(
            $"""
            insert into change (seq, thing, id, version, change, who, at, note, before, public, into_id, article)
            values ({++seq}, {thing}, {id}, {version}, {change}, {who}, {at}, {note}, {before?.ToJsonString(
                JsonColumn.Options
            )}, {isPublic}, {into},
              {before?["title_article"]?.GetValue<long>()})
            """
        );
    }

    private sealed record VersionRow
    {
        public long Id { get; init; }

        public long Version { get; init; }
    }
}
