using System.Data.Common;

namespace Timeline.Api.Storage;

/// <content>SQLite's full text, FTS5.</content>
public abstract partial class Dialect
{
    private sealed partial class Sqlite
    {
        private const int MergedPages = 500;
        private const int WalkedAhead = 16;

        public override Sql TextMatches(string table, IReadOnlyList<string> words, bool prefix, bool hidden) =>
            $"select rowid from {Sql.Raw(table)} where {Sql.Raw(table)} match {Match(words, prefix, hidden)}";

        /// <summary>
        /// The key orders by first day only, so a few more rows are walked than asked for, and of the day on which the page ends all are:
        /// what is left of it is walked too. What is then looked up and sorted is a page and, of one day, what holds the words.
        /// </summary>
        public override Sql? WalkEvents(
            IReadOnlyList<string> words,
            bool prefix,
            int? lengthClass,
            (long Low, long High) keys,
            Sql rest,
            bool ascending,
            int limit
        )
        {
            var match = Match(words, prefix, false) + (lengthClass is { } length ? $" AND length : \"{LengthWord(length)}\"" : "");
            var (order, most, ahead) = (Sql.Raw(ascending ? "asc" : "desc"), Sql.Raw(limit), Sql.Raw(limit + WalkedAhead));
            var (last, until) = ascending ? (Sql.Raw("max"), (Sql)$"| {DayMask}") : (Sql.Raw("min"), (Sql)$"& ~{DayMask}");
            var (beyond, upTo) = ascending ? (Sql.Raw(">"), Sql.Raw("<=")) : (Sql.Raw("<"), Sql.Raw(">="));
            var isAlone = rest == Sql.None;
            var source = Sql.Raw(isAlone ? "event_text x" : "event_text x cross join event_json e");
            Sql same = isAlone ? Sql.None : $" and e.time_key = x.rowid{rest}";
            Sql holds = $"x.event_text match {match}{same}";
            return $"""
                with walked as materialized (
                  select x.rowid as key from {source} where {holds} and x.rowid >= {keys.Low} and x.rowid <= {keys.High}
                  order by x.rowid {order} limit {ahead}
                ), page_end as materialized (
                  select key {until} as key, (select {last}(key) from walked) as walked from walked
                  order by key {order} limit 1 offset {most} - 1
                )
                select e.start_day, e.end_day, e.id, e.time_key as row_key from (
                  select key from walked where key {upTo} coalesce((select key from page_end), key)
                  union all select x.rowid from page_end cross join {source}
                  where page_end.key = page_end.walked {until} and {holds}
                    and x.rowid {beyond} page_end.walked and x.rowid {upTo} page_end.key
                ) found cross join event_json e where e.time_key = found.key
                order by e.start_day {order}, e.end_day {order}, e.id {order} limit {most}
                """;
        }

        private static long DayMask => (1L << ReadModel.TimeKeySeqBits) - 1;

        public override Sql TextRank(string table, string key, IReadOnlyList<string> words, bool prefix) =>
            $"(select -rank from {Sql.Raw(table)} where {Sql.Raw(table)} match {Match(words, prefix, false)} and rowid = {Sql.Raw(key)})";

        public override Sql StoreText(string table, long key, IReadOnlyList<string> words, IReadOnlyList<string> hidden, long? lengthClass)
        {
            var (shown, kept) = (string.Join(' ', words), string.Join(' ', hidden));
            if (lengthClass is { } length)
                return $"insert into {Sql.Raw(table)} (rowid, words, hidden, length) values ({key}, {shown}, {kept}, {LengthWord(length)})";
            return $"insert into {Sql.Raw(table)} (rowid, words, hidden) values ({key}, {shown}, {kept})";
        }

        public override Sql DropText(string table, long key) => $"delete from {Sql.Raw(table)} where rowid = {key}";

        /// <summary>The index is made new, also where it holds rows that a plain deletion would not find.</summary>
        public override Sql ClearText(string table) => $"insert into {Sql.Raw(table)} ({Sql.Raw(table)}) values ('delete-all')";

        /// <summary>
        /// Deleted words stay in the segments of an FTS5 index until these are merged into one (fts5.html, 6.8 "merge"); other deleted
        /// content is overwritten at once (secure_delete), but older pages stay in the log until it is truncated.
        /// </summary>
        public override bool Scrub(DbConnection connection, bool first)
        {
            var isMerged = true;
            foreach (var table in TextTables)
            {
                var before = Number(connection, "select total_changes()");
                Run(connection, $"insert into {table} ({table}, rank) values ('merge', {(first ? -MergedPages : MergedPages)})");
                // A merge that finds nothing to do counts as one change (fts5.html, 6.8).
                isMerged &= !first && Number(connection, "select total_changes()") - before < 2;
            }

            return isMerged && Number(connection, "pragma wal_checkpoint(truncate)") == 0;
        }

        private static string LengthWord(long lengthClass) => "c" + lengthClass;

        /// <summary>Each word as a quoted string, so that nothing in it is an operator of the query language.</summary>
        private static string Match(IReadOnlyList<string> words, bool prefix, bool hidden) =>
            (hidden ? "{words hidden} : (" : "words : (")
            + string.Join(" AND ", words.Select((word, i) => $"\"{word}\"" + (prefix && i == words.Count - 1 ? " *" : "")))
            + ")";
    }
}
