namespace Timeline.Api.Storage;

/// <content>What people decide on what is proposed.</content>
public sealed partial class WriteTransaction
{
    /// <summary>Decides on something proposed; false where it has been decided on already.</summary>
    /// <param name="thing"><c>event</c> or <c>claim</c>.</param>
    public bool Review(string thing, long id, string decision, string? note)
    {
        var table = Sql.Raw(thing);
        if (_connection.Query<long>($"select version from {table} where id = {id} and review = 'proposed'") is not [var version])
            return false;
        _readModel.MarkChanged(thing == "event" ? id : EventOf(id));
        AppendChange(thing, id, version + 1, decision, StateBefore(thing, id), note);
        _connection.Execute(
            $"update {table} set review = {decision}, version = {version + 1}, updated_at = {_at}, seq = {_seq} where id = {id}"
        );
        if (thing == "claim" && decision == "accepted")
            AcceptParticipants(id);
        return true;
    }
}
