// From days to pixels and back, and where the ticks stand: from centuries down to days.
import { dayOf, stepNext, stepStart } from "../days.js";
import { dayOfMonth, monthName, shortMonth, yearName } from "../dates.js";

const shortest = 4,
  longest = 6000000;
const [first, last] = [dayOf(-9999), dayOf(10000)];

export function scale(d0, d1, width) {
  const per = width / (d1 - d0);
  return { d0, d1, width, per, x: day => (day - d0) * per, day: x => d0 + x / per };
}

/** The same window moved and zoomed: the day under `at` (a pixel) stays where it is. */
export function moved({ d0, d1, width }, { factor = 1, at = width / 2, by = 0 }) {
  const span = Math.min(longest, Math.max(shortest, (d1 - d0) * factor));
  const held = d0 + ((d1 - d0) * at) / width;
  let start = held - (span * at) / width - (by * span) / width;
  start = Math.min(Math.max(start, first), Math.max(first, last - span));
  return [start, start + span];
}

const steps = [
  ["day", 1, 1],
  ["week", 1, 7],
  ["month", 1, 30.4],
  ["month", 3, 91.3],
  ["month", 6, 182.6],
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].map(years => ["year", years, years * 365.25]),
];

const names = { day: dayOfMonth, week: dayOfMonth, month: shortMonth, year: yearName };

/** Ticks with a name each, and the larger units they stand in. */
export function ticks(scale, room = 56) {
  const [unit, size] = steps.find(([unit, , days]) => days * scale.per >= (unit === "day" ? room * 0.5 : room)) ?? steps.at(-1);
  const above = unit === "day" || unit === "week" ? ["month", 1] : unit === "month" ? ["year", 1] : null;
  const minor = walk(scale, unit, size).map(day => ({ day, name: names[unit](day) }));
  if (!above) return { minor, major: [] };
  const name = above[0] === "month" ? day => monthName(day) : yearName;
  return { minor, major: walk(scale, ...above).map(day => ({ day, name: name(day), end: stepNext(day, ...above) })) };
}

function walk({ d0, d1 }, unit, size) {
  const found = [];
  for (let day = stepStart(Math.floor(d0), unit, size); day <= d1 && found.length < 400; day = stepNext(day, unit, size)) found.push(day);
  return found;
}

/** The interval of buckets that gives about `most` bars over so many days. */
export function bucketFor(days, most = 120) {
  const lengths = { day: 1, week: 7, month: 30.4, quarter: 91.3, year: 365.25, decade: 3652.5 };
  return Object.keys(lengths).find(name => days / lengths[name] <= most) ?? "decade";
}
