// Answers some of the product's addresses with the product's JSON, member for member, from the same SQLite file: prepared statements on
// its indexes, one process, as a good programmer writes it in Node. Usage: node server.js FILE PORT
const Database = require('better-sqlite3');
const fastify = require('fastify');

const [, , file, port] = process.argv;
const UNDATED = 3300000;
const OPEN = new Set([-5000000, 3000000, UNDATED]);
const database = new Database(file, { readonly: true });
database.pragma('mmap_size = 2147418112');
database.pragma('cache_size = -65536');

const columns = `e.id, e.title, e.title_from, e.summary, e.kind, e.tags, e.date, e.start_day, e.end_day, e.precision, e.approximate,
  e.uncertain, e.extent, e.phrase, e.anchor, e.alternatives, e.date_from, e.standing, e.review, e.actors, e.claim_count, e.article_count,
  e.version, e.created_at, e.updated_at`;
const order = (t) => `order by ${t}.start_day desc, ${t}.end_day desc, ${t}.id desc limit 51`;
const prepare = (sql) => database.prepare(sql).safeIntegers();

const inRange = prepare(`select ${columns} from event e where e.public = 1 and e.start_day between ? and ? ${order('e')}`);
const runningAt = prepare(
  `select ${columns} from event e where e.public = 1 and e.length_class > 0 and e.start_day < ? and e.end_day >= ? ${order('e')}`,
);
const undated = database.prepare(`select count(*) from event where public = 1 and start_day = ${UNDATED}`).pluck();
const actor = prepare('select id, slug from actor where slug = ? and public = 1');
const join = 'e.time_key = t.time_key';
const ofActor = prepare(
  `select ${columns} from event_term t cross join event e
   where t.term = ? and t.public = 1 and t.start_day between ? and ? and ${join} ${order('e')}`,
);
const ofActorRunning = prepare(
  `select ${columns} from event_term t cross join event e
   where t.term = ? and t.public = 1 and t.length_class > 0 and t.start_day < ? and t.end_day >= ? and ${join} ${order('e')}`,
);
const undatedOfActor = database
  .prepare(`select count(*) from event_term where term = ? and public = 1 and start_day = ${UNDATED}`)
  .pluck();
const withWords = prepare(
  `select ${columns} from event_text x cross join event e
   where x.event_text match ? and e.time_key = x.rowid order by x.rowid desc limit 51`,
);
const single = prepare(`select ${columns} from event e where e.id = ? and e.public = 1`);

const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';
const idText = (id) =>
  'evt_' + [...id.toString(32).padStart(13, '0')].map((digit) => DIGITS[parseInt(digit, 32)]).join('');
const idNumber = (text) => [...text.slice(4)].reduce((number, digit) => number * 32n + BigInt(DIGITS.indexOf(digit)), 0n);
const dayText = (number) => (OPEN.has(number) ? null : new Date(number * 86400000).toISOString().slice(0, 10));
const dayNumber = (text) => Math.floor(Date.parse(text) / 86400000);

const toEvent = (row) => ({
  id: idText(row.id),
  title: row.title,
  titleFrom: row.title_from,
  summary: row.summary,
  kind: row.kind,
  tags: JSON.parse(row.tags),
  date: row.date,
  earliest: dayText(Number(row.start_day)),
  latest: dayText(Number(row.end_day)),
  precision: row.precision,
  approximate: row.approximate === 1n,
  uncertain: row.uncertain === 1n,
  extent: row.extent,
  phrase: row.phrase,
  anchor: row.anchor,
  alternatives: JSON.parse(row.alternatives),
  dateFrom: row.date_from,
  standing: row.standing,
  review: row.review,
  actors: JSON.parse(row.actors),
  claimCount: Number(row.claim_count),
  articleCount: Number(row.article_count),
  version: Number(row.version),
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

const toPage = (rows, undatedCount, resolved) => {
  const items = rows.slice(0, 50);
  const last = items[items.length - 1];
  return {
    items: items.map(toEvent),
    nextCursor:
      rows.length > 50 ? Buffer.from(`${last.start_day},${last.end_day},${last.id}`).toString('base64url') : null,
    undated: undatedCount,
    resolved,
    hints: [],
  };
};

const listEvents = ({ from, to, actor: slug, q }) => {
  if (q) return toPage(withWords.all(`words : ("${q.toLowerCase()}")`), 0, []);
  const [first, last] = [dayNumber(from), dayNumber(to)];
  if (slug) {
    const found = actor.get(slug);
    const term = `actor:${found.id}`;
    const rows = ofActor.all(term, first, last);
    if (rows.length < 51) rows.push(...ofActorRunning.all(term, first, first));
    const resolved = [{ parameter: 'actor', input: slug, id: found.slug, matched: 'id' }];
    return toPage(rows, undatedOfActor.get(term), resolved);
  }
  const rows = inRange.all(first, last);
  if (rows.length < 51) rows.push(...runningAt.all(first, first));
  return toPage(rows, undated.get(), []);
};

const app = fastify();
app.get('/v1/events', (request, reply) => reply.send(listEvents(request.query)));
app.get('/v1/events/:id', (request, reply) => reply.send(toEvent(single.get(idNumber(request.params.id)))));
app.listen({ port: Number(port), host: '127.0.0.1' });
