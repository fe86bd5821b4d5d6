// Which event stands in which lane and row. Depends on the zoom, never on where the window is, so that panning moves nothing about.
import { words } from "../vocabulary.js";
import { isCrossed, isPoint, markOf } from "./event-mark.js";

export const [rowHeight, headHeight] = [25, 26];

/** Room between the edge of a bar and the words on it. */
export const labelPadding = 8;

const [maxLanes, maxRows, minRowsPerLane] = [9, 64, 5];

/**
 * Lanes of rows: [{ name, top, height, items: [{ event, mark, row, labelWidth, isInside }] }]. `measure` gives the width of a
 * label in pixels.
 */
export function layOutLanes(events, { by, filteredActors, scale, measure, isCompact }) {
  const groups = groupEvents(events, by, filteredActors);
  const maxRowsPerLane = Math.max(minRowsPerLane, Math.floor(maxRows / groups.length));
  const maxLabel = isCompact ? 150 : 250;
  let top = 0;
  return groups.map(([name, members]) => {
    const { items, rows } = packRows(members, { scale, measure, maxRowsPerLane, maxLabel });
    const lane = { name, items, top, height: rows * rowHeight + (name === null ? 8 : headHeight + 6) };
    top += lane.height;
    return lane;
  });
}

const others = "Others";

function groupEvents(events, by, filteredActors) {
  if (by === "none") return [[null, events]];
  const laneOf = by === "actor" ? actorLanes(events, filteredActors) : valueLane(by);
  const groups = Map.groupBy(events, laneOf);
  if (groups.size === 1 && groups.has(others)) return [[null, events]];
  return [...groups].sort(([a, x], [b, y]) => (a === others) - (b === others) || y.length - x.length);
}

const valueLane = field => event => (event[field] ? words(String(event[field])) : others);

/** The lane of an event is its likeliest doer who has a lane: speakers before subjects, subjects before those only mentioned. */
function actorLanes(events, filteredActors) {
  const weights = new Map();
  for (const event of events) {
    for (const [index, actor] of doersFirst(event).entries()) {
      if (filteredActors.has(actor.id)) continue;
      weights.set(actor.name, (weights.get(actor.name) ?? 0) + (index === 0 ? 1 : 0.2));
    }
  }
  const heaviest = [...weights].sort((a, b) => b[1] - a[1]).slice(0, maxLanes - 1);
  const laneNames = new Set(heaviest.map(([name]) => name));
  return event => doersFirst(event).find(actor => laneNames.has(actor.name))?.name ?? others;
}

const roleRanks = { speaker: 0, subject: 1, addressee: 2, mentioned: 3 };
const lowestRank = 4;
const rankOf = actor => Math.min(...actor.roles.map(role => roleRanks[role] ?? lowestRank), lowestRank);
const doersFirst = event => [...event.actors].sort((a, b) => rankOf(a) - rankOf(b));

const [beforeAll, afterAll] = [-1e9, 1e9];
const byStartThenLongest = (a, b) =>
  (a.mark.start ?? beforeAll) - (b.mark.start ?? beforeAll) || (b.mark.end ?? afterAll) - (a.mark.end ?? afterAll);

/** Greedy: each event into the first row that has room for mark and label; what finds none goes, without a label, into one last row. */
function packRows(events, { scale, measure, maxRowsPerLane, maxLabel }) {
  const marked = events.map(event => ({ event, mark: markOf(event) })).sort(byStartThenLongest);
  const rowEnds = [];
  let hasOverflow = false;
  const items = marked.map(({ event, mark }) => {
    const { left, right } = extentInPixels(mark, scale);
    const labelWidth = Math.min(maxLabel, measure(event.title)) + 10;
    const isInside = right - left > labelWidth + labelPadding && !isCrossed(mark);
    let row = rowEnds.findIndex(end => end <= left);
    if (row < 0 && rowEnds.length < maxRowsPerLane) row = rowEnds.push(-Infinity) - 1;
    if (row < 0) {
      hasOverflow = true;
      return { event, mark, row: maxRowsPerLane, labelWidth: 0 };
    }
    rowEnds[row] = (isInside ? right : right + labelWidth) + 8;
    return { event, mark, row, labelWidth, isInside };
  });
  return { items, rows: Math.max(1, rowEnds.length + (hasOverflow ? 1 : 0)) };
}

function extentInPixels(mark, { pixelsPerDay }) {
  const x0 = (mark.start ?? -1e8) * pixelsPerDay;
  const x1 = (mark.end ?? 1e8) * pixelsPerDay;
  if (!isPoint(mark, x0, x1)) return { left: x0, right: x1 };
  const left = (x0 + x1) / 2 - 6;
  return { left, right: left + 12 };
}
