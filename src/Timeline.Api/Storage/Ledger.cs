using System.Globalization;

namespace Timeline.Api.Storage;

/// <summary>
/// The one write path. Whatever is written appends its sequence number, the thing, its version and who did it; what is derived
/// from it is derived when the transaction closes.
/// </summary>
public sealed class Ledger
{
    private readonly Connection connection;
    private readonly string who;
    private readonly Derivation derivation;
    private readonly string at;
    private readonly long first;
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

    public void Add(ArticleRow row)
    {
        Append("article", row.Id, 1, "created");
        connection.Execute($"""
            insert into article (id, title, publisher, agency, byline, url, published, published_day, language, sha256, text_rights, text, replaces, version, created_at, updated_at, seq)
            values ({row.Id}, {row.Title}, {row.Publisher}, {row.Agency}, {row.Byline}, {row.Url}, {row.Published}, {row.PublishedDay}, {row.Language}, {row.Sha256},
              {row.Rights}, {row.Text}, {row.Replaces}, 1, {at}, {at}, {seq})
            """);
        derivation.TouchArticle(row.Id);
    }

    public void Add(ActorRow row)
    {
        Append("actor", row.Id, 1, "created");
        connection.Execute($"""
            insert into actor (id, slug, name, kind, merged_into, version, created_at, updated_at, seq)
            values ({row.Id}, {row.Slug}, {row.Names[0]}, {row.Kind}, null, 1, {at}, {at}, {seq})
            """);
        for (var i = 0; i < row.Names.Count; i++)
            connection.Execute($"""
                insert into alias (folded, actor, position, name) values ({Folding.Name(row.Names[i])}, {row.Id}, {i}, {row.Names[i]})
                on conflict do nothing
                """);
    }

    public void Add(EventRow row)
    {
        Append("event", row.Id, 1, "created");
        var (when, span) = (row.When, row.When.Span);
        connection.Execute($"""
            insert into event (start_day, end_day, id, length_class, title, summary, kind, tags, date, precision, approximate, uncertain, extent, phrase, anchor, alternatives,
              review, version, created_at, updated_at, seq, text_key)
            values ({span.Start}, {span.End}, {row.Id}, {span.LengthClass}, {row.Title}, {row.Summary}, {row.Kind}, {JsonColumn.Write(row.Tags)}, {when.Date?.ToString()},
              {Precision(when)}, {when.Date?.IsApproximate ?? false}, {when.Date?.IsUncertain ?? false}, {when.Extent}, {when.Phrase}, {when.Anchor}, {JsonColumn.Write(when.Alternatives)},
              {row.Review}, 1, {at}, {at}, {seq}, {Derivation.TextKey(span.Start, seq)})
            """);
        var position = 0;
        foreach (var (actor, roles) in row.Actors)
            foreach (var role in roles)
                connection.Execute($"insert into event_actor (event, actor, role, position) values ({row.Id}, {actor}, {role}, {position++}) on conflict do nothing");
        derivation.Touch(row.Id);
    }

    public void Add(ClaimRow row)
    {
        Append("claim", row.Id, 1, "created");
        var (said, span) = (row.Said, row.Said.Span);
        connection.Execute($"""
            insert into claim (id, event, article, speaker, speaker_name, via, via_name, stance, cue, direct, text, date, start_day, end_day, length_class, precision, approximate, uncertain,
              extent, phrase, anchor, alternatives, responds_to, quote_exact, quote_prefix, quote_suffix, quote_spans, review, version, created_at, updated_at, seq)
            values ({row.Id}, {row.Event}, {row.Article}, {row.Speaker}, {row.SpeakerName}, {row.Via}, {row.ViaName}, {row.Stance}, {row.Cue}, {row.Direct}, {row.Text},
              {said.Date?.ToString()}, {span.Start}, {span.End}, {span.LengthClass}, {Precision(said)}, {said.Date?.IsApproximate ?? false}, {said.Date?.IsUncertain ?? false},
              {said.Extent}, {said.Phrase}, {said.Anchor}, {JsonColumn.Write(said.Alternatives)}, {row.RespondsTo}, {row.QuoteExact}, {row.QuotePrefix}, {row.QuoteSuffix},
              {JsonColumn.Write(row.QuoteSpans)}, {row.Review}, 1, {at}, {at}, {seq})
            """);
        derivation.Touch(row.Event);
    }

    /// <summary>Derives what follows from the changes and records how far they have come.</summary>
    public void Close()
    {
        if (seq == first) return;
        derivation.Run();
        connection.Execute($"update database set seq = {seq}");
    }

    /// <summary>Decides on something proposed; false where it has been decided on already.</summary>
    /// <param name="thing"><c>event</c> or <c>claim</c>.</param>
    public bool Review(string thing, long id, string decision, string? note)
    {
        var table = Sql.Raw(thing);
        if (connection.Query<long>($"select version from {table} where id = {id} and review = 'proposed'") is not [var version]) return false;
        derivation.Touch(thing == "event" ? id : EventOf(id));
        Append(thing, id, version + 1, decision, Row(thing, id), note);
        connection.Execute($"update {table} set review = {decision}, version = {version + 1}, updated_at = {at}, seq = {seq} where id = {id}");
        return true;
    }

