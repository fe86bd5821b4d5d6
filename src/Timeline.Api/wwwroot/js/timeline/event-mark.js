// The mark of an event, as precise as its source: the days it can mean, and how each of its edges looks.
import { parseDay } from "../day-numbers.js";
import { standingStyle } from "../vocabulary.js";

/** Radius of a point and half the height of a bar, in pixels. */
export const [pointRadius, halfHeight] = [5, 8];

/** The marking of css/vocabulary.css under which nothing is filled: what is not settled has no body. */
export const isHollow = mark => mark.marking === "hollow" || mark.marking === "dashed";

/** Whether words on the mark would be crossed out by its marking. */
export const isCrossed = mark => mark.marking === "striped" || mark.marking === "struck";

/** First day and the day after the last (null: open), the look of both edges ("sharp", "fading" or "open"), colour and marking. */
export function markOf(event) {
  const date = event.date ?? "";
  const [from, to] = date.includes("/") ? date.split("/") : [date, date];
  const [first, last] = [parseDay(event.earliest), parseDay(event.latest)];
  return {
    start: first,
    end: last === null ? null : last + 1,
    left: edge(first, from),
    right: edge(last, to),
    isThroughout: event.extent === "throughout",
    isUncertain: event.uncertain,
    ...styleOfMark(event.standing),
  };
}

export function styleOfMark(standing) {
  const { colour, marking } = standingStyle(standing);
  return { colour, marking };
}

function edge(day, text) {
  if (day === null) return "open";
  return /[~%]/.test(text) ? "fading" : "sharp";
}

export const isSharp = mark => mark.left === "sharp" && mark.right === "sharp";

/** Whether the mark from x0 to x1 is too short for a bar and drawn as a point. */
export function isPoint(mark, x0, x1) {
  const isBounded = mark.left !== "open" && mark.right !== "open";
  return isBounded && x1 - x0 < 2 * pointRadius + 2;
}
