namespace Timeline.Api.Storage;

/// <content>Two events that are one. What a merge moves is recorded, so that it can be taken back.</content>
public sealed partial class WriteTransaction
{
    /// <summary>Decides on a merge; an accepted one is carried out.</summary>
    public void DecideMerge(long merge, long @event, long into, string decision, string? note)
    {
        AppendChange("merge", merge, 2, decision, StateBefore("merge", merge), note);
        _connection.Execute($"update merge set review = {decision} where id = {merge}");
        if (decision == "accepted")
            MergeEvents(@event, into);
    }

    /// <summary>
    /// Makes two events one: the claims move, the first event goes. What a draft brings along to an accepted event counts there
    /// once it is accepted.
    /// </summary>
    public void MergeEvents(long id, long into)
    {
        _readModel.MarkChanged(id);
        _readModel.MarkChanged(into);
        var claims = _connection.Query<VersionRow>($"select id, version from claim where event = {id} order by id");
        var participants = ReadParticipants(id, into);
        foreach (var claim in claims)
            MoveClaim(claim, id, into);
        MoveParticipants(id, into);
        DeleteEvent(id, "merged", into);
        RecordMerge(_seq, claims, participants);
    }

    private void MoveClaim(VersionRow claim, long from, long into)
    {
        AppendChange("claim", claim.Id, claim.Version + 1, "moved", StateBefore("claim", claim.Id));
        _connection.Execute(
            $"""
            update claim set event = {into}, origin = coalesce(origin, {from}),
              version = {claim.Version + 1}, updated_at = {_at}, seq = {_seq} where id = {claim.Id}
            """
        );
    }

    private void MoveParticipants(long id, long into)
    {
        if (IsAccepted(into) && !IsAccepted(id))
        {
            _connection.Execute(
                $"""
                insert into proposed_actor (event, origin, actor, role, position)
                select {into}, {id}, actor, role, position from event_actor where event = {id}
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
            insert into proposed_actor (event, origin, actor, role, position)
            select {into}, origin, actor, role, position from proposed_actor where event = {id}
            on conflict do nothing
            """
        );
    }

    /// <summary>
    /// The event's participants, those included that came along with a merged draft, and whether the other event lacks them.
    /// </summary>
    private List<MovedParticipant> ReadParticipants(long id, long into) =>
        _connection.Query<MovedParticipant>(
            $"""
            select p.event, 0 as origin, p.actor, p.role, p.position, case when exists (
                select 1 from event_actor there where there.event = {into} and there.actor = p.actor and there.role = p.role)
              then 0 else 1 end as added
            from event_actor p where p.event = {id}
            union all
            select p.event, p.origin, p.actor, p.role, p.position, case when exists (
                select 1 from proposed_actor there
                where there.event = {into} and there.origin = p.origin and there.actor = p.actor and there.role = p.role)
              then 0 else 1 end as added
            from proposed_actor p where p.event = {id}
            """
        );

    /// <param name="seq">The change "merged", which holds what the event was and what it became.</param>
    private void RecordMerge(long seq, List<VersionRow> claims, List<MovedParticipant> participants)
    {
        foreach (var claim in claims)
        {
            _connection.Execute(
                $"insert into merged_claim (seq, claim, part, version) values ({seq}, {claim.Id}, 'event', {claim.Version})"
            );
        }

        foreach (var moved in participants)
        {
            _connection.Execute(
                $"""
                insert into merged_participant (seq, event, origin, actor, role, position, added)
                values ({seq}, {moved.Event}, {moved.Origin}, {moved.Actor}, {moved.Role}, {moved.Position}, {moved.Added})
                """
            );
        }
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
            insert into event_actor (event, actor, role, position)
            select {@event}, actor, role, position + {position} from ({selected}) more where 1 = 1
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

    private sealed record MovedParticipant
    {
        public long Event { get; init; }

        public long Origin { get; init; }

        public long Actor { get; init; }

        public string Role { get; init; } = "";

        public long Position { get; init; }

        public long Added { get; init; }
    }
}
