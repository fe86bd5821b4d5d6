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
    private readonly string at;
    private readonly long first;
    private readonly HashSet<long> changedEvents = [];
    private long seq;

    public Ledger(Connection connection, string who, TimeProvider time)
    {
        this.connection = connection;
        this.who = who;
        at = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        first = seq = connection.Query<long>($"select seq from database")[0];
        derivation = new Derivation(connection);
    }

    /// <summary>The data as this transaction has made it so far.</summary>
    public Snapshot Now => new(connection);

    /// <summary>True where words were taken away that may still lie in the database's files.</summary>
    public bool Erases { get; private set; }

    /// <summary>Derives what follows from the changes and records how far they have come.</summary>
    public void Close()
    {
        if (seq == first) return;
        foreach (var id in derivation.Run().Where(id => !changedEvents.Contains(id))) AppendDerived(id);
        foreach (var thing in (string[])["event", "claim", "actor", "article"])
            connection.Execute($"""
                update change set public = 1 where seq > {first} and public = 0 and thing = {thing} and id in (select id from {Sql.Raw(thing)} where public = 1)
                """);
        connection.Execute($"""
            update database set seq = {seq}, public_seq = coalesce((select max(seq) from change where seq > {first} and public = 1), public_seq)
            """);
    }

    /// <summary>Anything that is no thing of the timeline, such as a key; it appends no change.</summary>
    public void Execute(Sql sql) => connection.Execute(sql);

    /// <summary>An event that everyone sees and that somebody else's claim has changed: how it stands, who has a part in it, how often it is told.</summary>
    private void AppendDerived(long id)
    {
        if (connection.Query<long>($"select version from event where id = {id}") is not [var version]) return;
        Append("event", id, version + 1, "changed", null, isPublic: true);
        connection.Execute($"update event set version = {version + 1}, updated_at = {at}, seq = {seq} where id = {id}");
    }

    private long EventOf(long claim) => connection.Query<long>($"select event from claim where id = {claim}")[0];

    /// <summary>The thing as it is now, for the history.</summary>
    private JsonObject Before(string thing, long id)
    {
        var row = JsonNode.Parse(connection.Json($"select * from {Sql.Raw(thing)} where id = {id}"))!.AsObject();
        // A claim's text is a paraphrase in our own words.
        foreach (var name in WordsOfText.Where(name => thing != "claim" || name != "text")) row.Remove(name);
        return row;
    }

    private void Append(string thing, long id, long version, string change, JsonObject? before = null, string? note = null, long? into = null, bool isPublic = false)
    {
        if (thing == "event") changedEvents.Add(id);
        isPublic |= before?["public"]?.GetValue<long>() == 1;
        connection.Execute($"""
            insert into change (seq, thing, id, version, change, who, at, note, before, public, into_id, article)
            values ({++seq}, {thing}, {id}, {version}, {change}, {who}, {at}, {note}, {before?.ToJsonString(JsonColumn.Options)}, {isPublic}, {into},
              {before?["title_article"]?.GetValue<long>()})
            """);
    }

    private sealed record VersionRow
    {
        public long Id { get; init; }

        public long Version { get; init; }
    }
}
