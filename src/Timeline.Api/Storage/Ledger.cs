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

    private void Append(string thing, long id, long version, string change, string? before = null) =>
        connection.Execute($"insert into change (seq, thing, id, version, change, who, at, before) values ({++seq}, {thing}, {id}, {version}, {change}, {who}, {at}, {before})");

    private static string? Precision(ToldDate when) => when.Date is { } date ? JsonNames.Of(date.Precision) : null;
}
