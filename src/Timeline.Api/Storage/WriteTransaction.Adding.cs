using Timeline.Api.Articles;
using Timeline.Api.Domain;
using Timeline.Api.Events;

namespace Timeline.Api.Storage;

/// <content>What is new. Whoever writes it owns it.</content>
public sealed partial class WriteTransaction
{
    public void Add(ArticleRow row)
    {
        AppendChange("article", row.Id, 1, "created");
        _connection.Execute(
            $"""
            insert into article (id, title, publisher, agency, byline, url, published, published_day, language, sha256, text_rights, text, replaces, owner, title_from,
              version, created_at, updated_at, seq)
            values ({row.Id}, {row.Title}, {row.Publisher}, {row.Agency}, {row.Byline}, {row.Url}, {row.Published}, {row.PublishedDay}, {row.Language}, {row.Sha256},
              {row.Rights}, {row.Text}, {row.Replaces}, {_who}, {row.TitleFrom}, 1, {_at}, {_at}, {_seq})
            """
        );
        _derivation.MarkArticleChanged(row.Id);
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
                insert into alias (folded, actor, position, name) values ({TextFolding.Name(row.Names[i])}, {row.Id}, {i}, {row.Names[i]})
                on conflict do nothing
                """
            );
        }
    }

    public void Add(EventRow row)
    {
        AppendChange("event", row.Id, 1, "created");
        var (when, span) = (row.When, row.When.Span);
        _connection.Execute(
            $"""
            insert into event (start_day, end_day, id, length_class, title, summary, kind, tags, date, precision, approximate, uncertain, extent, phrase, anchor, alternatives,
              review, owner, title_from, title_full, title_article, version, created_at, updated_at, seq, text_key)
            values ({span.Start}, {span.End}, {row.Id}, {span.LengthClass}, {row.Title}, {row.Summary}, {row.Kind}, {JsonColumn.Write(
                row.Tags
            )}, {when.Date?.ToString()},
              {Precision(when)}, {when.Date?.IsApproximate ?? false}, {when.Date?.IsUncertain
                ?? false}, {when.Extent}, {when.Phrase}, {when.Anchor}, {JsonColumn.Write(when.Alternatives)},
              {row.Review}, {_who}, {(
                row.MachineTitle is null ? "person" : "machine"
            )}, {row.MachineTitle?.Full}, {row.MachineTitle?.Article},
              1, {_at}, {_at}, {_seq}, {ReadModel.TextKey(span.Start, _seq)})
            """
        );
        var position = 0;
        foreach (var (actor, roles) in row.Actors)
        {
            foreach (var role in roles)
            {
                _connection.Execute(
                    $"insert into event_actor (event, actor, role, position) values ({row.Id}, {actor}, {role}, {position++}) on conflict do nothing"
                );
            }
        }

        _derivation.MarkAdded(row.Id);
    }

    public void Add(ClaimRow row)
    {
        AppendChange("claim", row.Id, 1, "created");
        var (said, span) = (row.Said, row.Said.Span);
        _connection.Execute(
            $"""
            insert into claim (id, event, article, speaker, speaker_name, via, via_name, stance, cue, direct, text, date, start_day, end_day, length_class, precision, approximate, uncertain,
              extent, phrase, anchor, alternatives, responds_to, quote_exact, quote_prefix, quote_suffix, quote_spans, review, owner,
              version, created_at, updated_at, seq)
            values ({row.Id}, {row.Event}, {row.Article}, {row.Speaker}, {row.SpeakerName}, {row.Via}, {row.ViaName}, {row.Stance}, {row.Cue}, {row.Direct}, {row.Text},
              {said.Date?.ToString()}, {span.Start}, {span.End}, {span.LengthClass}, {Precision(said)}, {said.Date?.IsApproximate
                ?? false}, {said.Date?.IsUncertain ?? false},
              {said.Extent}, {said.Phrase}, {said.Anchor}, {JsonColumn.Write(
                said.Alternatives
            )}, {row.RespondsTo}, {row.QuoteExact}, {row.QuotePrefix}, {row.QuoteSuffix},
              {JsonColumn.Write(row.QuoteSpans)}, {row.Review}, {_who}, 1, {_at}, {_at}, {_seq})
            """
        );
        _derivation.MarkChanged(row.Event);
    }

    /// <summary>Proposes that two events are one.</summary>
    public void ProposeMerge(long id, long @event, long into, double likeness)
    {
        AppendChange("merge", id, 1, "created");
        _connection.Execute(
            $"insert into merge (id, event, into_event, likeness, review, created_at) values ({id}, {@event}, {into}, {likeness}, 'proposed', {_at})"
        );
    }

    private static string? Precision(StatedDate when) => when.Date is { } date ? Vocabulary.PrecisionName(date.Precision) : null;
}
