using Timeline.Api.Domain;

namespace Timeline.Api.Storage;

/// <summary>
/// How many events that everyone sees have a term, by stretch of time: kept up by what each change adds or takes away.
/// </summary>
internal sealed class TermCounts(Connection connection)
{
    private readonly Dictionary<CountedTerm, long> _changes = [];

    /// <summary>Adds an event with these terms and days, or takes it away.</summary>
    /// <param name="sign">1 to add, -1 to take away.</param>
    public void Add(IEnumerable<string> terms, DateRange days, int sign)
    {
        foreach (var term in terms)
        {
            if (FilterTerm.IsCounted(term))
                Change(term, FilterTerm.IsCountedByMonth(term) ? days.WidenedToMonth() : days, sign);
            // Every event has one kind.
            if (FilterTerm.IsKind(term))
                Change(FilterTerm.Every, days, sign);
        }
    }

    /// <summary>Changes the stored counts.</summary>
    public void Write()
    {
        foreach (var ((term, days), change) in _changes)
        {
            if (change == 0)
                continue;
            connection.Execute(
                $"""
                insert into term_count (term, start_day, end_day, events) values ({term}, {days.Start}, {days.End}, {change})
                on conflict (term, start_day, end_day) do update set events = term_count.events + excluded.events
                """
            );
            if (change < 0)
            {
                connection.Execute(
                    $"""
                    delete from term_count
                    where term = {term} and start_day = {days.Start} and end_day = {days.End} and events = 0
                    """
                );
            }
        }

        _changes.Clear();
    }

    /// <summary>Empties the stored counts, for all of them to be added again.</summary>
    public void Clear() => connection.Execute($"delete from term_count");

    private void Change(string term, DateRange days, int sign)
    {
        var key = new CountedTerm(term, days);
        _changes[key] = _changes.GetValueOrDefault(key) + sign;
    }

    private readonly record struct CountedTerm(string Term, DateRange Days);
}
