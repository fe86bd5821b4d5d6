// EDTF dates in words, in the language of the reader; the exact date stays beside them for machines.
import { formatDay, formatMonth, formatRange, formatYear } from "./date-format.js";
import { parseDay, toDayNumber } from "./day-numbers.js";
import { h } from "./dom.js";

/** What EDTF writes as the months 21 to 41. */
const partsOfYear = [
  ...["spring", "summer", "autumn", "winter"],
  ...["northern spring", "northern summer", "northern autumn", "northern winter"],
  ...["southern spring", "southern summer", "southern autumn", "southern winter"],
  ...["first quarter", "second quarter", "third quarter", "fourth quarter"],
  ...["first third", "second third", "last third", "first half", "second half"],
];

function describeMonth(year, month) {
  if (month <= 12) return formatMonth(toDayNumber(year, month));
  const part = partsOfYear[month - 21];
  return part ? `${part} ${formatYear(toDayNumber(year))}` : null;
}

const pointForms = [
  [/^(-?\d{4})-(\d\d)-(\d\d)/, (year, month, day) => formatDay(toDayNumber(+year, +month, +day))],
  [/^(-?\d{4})-(\d\d)$/, (year, month) => describeMonth(+year, +month)],
  [/^(-?\d{4})$/, year => formatYear(toDayNumber(+year))],
  [/^(\d{3})X$/, decade => `${decade}0s`],
  [/^(\d\d)XX$/, century => `${century}00s`],
  [/^(\d{4})-XX$/, year => `some month of ${year}`],
  [/^(\d{4})-(\d\d)-XX$/, (year, month) => `some day of ${formatMonth(toDayNumber(+year, +month))}`],
];

const withoutQualifiers = text => text.replace(/[?~%]/g, "");

function describePoint(text) {
  const plain = withoutQualifiers(text);
  const [form, describe] = pointForms.find(([form]) => form.test(plain)) ?? [];
  return form ? (describe(...form.exec(plain).slice(1)) ?? text) : text;
}

const qualifiersOf = text => (/[~%]/.test(text) ? "about " : "") + (/[?%]/.test(text) ? "possibly " : "");
const qualifiedPoint = text => qualifiersOf(text) + describePoint(text);
const isOpen = end => end === "" || end === "..";

function describeInterval(text) {
  const [from, to] = text.split("/");
  if (isOpen(from)) return isOpen(to) ? "at any time" : `until ${qualifiedPoint(to)}`;
  if (isOpen(to)) return `${qualifiersOf(from)}since ${describePoint(from)}`;
  const range = describeRange(withoutQualifiers(from), withoutQualifiers(to));
  return range ? qualifiersOf(from + to) + range : `${qualifiedPoint(from)} to ${qualifiedPoint(to)}`;
}

const calendarDate = /^-?\d{4}(-\d\d){0,2}$/;
const rangeOptions = [{ year: "numeric" }, { year: "numeric", month: "long" }, { year: "numeric", month: "long", day: "numeric" }];

/** Two years, two months or two days as one range, "3–5 May 2024"; null for anything else. */
function describeRange(from, to) {
  const areAlike = from.length === to.length && calendarDate.test(from) && calendarDate.test(to);
  if (!areAlike) return null;
  const [, month, day] = from.replace(/^-/, "").split("-");
  const isPartOfYear = month > 12;
  if (isPartOfYear && !day) return null;
  const precision = [month, day].filter(Boolean).length;
  const firstDay = text => parseDay(text + "-01".repeat(2 - precision));
  return formatRange(firstDay(from), firstDay(to), rangeOptions[precision]);
}

function describeSet(members, type) {
  const texts = members.split(",").map(member => (member.includes("..") ? member.replace("..", " to ") : qualifiedPoint(member)));
  return new Intl.ListFormat("en", { type }).format(texts);
}

/** An EDTF date in words; "undated" for null. */
export function describeDate(edtf) {
  if (!edtf) return "undated";
  const set = /^([[{])(.*)[\]}]$/.exec(edtf);
  if (set) return describeSet(set[2], set[1] === "[" ? "disjunction" : "conjunction");
  return edtf.includes("/") ? describeInterval(edtf) : qualifiedPoint(edtf);
}

/** A <time> that shows an event's date in words and keeps the exact one. */
export function timeElement(event) {
  const title = event.date ? `${event.date} (${event.earliest ?? "…"} to ${event.latest ?? "…"})` : "no date";
  const isOneDay = event.date && event.earliest === event.latest;
  // The attribute of HTML knows no years before 1.
  const dateTime = isOneDay && !event.earliest?.startsWith("-") ? event.earliest : null;
  return h("time", { dateTime, title }, describeDate(event.date));
}
