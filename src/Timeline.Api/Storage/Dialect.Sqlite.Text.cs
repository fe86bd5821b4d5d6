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
        /// The key orders by first day only, so a few more rows are walked than asked for; where all of them lie on the day on which the
        /// page ends, the rest of that day is walked too. What is sorted is a page and, of one day, what holds the words.
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
            var last = Sql.Raw(ascending ? "max" : "min");
            Sql found = $"""
                select x.rowid as key, e.public as public, e.start_day as start_day, e.end_day as end_day, e.id as id
                from event_text x cross join event e
                where x.event_text match {match} and e.text_key = x.rowid and e.public = 1{rest}
                """;
            Sql ofLastDay = ascending
                ? $"x.rowid > (select max(key) from walked) and x.rowid <= (select max(key) | {DayMask} from walked)"
                : (Sql)$"x.rowid < (select min(key) from walked) and x.rowid >= (select min(key) & ~{DayMask} from walked)";
            return $"""
                with walked as materialized (
                {found} and x.rowid >= {keys.Low} and x.rowid <= {keys.High} order by x.rowid {order} limit {ahead})
                select public, start_day, end_day, id from (
                select * from walked union all {found} and {ofLastDay} and (select count(*) from walked) = {ahead} and
                  (select count(*) from walked where start_day <> (select {last}(start_day) from walked)) < {most}) found
                order by start_day {order}, end_day {order}, id {order} limit {most}
                """;
        }

        private static long DayMask => (1L << ReadModel.TextKeySeqBits) - 1;

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
