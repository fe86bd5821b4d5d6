using Timeline.Api.Domain;

namespace Timeline.Api.Storage;

/// <content>What is new. Whoever writes it owns it.</content>
public sealed partial class WriteTransaction
{
    public void Add(ArticleRow row)
    {
        AppendChange("article", row.Id, 1, "created");
        _connection.Execute(
            $"""
            insert into article (id, title, publisher, agency, byline, url, published, published_day, language, sha256,
              text_rights, text, replaces, owner, title_from, version, created_at, updated_at, seq)
            values ({row.Id}, {row.Title}, {row.Publisher}, {row.Agency}, {row.Byline}, {row.Url}, {row.Published}, {row.PublishedDay},
              {row.Language}, {row.Sha256}, {row.Rights}, {row.Text}, {row.Replaces}, {_who}, {row.TitleFrom}, 1, {_at}, {_at}, {_seq})
            """
        );
        _readModel.MarkArticleChanged(row.Id);
    }

    public void Add(ActorRow row)
    {
        AppendChange("actor", row.Id, 1, "created");
        _connection.Execute(
            $"""
            insert into actor (id, slug, name, kind, merged_into, owner, version, created_at, updated_at, seq)
            values ({row.Id}, {row.Slug}, {row.Names[0]}, {row.Kind}, null, {_who}, 1, {_at}, {_at}, {_seq})
            """
        );
        for (var i = 0; i < row.Names.Count; i++)
        {
            _connection.Execute(
                $"""
                insert into alias (folded, actor, position, name)
                values ({TextFolding.Name(row.Names[i])}, {row.Id}, {i}, {row.Names[i]})
                on conflict do nothing
                """
            );
        }
    }

    public void Add(EventRow row)
    {
        AppendChange("event", row.Id, 1, "created");
        var (when, span, date) = (row.When, row.When.Span, new DateColumns(row.When));
        var (tags, alternatives) = (JsonColumn.Write(row.Tags), JsonColumn.Write(when.Alternatives));
        var titleFrom = row.MachineTitle is null ? "person" : "machine";
        var timeKey = ReadModel.TimeKey(span.Start, _seq);
        _connection.Execute(
            $"""
            insert into event (start_day, end_day, id, length_class, title, summary, kind, tags, date, precision, approximate, uncertain,
              extent, phrase, anchor, alternatives, date_from, review, owner, title_from, title_full, title_article,
              version, created_at, updated_at, seq, time_key)
            values ({span.Start}, {span.End}, {row.Id}, {span.LengthClass}, {row.Title}, {row.Summary}, {row.Kind}, {tags},
              {date.Text}, {date.Precision}, {date.IsApproximate}, {date.IsUncertain},
              {when.Extent}, {when.Phrase}, {when.Anchor}, {alternatives}, {row.DateFrom}, {row.Review}, {_who},
              {titleFrom}, {row.MachineTitle?.Full}, {row.MachineTitle?.Article}, 1, {_at}, {_at}, {_seq}, {timeKey})
            """
        );
        var position = 0;
        foreach (var (actor, roles) in row.Actors)
        {
            foreach (var role in roles)
            {
                _connection.Execute(
                    $"""
                    insert into event_actor (event, actor, role, position) values ({row.Id}, {actor}, {role}, {position++})
                    on conflict do nothing
                    """
                );
            }
        }

        _readModel.MarkAdded(row.Id);
    }

    public void Add(ClaimRow row)
    {
        AppendChange("claim", row.Id, 1, "created");
        var (said, span, date) = (row.Said, row.Said.Span, new DateColumns(row.Said));
        var (alternatives, spans) = (JsonColumn.Write(said.Alternatives), JsonColumn.Write(row.QuoteSpans));
        _connection.Execute(
            $"""
            insert into claim (id, event, article, speaker, speaker_name, via, via_name, stance, cue, direct, text,
              date, start_day, end_day, length_class, precision, approximate, uncertain, extent, phrase, anchor, alternatives,
              responds_to, quote_exact, quote_prefix, quote_suffix, quote_spans, review, owner, version, created_at, updated_at, seq)
            values ({row.Id}, {row.Event}, {row.Article}, {row.Speaker}, {row.SpeakerName}, {row.Via}, {row.ViaName},
              {row.Stance}, {row.Cue}, {row.Direct}, {row.Text},
              {date.Text}, {span.Start}, {span.End}, {span.LengthClass}, {date.Precision}, {date.IsApproximate}, {date.IsUncertain},
              {said.Extent}, {said.Phrase}, {said.Anchor}, {alternatives},
              {row.RespondsTo}, {row.QuoteExact}, {row.QuotePrefix}, {row.QuoteSuffix}, {spans}, {row.Review}, {_who},
              1, {_at}, {_at}, {_seq})
            """
        );
        if (row.Tells is { } tells)
            SetTells(row.Id, tells);
        _readModel.MarkChanged(row.Event);
    }

    /// <summary>Proposes that two events are one.</summary>
    public void ProposeMerge(long id, long @event, long into, double likeness)
    {
        AppendChange("merge", id, 1, "created");
        _connection.Execute(
            $"""
            insert into merge (id, thing, event, into_event, likeness, review, created_at)
            values ({id}, 'event', {@event}, {into}, {likeness}, 'proposed', {_at})
            """
        );
    }

    /// <summary>Says where the date of an event comes from that this transaction has added.</summary>
    /// <param name="source"><c>person</c> or <c>claims</c>.</param>
    public void SetDateSource(long @event, string source) =>
        _connection.Execute($"update event set date_from = {source} where id = {@event}");

    private void SetTells(long claim, StatedDate tells)
    {
        var (span, date, alternatives) = (tells.Span, new DateColumns(tells), JsonColumn.Write(tells.Alternatives));
        _connection.Execute(
            $"""
            update claim set tells_date = {date.Text}, tells_start_day = {span.Start}, tells_end_day = {span.End},
              tells_length_class = {span.LengthClass}, tells_precision = {date.Precision}, tells_approximate = {date.IsApproximate},
              tells_uncertain = {date.IsUncertain}, tells_extent = {tells.Extent}, tells_phrase = {tells.Phrase},
              tells_anchor = {tells.Anchor}, tells_alternatives = {alternatives} where id = {claim}
            """
        );
    }

    /// <summary>What the columns of a date hold that follows from its text.</summary>
    private readonly record struct DateColumns(StatedDate When)
    {
        public string? Text => When.Date?.ToString();

        public string? Precision => When.Date is { } date ? Vocabulary.PrecisionName(date.Precision) : null;

        public bool IsApproximate => When.Date?.IsApproximate ?? false;

        public bool IsUncertain => When.Date?.IsUncertain ?? false;
    }
}
