using System.Text.Json;
using Timeline.Api.Domain;
using Timeline.Api.Events;
using Timeline.Api.Http;
using Timeline.Api.Storage;

namespace Timeline.Benchmarks.Data;

/// <content>Events, with their participants, claims, terms and words.</content>
public sealed partial class BulkLoader
{
    private void WriteEvent(MadeUpEvent told)
    {
        var (id, claim) = (++_id, ++_id);
        var days = DateRange.FromDate(told.Date);
        var seq = AppendCreated("event", id);
        var precision = Vocabulary.PrecisionName(told.Date.Precision);
        IReadOnlyList<Participant> participants =
        [
            .. told.Actors.Select(number => new Participant($"actor-{number}", $"Actor {number}", ["subject"])),
        ];
        var kept = new Event
        {
            Key = id,
            Title = told.Title,
            TitleFrom = "person",
            Summary = told.Summary,
            Kind = "other",
            Date = told.Date.ToString(),
            StartDay = days.Start,
            EndDay = days.End,
            Precision = precision,
            Extent = "within",
            DateFrom = "person",
            Standing = "attributed",
            Review = "accepted",
            Actors = participants,
            ClaimCount = 1,
            ArticleCount = 1,
            Version = 1,
            CreatedAt = At,
            UpdatedAt = At,
        };
        var timeKey = ReadModel.TimeKey(days.Start, seq);
        Table(
                "event",
                "public, start_day, end_day, id, length_class, title, summary, kind, tags, date, precision, approximate, uncertain, "
                    + "extent, alternatives, review, time_key, standing, actors, claim_count, article_count, title_from, date_from, "
                    + Columns
            )
            .Write([
                .. (object[])[1L, days.Start, days.End, id, (long)days.LengthClass, told.Title, told.Summary, "other", "[]"],
                .. (object[])[kept.Date, precision, 0L, 0L, "within", "[]", "accepted", timeKey, "attributed"],
                .. (object[])[JsonColumn.Write(participants), 1L, 1L, "person", "person"],
                .. (object[])[1L, At, At, seq, "benchmark"],
            ]);
        Table("event_json", "time_key, public, start_day, end_day, id, json")
            .Write(timeKey, 1L, days.Start, days.End, id, JsonSerializer.SerializeToUtf8Bytes(kept, Json.Options));
        for (var i = 0; i < told.Actors.Count; i++)
            Table("event_actor", "event, actor, role, position").Write(id, ActorId(told.Actors[i]), "subject", (long)i);
        WriteTerms(told, id, days, precision, timeKey);
        WriteWords("event_text", timeKey, told.Title + " " + told.Summary, days.LengthClass);
        WriteClaim(told, id, claim);
    }

    private void WriteTerms(MadeUpEvent told, long id, DateRange days, string precision, long timeKey)
    {
        IEnumerable<string> terms =
        [
            FilterTerm.Kind("other"),
            FilterTerm.Standing("attributed"),
            FilterTerm.Stance("asserts"),
            FilterTerm.Article(ArticleId(told.Article)),
            FilterTerm.Precision(precision),
            .. told.Actors.Select(number => FilterTerm.Actor(ActorId(number))),
        ];
        foreach (var term in terms)
        {
            Table("event_term", "term, public, start_day, end_day, event, length_class, time_key")
                .Write(term, 1L, days.Start, days.End, id, (long)days.LengthClass, timeKey);
            if (FilterTerm.IsCounted(term))
                Count(term, FilterTerm.IsCountedByMonth(term) ? days.WidenedToMonth() : days);
        }

        Count(FilterTerm.Every, days);
        foreach (var number in told.Actors)
            _eventsOfActor[number]++;
        _eventsOfArticle[told.Article]++;
    }

    private void Count(string term, DateRange days) => _counts[(term, days)] = _counts.GetValueOrDefault((term, days)) + 1;

    private void WriteClaim(MadeUpEvent told, long @event, long id)
    {
        var (seq, nowhere) = (AppendCreated("claim", id), DateRange.Undated);
        Table(
                "claim",
                "id, event, article, speaker_name, stance, direct, start_day, end_day, length_class, approximate, uncertain, extent, "
                    + "alternatives, quote_spans, review, public, "
                    + Columns
            )
            .Write([
                .. (object[])[id, @event, ArticleId(told.Article), "Somebody", "asserts", 0L, nowhere.Start, nowhere.End],
                .. (object[])[(long)nowhere.LengthClass, 0L, 0L, "within", "[]", "[]", "accepted", 1L, 1L, At, At, seq, "benchmark"],
            ]);
        WriteWords("claim_text", id, "");
    }

    private void WriteWords(string table, long key, string text, int? lengthClass = null)
    {
        var words = TextFolding.Words(text);
        if (!IsSqlite)
            Table(table, "key, words, hidden").Write(key, string.Join(' ', words.Select((word, i) => $"'{word}':{i + 1}")), "");
        else if (lengthClass is { } length)
            Table(table, "rowid, words, hidden, length").Write(key, string.Join(' ', words), "", "c" + length);
        else
            Table(table, "rowid, words, hidden").Write(key, string.Join(' ', words), "");
    }

    private long AppendCreated(string thing, long id)
    {
        Table("change", "seq, thing, id, version, change, who, at, public").Write(++_seq, thing, id, 1L, "created", "benchmark", At, 1L);
        return _seq;
    }
}
