// Numbers and dates in the language of the reader.
import { toDate } from "./day-numbers.js";

const locale = navigator.languages?.length ? [...navigator.languages] : undefined;
const formatters = new Map();

/** The formatter of these options for the day: with the era where the year alone would be taken for another. */
function formatter(options, dayNumber) {
  const needsEra = toDate(dayNumber).getUTCFullYear() < 100;
  const key = JSON.stringify(options) + needsEra;
  if (!formatters.has(key)) {
    const all = { timeZone: "UTC", calendar: "gregory", ...options, ...(needsEra ? { era: "short" } : {}) };
    formatters.set(key, new Intl.DateTimeFormat(locale, all));
  }
  return formatters.get(key);
}

const format = (options, dayNumber) => formatter(options, dayNumber).format(toDate(dayNumber));

const numbers = new Intl.NumberFormat(locale);
export const formatNumber = value => numbers.format(value);
export const formatYear = day => format({ year: "numeric" }, day);
export const formatMonth = day => format({ year: "numeric", month: "long" }, day);
export const formatShortMonth = day => format({ month: "short" }, day);
export const formatDay = day => format({ year: "numeric", month: "long", day: "numeric" }, day);
// The number of a day in its month needs no era, so that all such days share one formatter.
export const formatDayOfMonth = day => formatter({ day: "numeric" }, 0).format(toDate(day));

const shortDay = { year: "numeric", month: "short", day: "numeric" };

export function formatRange(first, last, options = shortDay) {
  if (first === last) return format(options, first);
  return formatter(options, Math.min(first, last)).formatRange(toDate(first), toDate(last));
}

/** When something was recorded, an instant, in the reader's own time zone. */
export const formatInstant = text => new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(new Date(text));
