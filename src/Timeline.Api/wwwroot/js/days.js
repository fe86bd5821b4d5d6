// Days as whole numbers since 1970-01-01 in the proleptic Gregorian calendar, years counted astronomically (0 is 1 BC).

const DAY = 86400000;
const floor = Math.floor;

export function dayOf(year, month = 1, day = 1) {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return floor(date.getTime() / DAY);
}

export const dateOf = day => new Date(floor(day) * DAY);

/** A day number from YYYY-MM-DD, also with a minus; null where there is none. */
export function parseDay(text) {
  const parts = /^(-?\d{4,})-(\d\d)-(\d\d)/.exec(text ?? "");
  return parts ? dayOf(+parts[1], +parts[2], +parts[3]) : null;
}

export function parts(day) {
  const date = dateOf(day);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const two = number => String(number).padStart(2, "0");
export const yearText = year => (year < 0 ? "-" : "") + String(Math.abs(year)).padStart(4, "0");

/** YYYY-MM-DD, as the API takes it. */
export function dayText(day) {
  const { year, month, day: date } = parts(day);
  return `${yearText(year)}-${two(month)}-${two(date)}`;
}

/** First and last day of a year, month or day as the API takes them; null for anything else. */
export function bounds(text) {
  const point = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec((text ?? "").trim());
  if (!point) return null;
  const [year, month, day] = [+point[1], point[2] && +point[2], point[3] && +point[3]];
  if (day) return [dayOf(year, month, day), dayOf(year, month, day)];
  if (month) return [dayOf(year, month), dayOf(year, month + 1) - 1];
  return [dayOf(year), dayOf(year + 1) - 1];
}

/** The shortest text that means the range: a year or month where it is one, else days. */
export function rangeText(first, last) {
  const [a, b] = [parts(first), parts(last + 1)];
  if (a.day === 1 && b.day === 1) {
    if (a.month === 1 && b.month === 1) return [yearText(a.year), yearText(b.year - 1)];
    const end = parts(last);
    return [`${yearText(a.year)}-${two(a.month)}`, `${yearText(end.year)}-${two(end.month)}`];
  }
  return [dayText(first), dayText(last)];
}

/** The first day of the step that holds the day; unit is day, week, month or year. */
export function stepStart(day, unit, size) {
  if (unit === "day") return floor(day / size) * size;
  if (unit === "week") return floor((day + 3) / 7) * 7 - 3;
  const { year, month } = parts(day);
  if (unit === "month") return dayOf(year, floor((month - 1) / size) * size + 1);
  return dayOf(roundYear(year, size));
}

export function stepNext(day, unit, size) {
  if (unit === "day") return day + size;
  if (unit === "week") return day + 7;
  const { year, month } = parts(day);
  if (unit === "month") return dayOf(year, month + size);
  return dayOf(roundYear(year + size, size) <= year ? year + size : roundYear(year + size, size));
}

/** The last round year up to this one as people count them: …, 200 BC, 100 BC, 1, 100, 200, … */
function roundYear(year, size) {
  if (size === 1) return year;
  if (year > 0) return Math.max(1, floor(year / size) * size);
  return 1 - Math.ceil((1 - year) / size) * size;
}