    /// <summary>Changes what is known about an article; without the right to keep its text, the text and the quotes from it go.</summary>
    public void Change(ArticleRow row)
    {
        var version = connection.Query<long>($"select version from article where id = {row.Id}")[0] + 1;
        foreach (var about in connection.Query<long>($"select distinct event from claim where article = {row.Id}")) derivation.Touch(about);
        Append("article", row.Id, version, "changed", Row("article", row.Id));
        connection.Execute($"""
            update article set title = {row.Title}, publisher = {row.Publisher}, agency = {row.Agency}, byline = {row.Byline}, url = {row.Url}, language = {row.Language},
              text_rights = {row.Rights}, text = {row.Text}, version = {version}, updated_at = {at}, seq = {seq} where id = {row.Id}
            """);
        if (row.Rights == "none") connection.Execute($"update claim set quote_exact = null, quote_prefix = null, quote_suffix = null where article = {row.Id}");
        derivation.TouchArticle(row.Id);
    }

    /// <summary>Deletes an article with its claims, and the events that stand on no other claim.</summary>
    public void DeleteArticle(long id)
    {
        var claims = connection.Query<long>($"select id from claim where article = {id}");
        var events = connection.Query<long>($"select distinct event from claim where article = {id}");
        foreach (var claim in claims) DeleteClaim(claim);
        foreach (var about in events.Where(about => connection.Query<long>($"select count(*) from claim where event = {about}")[0] == 0)) DeleteEvent(about, "deleted");
        Delete("article", id, "deleted");
        connection.Execute(connection.Dialect.DropText("article_text", id));
    }

    /// <summary>Makes two events one: the claims move, the first event goes.</summary>
    public void Merge(long id, long into)
    {
        derivation.Touch(id);
        derivation.Touch(into);
        foreach (var claim in connection.Query<VersionRow>($"select id, version from claim where event = {id}"))
        {
            Append("claim", claim.Id, claim.Version + 1, "moved", Row("claim", claim.Id));
            connection.Execute($"update claim set event = {into}, version = {claim.Version + 1}, updated_at = {at}, seq = {seq} where id = {claim.Id}");
        }

        var position = connection.Query<long>($"select coalesce(max(position), -1) from event_actor where event = {into}")[0] + 1;
        connection.Execute($"""
            insert into event_actor (event, actor, role, position) select {into}, actor, role, position + {position} from event_actor where event = {id}
            on conflict do nothing
            """);
        DeleteEvent(id, "merged");
    }

    /// <summary>Proposes that two events are one.</summary>
    public void Propose(long id, long @event, long into, double likeness)
    {
        Append("merge", id, 1, "created");
        connection.Execute($"insert into merge (id, event, into_event, likeness, review, created_at) values ({id}, {@event}, {into}, {likeness}, 'proposed', {at})");
    }

    /// <summary>Decides on a merge; an accepted one is carried out.</summary>
    public void Decide(long merge, long @event, long into, string decision, string? note)
    {
        Append("merge", merge, 2, decision, Row("merge", merge), note);
        connection.Execute($"update merge set review = {decision} where id = {merge}");
        if (decision == "accepted") Merge(@event, into);
    }

    /// <summary>Anything that is no thing of the timeline, such as a key; it appends no change.</summary>
    public void Execute(Sql sql) => connection.Execute(sql);

    private void DeleteClaim(long id)
    {
        derivation.Touch(EventOf(id));
        foreach (var answered in connection.Query<long>($"select b.event from claim a join claim b on b.id = a.responds_to where a.id = {id}")) derivation.Touch(answered);
        // Whoever answered it now answers nothing, and stands for himself.
        foreach (var answer in connection.Query<VersionRow>($"select id, version from claim where responds_to = {id}"))
        {
            derivation.Touch(EventOf(answer.Id));
            Append("claim", answer.Id, answer.Version + 1, "changed", Row("claim", answer.Id));
            connection.Execute($"update claim set responds_to = null, version = {answer.Version + 1}, updated_at = {at}, seq = {seq} where id = {answer.Id}");
        }

        Delete("claim", id, "deleted");
        connection.Execute(connection.Dialect.DropText("claim_text", id));
    }

    private void DeleteEvent(long id, string change)
    {
        derivation.Touch(id);
        connection.Execute(connection.Dialect.DropText("event_text", connection.Query<long>($"select text_key from event where id = {id}")[0]));
        connection.Execute($"delete from event_term where event = {id}");
        connection.Execute($"delete from event_actor where event = {id}");
        connection.Execute($"delete from merge where review = 'proposed' and (event = {id} or into_event = {id})");
        Delete("event", id, change);
    }

    private void Delete(string thing, long id, string change)
    {
        var version = connection.Query<long>($"select version from {Sql.Raw(thing)} where id = {id}")[0];
        Append(thing, id, version + 1, change, Row(thing, id));
        connection.Execute($"delete from {Sql.Raw(thing)} where id = {id}");
    }

    private long EventOf(long claim) => connection.Query<long>($"select event from claim where id = {claim}")[0];

    private string Row(string thing, long id) => connection.Json($"select * from {Sql.Raw(thing)} where id = {id}");

    private void Append(string thing, long id, long version, string change, string? before = null, string? note = null) =>
        connection.Execute($"""
            insert into change (seq, thing, id, version, change, who, at, note, before) values ({++seq}, {thing}, {id}, {version}, {change}, {who}, {at}, {note}, {before})
            """);

    private static string? Precision(ToldDate when) => when.Date is { } date ? JsonNames.Of(date.Precision) : null;

    private sealed record VersionRow
    {
        public long Id { get; init; }

        public long Version { get; init; }
    }
}
