using Timeline.Api.Claims;
using Timeline.Api.Domain;
using Timeline.Api.Http;
using Timeline.Api.Storage;

namespace Timeline.Api.Ingestion;

/// <summary>
/// What format 2 of an import file adds to dates: where an event's date comes from, and what each claim's article tells. In format 1
/// both are unknown members.
/// </summary>
public sealed class ImportDates
{
    private readonly HashSet<long> _open = [];
    private readonly HashSet<long> _told = [];

    public int Format { get; set; } = 1;

    /// <summary>An event that does not say it waits for its claims, which stand further down.</summary>
    public string ReadDateFrom(JsonBody body, long @event)
    {
        if (Format < 2)
            return Vocabulary.ByPerson;
        if (!body.Has("dateFrom"))
            _open.Add(@event);
        return body.Choice("dateFrom", Vocabulary.DateSources, Vocabulary.ByPerson);
    }

    public StatedDate? ReadTells(JsonBody body, long @event)
    {
        if (Format < 2 || body.Object("tells") is not { } tells)
            return null;
        _told.Add(@event);
        var date = tells.StatedDate();
        tells.RejectUnknownMembers(ClaimMembers.When.Derived);
        return date;
    }

    /// <summary>Dates the events from their claims that did not say where their date comes from and whose claims tell of it.</summary>
    public void Complete(WriteTransaction transaction)
    {
        foreach (var @event in _open.Where(_told.Contains))
            transaction.SetDateSource(@event, Vocabulary.ByClaims);
    }
}
