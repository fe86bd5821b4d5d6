// The range of time of a query, in days.
import { periodBounds, rangeTexts } from "./day-numbers.js";

/** The change of a query that gives it the range of these days, both inclusive; null takes its range off. */
export function rangePatch(first, last) {
  if (first === null) return { from: "", to: "" };
  const [from, to] = rangeTexts(first, Math.max(first, last));
  return { from, to };
}

/** First and last day of the query's range, its open sides reaching to the ends of the data; null where it has none. */
export function queryRange(query, extent) {
  const [from, to] = [periodBounds(query.from), periodBounds(query.to)];
  if (!from && !to) return null;
  const first = from ? from[0] : Math.min(extent?.[0] ?? to[0] - 365, to[1]);
  const last = to ? to[1] : Math.max((extent?.[1] ?? from[0] + 366) - 1, from[0]);
  return first <= last ? [first, last] : null;
}
