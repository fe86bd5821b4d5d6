// From days to pixels and back, and where the ticks stand: from thousands of years down to days.
import { nextStep, stepStart, toDayNumber } from "../day-numbers.js";
import { formatDayOfMonth, formatMonth, formatShortMonth, formatYear } from "../date-format.js";

const [shortestSpan, longestSpan] = [4, 6000000];
const [firstDay, lastDay] = [toDayNumber(-9999), toDayNumber(10000)];

/** A linear scale that shows the days from `start` to `end` in so many pixels. */
export function timeScale(start, end, width) {
  const pixelsPerDay = width / (end - start);
  return { start, end, width, pixelsPerDay, x: day => (day - start) * pixelsPerDay, day: x => start + x / pixelsPerDay };
}

/** The range after a zoom around the pixel `at`, whose day stays where it is, and a pan `by` pixels. */
export function transformRange({ start, end, width }, { factor = 1, at = width / 2, by = 0 }) {
  const span = Math.min(longestSpan, Math.max(shortestSpan, (end - start) * factor));
  const fixedDay = start + ((end - start) * at) / width;
  const wanted = fixedDay - (span * at) / width - (by * span) / width;
  const newStart = Math.min(Math.max(wanted, firstDay), Math.max(firstDay, lastDay - span));
  return [newStart, newStart + span];
}

const years = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

/** From the finest to the coarsest: the unit, how many of it, the approximate length in days. */
const tickSteps = [
  ["day", 1, 1],
  ["week", 1, 7],
  ["month", 1, 30.4],
  ["month", 3, 91.3],
  ["month", 6, 182.6],
  ...years.map(size => ["year", size, size * 365.25]),
];

const tickFormats = { day: formatDayOfMonth, week: formatDayOfMonth, month: formatShortMonth, year: formatYear };
const majorUnits = { day: "month", week: "month", month: "year" };
const majorFormats = { month: formatMonth, year: formatYear };

/** Ticks at least `minDistance` pixels apart, each with its label, and the larger units they stand in. */
export function ticks(scale, minDistance = 56) {
  const fits = ([unit, , days]) => days * scale.pixelsPerDay >= (unit === "day" ? minDistance / 2 : minDistance);
  const [unit, size] = tickSteps.find(fits) ?? tickSteps.at(-1);
  const minor = tickDays(scale, unit, size).map(day => ({ day, label: tickFormats[unit](day) }));
  const majorUnit = majorUnits[unit];
  if (!majorUnit) return { minor, major: [] };
  const majorTick = day => ({ day, label: majorFormats[majorUnit](day), end: nextStep(day, majorUnit, 1) });
  return { minor, major: tickDays(scale, majorUnit, 1).map(majorTick) };
}

const maxTicks = 400;

function tickDays({ start, end }, unit, size) {
  const days = [];
  let day = stepStart(Math.floor(start), unit, size);
  while (day <= end && days.length < maxTicks) {
    days.push(day);
    day = nextStep(day, unit, size);
  }
  return days;
}
