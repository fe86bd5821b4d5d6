// Which range of time to show first.
import { parseDay } from "../day-numbers.js";

/** First day and the day after the last of each event that has either. */
function rangesOf(events) {
  return events
    .map(({ earliest, latest }) => [parseDay(earliest) ?? parseDay(latest), parseDay(latest) ?? parseDay(earliest)])
    .filter(([first]) => first !== null)
    .map(([first, last]) => [first, last + 1]);
}

const hull = ranges => [Math.min(...ranges.map(([start]) => start)), Math.max(...ranges.map(([, end]) => end))];

/** First day and the day after the last; null where nothing is dated. */
export function extentOf(events) {
  const ranges = rangesOf(events);
  return ranges.length ? hull(ranges) : null;
}

/** The range that holds nine tenths of the events, where that is far shorter than all of it; else null. */
export function densestRange(events) {
  const ranges = rangesOf(events).sort((a, b) => a[0] - b[0]);
  if (ranges.length < 5) return null;
  const count = Math.ceil(ranges.length * 0.9);
  const candidates = ranges.slice(0, ranges.length - count + 1).map((_, from) => hull(ranges.slice(from, from + count)));
  const lengthOf = ([start, end]) => end - start;
  const densest = candidates.reduce((best, range) => (lengthOf(range) < lengthOf(best) ? range : best));
  return lengthOf(densest) < lengthOf(hull(ranges)) * 0.4 ? densest : null;
}

/** The range with room around it: at least some weeks, and at the right for the label of the last event. */
export function withMargins([start, end], labelShare, share = 0.04) {
  const length = end - start;
  const margin = Math.max(length < 40 ? 15 : 0, length * share);
  return [start - margin, end + margin + length * labelShare];
}
