// Where to look first.
import { parseDay } from "../days.js";

const spans = events =>
  events
    .map(event => [parseDay(event.earliest) ?? parseDay(event.latest), (parseDay(event.latest) ?? parseDay(event.earliest)) + 1])
    .filter(([first]) => first !== null);

/** First day and the day after the last; null where nothing is dated. */
export function extentOf(events) {
  const all = spans(events);
  return all.length ? [Math.min(...all.map(span => span[0])), Math.max(...all.map(span => span[1]))] : null;
}

/** The part of time that holds nine tenths of the events, where that is far shorter than all of it; else null. */
export function focus(events) {
  const all = spans(events).sort((a, b) => a[0] - b[0]);
  if (all.length < 5) return null;
  const whole = extentOf(events);
  const kept = Math.ceil(all.length * 0.9);
  let best = null;
  for (let from = 0; from + kept <= all.length; from++) {
    const some = all.slice(from, from + kept);
    const window = [some[0][0], Math.max(...some.map(span => span[1]))];
    if (!best || window[1] - window[0] < best[1] - best[0]) best = window;
  }
  return best[1] - best[0] < (whole[1] - whole[0]) * 0.4 ? best : null;
}
