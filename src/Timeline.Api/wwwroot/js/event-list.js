// The same events as a list: what a screen reader, a keyboard and a printer get of the timeline.
import { bdi, button, fill, h, joined } from "./dom.js";
import { formatYear } from "./date-format.js";
import { parseDay } from "./day-numbers.js";
import { timeElement } from "./edtf-text.js";
import { standingBadge } from "./standing-badge.js";

const maxActors = 4;

/** Fills the host with events under headings of years; `loadMore` adds the next page, null where there is none. */
export function showEventList(host, events, { selected = null, loadMore = null } = {}) {
  const groups = [];
  for (const event of events) {
    const heading = headingOf(event);
    if (groups.at(-1)?.heading !== heading) groups.push({ heading, events: [] });
    groups.at(-1).events.push(event);
  }
  const sections = groups.map(group =>
    h(
      "section.year-group",
      {},
      h("h3", {}, group.heading),
      h(
        "ul.events",
        {},
        group.events.map(event => eventRow(event, selected)),
      ),
    ),
  );
  fill(host, sections, loadMore ? button("Show more", loadMore, { className: "more" }) : null);
}

function headingOf(event) {
  if (!event.date) return "Without a date";
  return event.earliest ? formatYear(parseDay(event.earliest)) : "Open beginning";
}

function eventRow(event, selected) {
  const phrase = event.phrase ? h("span.phrase", {}, "“", bdi(event.phrase), "”") : null;
  const row = h(
    "a.event-row",
    { href: `#/event/${event.id}`, "aria-current": event.id === selected ? "true" : null },
    h("span.date", {}, timeElement(event), phrase),
    h("span.title", {}, bdi(event.title)),
    h("span.who", {}, actorNames(event.actors)),
    standingBadge(event.standing),
  );
  return h("li", { dataset: { id: event.id } }, row);
}

function actorNames(actors) {
  const names = joined(actors.slice(0, maxActors), ", ", actor => bdi(actor.name));
  return [...names, actors.length > maxActors ? ` and ${actors.length - maxActors} more` : ""];
}
