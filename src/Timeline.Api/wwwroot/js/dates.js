// Dates for people, in their language; the exact EDTF stays beside it for machines.
import { dateOf, dayOf, parseDay } from "./days.js";
import { h } from "./dom.js";

const locale = navigator.languages?.length ? [...navigator.languages] : undefined;
const made = new Map();
function format(options, day) {
  const early = dateOf(day).getUTCFullYear() < 100;
  const key = JSON.stringify(options) + early;
  if (!made.has(key))
    made.set(
      key,
      new Intl.DateTimeFormat(locale, { timeZone: "UTC", calendar: "gregory", ...options, ...(early ? { era: "short" } : {}) }),
    );
  return made.get(key);
}

export const numeral = new Intl.NumberFormat(locale);
export const number = value => numeral.format(value);
export const yearName = day => format({ year: "numeric" }, day).format(dateOf(day));
export const monthName = (day, length = "long") => format({ year: "numeric", month: length }, day).format(dateOf(day));
export const shortMonth = day => format({ month: "short" }, day).format(dateOf(day));
export const dayName = (day, month = "long") => format({ year: "numeric", month, day: "numeric" }, day).format(dateOf(day));
export const dayOfMonth = day => format({ day: "numeric" }, 0).format(dateOf(day));
export const rangeName = (first, last, options = { year: "numeric", month: "short", day: "numeric" }) =>
  first === last
    ? format(options, first).format(dateOf(first))
    : format(options, Math.min(first, last)).formatRange(dateOf(first), dateOf(last));

/** When something was recorded, an instant, in the reader's own time zone. */
export const instant = text => new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(new Date(text));

const groupings = {
  21: "spring",
  22: "summer",
  23: "autumn",
  24: "winter",
  25: "northern spring",
  26: "northern summer",
  27: "northern autumn",
  28: "northern winter",
  29: "southern spring",
  30: "southern summer",
  31: "southern autumn",
  32: "southern winter",
  33: "first quarter",
  34: "second quarter",
  35: "third quarter",
  36: "fourth quarter",
  37: "first third",
  38: "second third",
  39: "last third",
  40: "first half",
  41: "second half",
};

function point(text) {
  const plain = text.replace(/[?~%]/g, "");
  let found;
  if ((found = /^(-?\d{4})-(\d\d)-(\d\d)/.exec(plain))) return dayName(dayOf(+found[1], +found[2], +found[3]));
  if ((found = /^(-?\d{4})-(\d\d)$/.exec(plain))) {
    const [year, month] = [+found[1], +found[2]];
    return month <= 12 ? monthName(dayOf(year, month)) : groupings[month] ? `${groupings[month]} ${yearName(dayOf(year))}` : text;
  }
  if ((found = /^(-?\d{4})$/.exec(plain))) return yearName(dayOf(+found[1]));
  if ((found = /^(\d{3})X$/.exec(plain))) return `${found[1]}0s`;
  if ((found = /^(\d\d)XX$/.exec(plain))) return `${found[1]}00s`;
  if ((found = /^(\d{4})-XX$/.exec(plain))) return `some month of ${found[1]}`;
  if ((found = /^(\d{4})-(\d\d)-XX$/.exec(plain))) return `some day of ${monthName(dayOf(+found[1], +found[2]))}`;
  return text;
}

const qualified = text => (/[~%]/.test(text) ? "about " : "") + (/[?%]/.test(text) ? "possibly " : "");

function interval(text) {
  const [from, to] = text.split("/");
  if (from === "" || from === "..") return to === "" || to === ".." ? "at any time" : `until ${qualified(to)}${point(to)}`;
  if (to === "" || to === "..") return `${qualified(from)}since ${point(from)}`;
  const [a, b] = [from, to].map(end => end.replace(/[?~%]/g, ""));
  const same = a.length === b.length && /^-?\d{4}(-\d\d){0,2}$/.test(a) && /^-?\d{4}(-\d\d){0,2}$/.test(b);
  const months = +a.split("-").at(1) <= 12;
  if (!same || (a.match(/-/g)?.length === 1 && !months)) return `${qualified(from)}${point(from)} to ${qualified(to)}${point(to)}`;
  const full = piece => parseDay(piece.padEnd(piece.startsWith("-") ? 11 : 10, "-01-01".slice((piece.replace(/^-/, "").length - 4) % 6)));
  const dashes = a.replace(/^-/, "").length;
  const options =
    dashes === 4
      ? { year: "numeric" }
      : dashes === 7
        ? { year: "numeric", month: "long" }
        : { year: "numeric", month: "long", day: "numeric" };
  return qualified(from + to) + rangeName(full(a), full(b), options);
}

/** An EDTF date in words; "undated" for null. */
export function describe(edtf) {
  if (!edtf) return "undated";
  const set = /^([[{])(.*)[\]}]$/.exec(edtf);
  if (set) {
    const members = set[2]
      .split(",")
      .map(member => (member.includes("..") ? member.replace("..", " to ") : qualified(member) + point(member)));
    return new Intl.ListFormat("en", { type: set[1] === "[" ? "disjunction" : "conjunction" }).format(members);
  }
  return edtf.includes("/") ? interval(edtf) : qualified(edtf) + point(edtf);
}

/** A <time> that shows words and keeps the exact date. */
export function when(thing, tag = "time") {
  const exact = thing.date && thing.earliest === thing.latest ? thing.earliest : null;
  const bounds = thing.date ? `${thing.date} (${thing.earliest ?? "…"} to ${thing.latest ?? "…"})` : "no date";
  return h(tag, { ...(exact && tag === "time" && !exact.startsWith("-") ? { dateTime: exact } : {}), title: bounds }, describe(thing.date));
}
