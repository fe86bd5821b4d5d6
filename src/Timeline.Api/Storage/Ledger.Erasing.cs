using System.Text.Json.Nodes;

namespace Timeline.Api.Storage;

/// <content>
/// What is changed and taken away. The words of a text that is withdrawn or deleted go from every table at once; from the file
/// itself <see cref="Eraser"/> takes them afterwards.
/// </content>
public sealed partial class Ledger
{
    /// <summary>Changes what is known about an article; without the right to keep its text, the text and the quotes from it go.</summary>
    public void Change(ArticleRow row)
    {
        var version = connection.Query<long>($"select version from article where id = {row.Id}")[0] + 1;
        foreach (var about in connection.Query<long>($"select distinct event from claim where article = {row.Id}"))
            derivation.Touch(about);
        Append("article", row.Id, version, "changed", Before("article", row.Id));
        connection.Execute(
            $"""
            update article set title = {row.Title}, title_from = {row.TitleFrom}, publisher = {row.Publisher}, agency = {row.Agency}, byline = {row.Byline}, url = {row.Url},
              language = {row.Language}, text_rights = {row.Rights}, text = {row.Text}, version = {version}, updated_at = {at}, seq = {seq} where id = {row.Id}
            """
        );
        if (row.Rights == "none")
            Erase(row.Id);
        derivation.TouchArticle(row.Id);
    }

    /// <summary>Gives an event another of the machine's titles, which keeps the one before it was bounded where that may be kept.</summary>
    /// <param name="article">The article of whose words the title is made; null where it is made of names alone.</param>
    public void Retitle(long @event, string title, string? full, long? article)
    {
        derivation.Touch(@event);
        var version = connection.Query<long>($"select version from event where id = {@event}")[0] + 1;
        Append("event", @event, version, "changed", Before("event", @event));
        connection.Execute(
            $"""
            update event set title = {title}, title_full = {full}, title_article = {article}, version = {version}, updated_at = {at}, seq = {seq} where id = {@event}
            """
        );
    }

    /// <summary>Deletes an article with its claims, and the events that stand on no other claim.</summary>
    public void DeleteArticle(long id)
    {
        var claims = connection.Query<long>($"select id from claim where article = {id}");
        var events = connection.Query<long>($"select distinct event from claim where article = {id}");
        foreach (var claim in claims)
            DeleteClaim(claim);
        foreach (var about in events.Where(about => connection.Query<long>($"select count(*) from claim where event = {about}")[0] == 0))
            DeleteEvent(about, "deleted");
        Delete("article", id, "deleted");
        connection.Execute(connection.Dialect.DropText("article_text", id));
        Erase(id);
    }

    /// <summary>Empties every table of an article's words: text, quotes, the answers that repeat them, and the machine's titles in the history.</summary>
    private void Erase(long article)
    {
        connection.Execute($"update claim set quote_exact = null, quote_prefix = null, quote_suffix = null where article = {article}");
        connection.Execute($"update idempotency set body = '' where article = {article}");
        foreach (var row in connection.Query<BeforeRow>($"select seq, before from change where article = {article} and before is not null"))
        {
            var before = JsonNode.Parse(row.Before)!.AsObject();
            before.Remove("title");
            connection.Execute($"update change set before = {before.ToJsonString(JsonColumn.Options)} where seq = {row.Seq}");
        }

        connection.Execute($"insert into erasure (article) values ({article}) on conflict do nothing");
        Erases = true;
    }

    /// <summary>Tells that the words of these articles are out of the file too.</summary>
    internal void Erased(IEnumerable<long> articles)
    {
        foreach (var article in articles)
        {
            var version = connection.Query<long>(
                $"select coalesce(max(version), 0) from change where thing = 'article' and id = {article}"
            )[0];
            Append("article", article, version, "erased");
            connection.Execute($"delete from erasure where article = {article}");
        }
    }

    private void DeleteClaim(long id)
    {
        derivation.Touch(EventOf(id));
        foreach (
            var answered in connection.Query<long>($"select b.event from claim a join claim b on b.id = a.responds_to where a.id = {id}")
        )
        {
            derivation.Touch(answered);
        }
        // Whoever answered it now answers nothing, and stands for himself.
        foreach (var answer in connection.Query<VersionRow>($"select id, version from claim where responds_to = {id}"))
        {
            derivation.Touch(EventOf(answer.Id));
            Append("claim", answer.Id, answer.Version + 1, "changed", Before("claim", answer.Id));
            connection.Execute(
                $"update claim set responds_to = null, version = {answer.Version + 1}, updated_at = {at}, seq = {seq} where id = {answer.Id}"
            );
        }

        Delete("claim", id, "deleted");
        connection.Execute(connection.Dialect.DropText("claim_text", id));
    }

    private void DeleteEvent(long id, string change, long? into = null)
    {
        derivation.Touch(id);
        connection.Execute(
            connection.Dialect.DropText("event_text", connection.Query<long>($"select text_key from event where id = {id}")[0])
        );
        connection.Execute($"delete from event_term where event = {id}");
        connection.Execute($"delete from event_actor where event = {id}");
        connection.Execute($"delete from proposed_actor where event = {id}");
        connection.Execute($"delete from merge where review = 'proposed' and (event = {id} or into_event = {id})");
        Delete("event", id, change, into);
    }

    private void Delete(string thing, long id, string change, long? into = null)
    {
        var version = connection.Query<long>($"select version from {Sql.Raw(thing)} where id = {id}")[0];
        Append(thing, id, version + 1, change, Before(thing, id), into: into);
        connection.Execute($"delete from {Sql.Raw(thing)} where id = {id}");
    }

    private sealed record BeforeRow
    {
        public long Seq { get; init; }

        public string Before { get; init; } = "";
    }
}
