using System.Text.Json.Nodes;
using Timeline.Api.Domain;

namespace Timeline.Api.Storage;

/// <content>
/// What is changed and taken away. The words of a text that is withdrawn or deleted go from every table at once; from the file
/// itself <see cref="ErasureWorker"/> takes them afterwards.
/// </content>
public sealed partial class WriteTransaction
{
    /// <summary>Changes what is known about an article; without the right to keep its text, the text and the quotes from it go.</summary>
    public void UpdateArticle(ArticleRow row)
    {
        var version = _connection.Query<long>($"select version from article where id = {row.Id}")[0] + 1;
        foreach (var about in _connection.Query<long>($"select distinct event from claim where article = {row.Id}"))
            _readModel.MarkChanged(about);
        AppendChange("article", row.Id, version, "changed", StateBefore("article", row.Id));
        _connection.Execute(
            $"""
            update article set title = {row.Title}, title_from = {row.TitleFrom}, publisher = {row.Publisher}, agency = {row.Agency},
              byline = {row.Byline}, url = {row.Url}, language = {row.Language}, text_rights = {row.Rights}, text = {row.Text},
              version = {version}, updated_at = {_at}, seq = {_seq} where id = {row.Id}
            """
        );
        if (!Vocabulary.FindRights(row.Rights).KeepsText)
            EraseWords(row.Id);
        _readModel.MarkArticleChanged(row.Id);
    }

    /// <summary>Gives an event another of the machine's titles, which keeps the one before it was bounded where that may be kept.</summary>
    /// <param name="article">The article of whose words the title is made; null where it is made of names alone.</param>
    public void SetMachineTitle(long @event, string title, string? full, long? article)
    {
        _readModel.MarkChanged(@event);
        var version = _connection.Query<long>($"select version from event where id = {@event}")[0] + 1;
        AppendChange("event", @event, version, "changed", StateBefore("event", @event));
        _connection.Execute(
            $"""
            update event set title = {title}, title_full = {full}, title_article = {article},
              version = {version}, updated_at = {_at}, seq = {_seq} where id = {@event}
            """
        );
    }

    /// <summary>Deletes an article with its claims, and the events that stand on no other claim.</summary>
    public void DeleteArticle(long id)
    {
        var claims = _connection.Query<long>($"select id from claim where article = {id}");
        var events = _connection.Query<long>($"select distinct event from claim where article = {id}");
        foreach (var claim in claims)
            DeleteClaim(claim);
        foreach (var about in events.Where(HasNoClaims))
            DeleteEvent(about, "deleted");
        DeleteRow("article", id, "deleted");
        _connection.Execute(_connection.Dialect.DropText("article_text", id));
        EraseWords(id);
    }

    /// <summary>
    /// Empties every table of an article's words: text, quotes, the answers that repeat them, and the machine's titles in the history.
    /// </summary>
    private void EraseWords(long article)
    {
        _connection.Execute($"update claim set quote_exact = null, quote_prefix = null, quote_suffix = null where article = {article}");
        _connection.Execute($"update idempotency set body = '' where article = {article}");
        var history = _connection.Query<BeforeRow>($"select seq, before from change where article = {article} and before is not null");
        foreach (var row in history)
        {
            var before = JsonNode.Parse(row.Before)!.AsObject();
            before.Remove("title");
            _connection.Execute($"update change set before = {before.ToJsonString(JsonColumn.Options)} where seq = {row.Seq}");
        }

        _connection.Execute($"insert into erasure (article) values ({article}) on conflict do nothing");
        HasErasures = true;
    }

    /// <summary>Tells that the words of these articles are out of the file too.</summary>
    internal void MarkErased(IEnumerable<long> articles)
    {
        foreach (var article in articles)
        {
            var version = _connection.Query<long>(
                $"select coalesce(max(version), 0) from change where thing = 'article' and id = {article}"
            )[0];
            AppendChange("article", article, version, "erased");
            _connection.Execute($"delete from erasure where article = {article}");
        }
    }

    private bool HasNoClaims(long @event) => _connection.Query<long>($"select count(*) from claim where event = {@event}")[0] == 0;

    private void DeleteClaim(long id)
    {
        _readModel.MarkChanged(EventOf(id));
        var answered = _connection.Query<long>($"select b.event from claim a join claim b on b.id = a.responds_to where a.id = {id}");
        answered.ForEach(_readModel.MarkChanged);
        // Whoever answered it now answers nothing, and stands for himself.
        foreach (var answer in _connection.Query<VersionRow>($"select id, version from claim where responds_to = {id}"))
        {
            _readModel.MarkChanged(EventOf(answer.Id));
            AppendChange("claim", answer.Id, answer.Version + 1, "changed", StateBefore("claim", answer.Id));
            _connection.Execute(
                $"""
                update claim set responds_to = null, version = {answer.Version + 1}, updated_at = {_at}, seq = {_seq}
                where id = {answer.Id}
                """
            );
        }

        DeleteRow("claim", id, "deleted");
        _connection.Execute(_connection.Dialect.DropText("claim_text", id));
    }

    private void DeleteEvent(long id, string change, long? into = null)
    {
        _readModel.MarkChanged(id);
        _readModel.Delete(id);
        _connection.Execute($"delete from event_actor where event = {id}");
        _connection.Execute($"delete from proposed_actor where event = {id}");
        _connection.Execute($"delete from merge where review = 'proposed' and (event = {id} or into_event = {id})");
        DeleteRow("event", id, change, into);
    }

    private void DeleteRow(string thing, long id, string change, long? into = null)
    {
        var version = _connection.Query<long>($"select version from {Sql.Raw(thing)} where id = {id}")[0];
        AppendChange(thing, id, version + 1, change, StateBefore(thing, id), into: into);
        _connection.Execute($"delete from {Sql.Raw(thing)} where id = {id}");
    }

    private sealed record BeforeRow
    {
        public long Seq { get; init; }

        public string Before { get; init; } = "";
    }
}
