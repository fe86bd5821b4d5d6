// What a reader understood: the first and the last day of each event, in the zone of the machine.
const two = number => String(number).padStart(2, "0");

export function day(date) {
  const year = date.getFullYear();
  const digits = String(Math.abs(year)).padStart(4, "0");
  return `${year < 0 ? "-" : ""}${digits}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

// An exclusive end, which must be a midnight: the day before it.
export function before(date) {
  if (date.getHours() + date.getMinutes() + date.getSeconds() !== 0) throw new Error(`${date} is no midnight`);
  const earlier = new Date(date);
  earlier.setDate(earlier.getDate() - 1);
  return day(earlier);
}

export const tell = events => console.log(JSON.stringify(events));
