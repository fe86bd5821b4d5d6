using Timeline.Api.Events;

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
        _derivation.MarkChanged(thing == "event" ? id : EventOf(id));
        AppendChange(thing, id, version + 1, decision, StateBefore(thing, id), note);
        _connection.Execute(
            $"update {table} set review = {decision}, version = {version + 1}, updated_at = {_at}, seq = {_seq} where id = {id}"
        );
        if (thing == "claim" && decision == "accepted")
            AcceptParticipants(id);
        return true;
    }

    /// <summary>Decides on a merge; an accepted one is carried out.</summary>
    public void DecideMerge(long merge, long @event, long into, string decision, string? note)
    {
        AppendChange("merge", merge, 2, decision, StateBefore("merge", merge), note);
        _connection.Execute($"update merge set review = {decision} where id = {merge}");
        if (decision == "accepted")
            MergeEvents(@event, into);
    }

    /// <summary>Makes two events one: the claims move, the first event goes. What a draft brings along to an accepted event counts there once it is accepted.</summary>
    public void MergeEvents(long id, long into)
    {
        _derivation.MarkChanged(id);
        _derivation.MarkChanged(into);
        var isProposal = IsAccepted(into) && !IsAccepted(id);
        foreach (var claim in _connection.Query<VersionRow>($"select id, version from claim where event = {id}"))
        {
            AppendChange("claim", claim.Id, claim.Version + 1, "moved", StateBefore("claim", claim.Id));
            _connection.Execute(
                $"""
                update claim set event = {into}, origin = coalesce(origin, {id}), version = {claim.Version
                    + 1}, updated_at = {_at}, seq = {_seq} where id = {claim.Id}
                """
            );
        }

        if (isProposal)
        {
            _connection.Execute(
                $"""
                insert into proposed_actor (event, origin, actor, role, position) select {into}, {id}, actor, role, position from event_actor where event = {id}
                on conflict do nothing
                """
            );
        }
        else
        {
            AddParticipants(into, $"select actor, role, position from event_actor where event = {id}");
        }

        _connection.Execute(
            $"""
            insert into proposed_actor (event, origin, actor, role, position) select {into}, origin, actor, role, position from proposed_actor where event = {id}
            on conflict do nothing
            """
        );
        DeleteEvent(id, "merged", into);
    }

    /// <summary>Participants that came along with a merged draft count once one of its claims does.</summary>
    private void AcceptParticipants(long claim)
    {
        if (_connection.Query<OriginRow>($"select event, origin from claim where id = {claim} and origin is not null") is not [var moved])
            return;
        AddParticipants(
            moved.Event,
            $"select actor, role, position from proposed_actor where event = {moved.Event} and origin = {moved.Origin}"
        );
        _connection.Execute($"delete from proposed_actor where event = {moved.Event} and origin = {moved.Origin}");
    }

    /// <summary>Adds the participants selected behind those that the event has.</summary>
    private void AddParticipants(long @event, Sql selected)
    {
        var position = _connection.Query<long>($"select coalesce(max(position), -1) from event_actor where event = {@event}")[0] + 1;
        _connection.Execute(
            $"""
            insert into event_actor (event, actor, role, position) select {@event}, actor, role, position + {position} from ({selected}) more where 1 = 1
            on conflict do nothing
            """
        );
    }

    private bool IsAccepted(long @event) => _connection.Query<string>($"select review from event where id = {@event}") is ["accepted"];

    private sealed record OriginRow
    {
        public long Event { get; init; }

        public long Origin { get; init; }
    }
}
