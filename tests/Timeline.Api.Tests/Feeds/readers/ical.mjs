import ICAL from "ical.js";
import { tell } from "./days.mjs";

const two = number => String(number).padStart(2, "0");
const text = date => `${String(date.year).padStart(4, "0")}-${two(date.month)}-${two(date.day)}`;
const source = await (await fetch(process.argv[2])).text();
const calendar = new ICAL.Component(ICAL.parse(source));
for (const line of source.split("\r\n")) if (new TextEncoder().encode(line).length > 75) throw new Error(`unfolded: ${line}`);
if (/[^\r]\n/.test(source)) throw new Error("a line ends without CR");
tell(
  calendar.getAllSubcomponents("vevent").map(component => {
    const event = new ICAL.Event(component);
    if (!event.startDate.isDate) throw new Error(`${event.uid} has a time of day`);
    if (component.getFirstPropertyValue("transp") !== "TRANSPARENT") throw new Error(`${event.uid} blocks time`);
    const last = event.endDate.clone();
    last.adjust(-1, 0, 0, 0);
    return { id: event.uid, first: text(event.startDate), last: text(last), title: event.summary };
  }),
);
