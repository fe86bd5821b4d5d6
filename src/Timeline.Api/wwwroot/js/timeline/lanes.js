// Which event stands in which lane and row. Depends on the zoom, never on where the window is, so that panning moves nothing about.
import { isPoint, padding, shape, standings } from "./marks.js";

export const rowHeight = 25,
  headHeight = 26;
const most = { lanes: 9, rows: 64 };
const rank = { speaker: 0, subject: 1, addressee: 2, mentioned: 3 };

/** Lanes of rows: [{ name, top, height, items: [{ event, mark, row, label }] }]. `measure` gives the width of a label in pixels. */
export function layout(events, { by, filtered, scale, measure, compact }) {
  const groups = grouped(events, by, filtered);
  const limit = Math.max(5, Math.floor(most.rows / groups.length));
  let top = 0;
  return groups.map(([name, members]) => {
    const { items, rows } = packed(members, scale, measure, limit, compact ? 150 : 250);
    const lane = { name, items, top, height: rows * rowHeight + (name === null ? 8 : headHeight + 6) };
    top += lane.height;
    return lane;
  });
}

function grouped(events, by, filtered) {
  if (by === "none") return [[null, events]];
  const keyed = by === "actor" ? actorOf(events, filtered) : event => event[by];
  const groups = Map.groupBy(events, keyed);
  if (groups.size === 1 && groups.has(others)) return [[null, events]];
  const order = by === "standing" ? Object.keys(standings) : null;
  return [...groups].sort(([a, x], [b, y]) =>
    order ? order.indexOf(a) - order.indexOf(b) : (a === others) - (b === others) || y.length - x.length,
  );
}

const others = "Others";

/** The lane of an event is its likeliest doer who has a lane: speakers before subjects, subjects before those only mentioned. */
function actorOf(events, filtered) {
  const doers = event => [...event.actors].sort((a, b) => lowest(a) - lowest(b));
  const counts = new Map();
  for (const event of events)
    for (const [place, actor] of doers(event).entries())
      if (!filtered.has(actor.id)) counts.set(actor.name, (counts.get(actor.name) ?? 0) + (place === 0 ? 1 : 0.2));
  const kept = new Set(
    [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, most.lanes - 1)
      .map(([name]) => name),
  );
  return event => doers(event).find(actor => kept.has(actor.name))?.name ?? others;
}

const lowest = actor => Math.min(...actor.roles.map(role => rank[role] ?? 4), 4);

/** Greedy: each event into the first row that has room for mark and label; what finds none is heaped up, without words, in a last row. */
function packed(events, scale, measure, limit, longestLabel) {
  const dated = events
    .map(event => ({ event, mark: shape(event) }))
    .sort((a, b) => (a.mark.start ?? -1e9) - (b.mark.start ?? -1e9) || (b.mark.end ?? 1e9) - (a.mark.end ?? 1e9));
  const ends = [];
  let heaped = false;
  const items = dated.map(({ event, mark }) => {
    const x0 = (mark.start ?? -1e8) * scale.per,
      x1 = (mark.end ?? 1e8) * scale.per;
    const point = isPoint(mark, x0, x1);
    const left = point ? (x0 + x1) / 2 - 6 : x0,
      right = point ? left + 12 : x1;
    const label = Math.min(longestLabel, measure(event.title)) + 10;
    const inside = right - left > label + padding && mark.standing !== "disputed" && mark.standing !== "denied";
    const wanted = inside ? right : right + label;
    let row = ends.findIndex(end => end <= left);
    if (row < 0 && ends.length < limit) row = ends.push(-Infinity) - 1;
    if (row < 0) {
      heaped = true;
      return { event, mark, row: limit, label: 0 };
    }
    ends[row] = wanted + 8;
    return { event, mark, row, label, inside };
  });
  return { items, rows: Math.max(1, ends.length + (heaped ? 1 : 0)) };
}
