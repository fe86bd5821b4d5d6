// The same events as a list: what a screen reader, a keyboard and a printer get of the timeline.
import { h, fill, bdi } from "./dom.js";
import { when, yearName } from "./dates.js";
import { parseDay } from "./days.js";
import { badge } from "./badge.js";

const heading = event => (event.date ? (event.earliest ? yearName(parseDay(event.earliest)) : "Open beginning") : "Without a date");

const row = (event, selected) =>
  h(
    "li",
    { dataset: { id: event.id } },
    h(
      "a.row",
      { href: `#/event/${event.id}`, ...(event.id === selected ? { "aria-current": "true" } : {}) },
      h("span.date", {}, when(event), event.phrase ? h("span.phrase", {}, "“", bdi(event.phrase), "”") : null),
      h("span.title", {}, bdi(event.title)),
      h(
        "span.who",
        {},
        event.actors.slice(0, 4).flatMap((actor, place) => [place ? ", " : "", bdi(actor.name)]),
        event.actors.length > 4 ? ` and ${event.actors.length - 4} more` : "",
      ),
      badge(event.standing),
    ),
  );

/** Fills the host with events under headings of years; `more` loads the next page, null where there is none. */
export function list(host, events, { selected, more }) {
  const groups = [];
  for (const event of events) {
    const name = heading(event);
    if (groups.at(-1)?.name !== name) groups.push({ name, events: [] });
    groups.at(-1).events.push(event);
  }
  fill(
    host,
    groups.map(group =>
      h(
        "section.year",
        {},
        h("h3", {}, group.name),
        h(
          "ul.events",
          {},
          group.events.map(event => row(event, selected)),
        ),
      ),
    ),
    more ? h("button.more", { type: "button", onclick: more }, "Show more") : null,
  );
}
