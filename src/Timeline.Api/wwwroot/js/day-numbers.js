// Days as whole numbers since 1970-01-01 in the proleptic Gregorian calendar, years counted astronomically (0 is 1 BC).

const dayInMilliseconds = 86400000;
const floor = Math.floor;

export function toDayNumber(year, month = 1, day = 1) {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return floor(date.getTime() / dayInMilliseconds);
}

export const toDate = dayNumber => new Date(floor(dayNumber) * dayInMilliseconds);

export const today = () => Date.now() / dayInMilliseconds;

/** A day number from YYYY-MM-DD, also with a minus; null where there is none. */
export function parseDay(text) {
  const parts = /^(-?\d{4,})-(\d\d)-(\d\d)/.exec(text ?? "");
  return parts ? toDayNumber(+parts[1], +parts[2], +parts[3]) : null;
}

function toParts(dayNumber) {
  const date = toDate(dayNumber);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const twoDigits = number => String(number).padStart(2, "0");
const yearText = year => (year < 0 ? "-" : "") + String(Math.abs(year)).padStart(4, "0");
const monthText = ({ year, month }) => `${yearText(year)}-${twoDigits(month)}`;
const dayText = parts => `${monthText(parts)}-${twoDigits(parts.day)}`;

/** First and last day of a year, month or day as the API takes them; null for anything else. */
export function periodBounds(text) {
  const parts = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec((text ?? "").trim());
  if (!parts) return null;
  const [year, month, day] = [+parts[1], Number(parts[2] ?? 0), Number(parts[3] ?? 0)];
  if (day) return [toDayNumber(year, month, day), toDayNumber(year, month, day)];
  if (month) return [toDayNumber(year, month), toDayNumber(year, month + 1) - 1];
  return [toDayNumber(year), toDayNumber(year + 1) - 1];
}

/** The shortest pair of texts for the API that means the range: years or months where it is made of whole ones, else days. */
export function rangeTexts(first, last) {
  const [start, end, lastDay] = [toParts(first), toParts(last + 1), toParts(last)];
  const isMonths = start.day === 1 && end.day === 1;
  if (!isMonths) return [dayText(start), dayText(lastDay)];
  const isYears = start.month === 1 && end.month === 1;
  return isYears ? [yearText(start.year), yearText(end.year - 1)] : [monthText(start), monthText(lastDay)];
}

/** The first day of the step that holds the day; `unit` is day, week, month or year. */
export function stepStart(dayNumber, unit, size) {
  if (unit === "day") return floor(dayNumber / size) * size;
  if (unit === "week") return floor((dayNumber + 3) / 7) * 7 - 3;
  const { year, month } = toParts(dayNumber);
  if (unit === "month") return toDayNumber(year, floor((month - 1) / size) * size + 1);
  return toDayNumber(roundYear(year, size));
}

/** The first day of the step after one that starts on the day. */
export function nextStep(dayNumber, unit, size) {
  if (unit === "day") return dayNumber + size;
  if (unit === "week") return dayNumber + 7;
  const { year, month } = toParts(dayNumber);
  if (unit === "month") return toDayNumber(year, month + size);
  const next = roundYear(year + size, size);
  return toDayNumber(next <= year ? year + size : next);
}

/** The last round year up to this one as people count them: …, 200 BC, 100 BC, 1, 100, 200, … */
function roundYear(year, size) {
  if (size === 1) return year;
  if (year > 0) return Math.max(1, floor(year / size) * size);
  return 1 - Math.ceil((1 - year) / size) * size;
}
