// The filters beside the timeline, each value with how many events it would show.
import { h, fill, bdi, $ } from "./dom.js";
import { bounds } from "./days.js";
import { number } from "./dates.js";
import { getIfThere } from "./api.js";
import { params, toggled, isFiltered } from "./query.js";
import { badge } from "./badge.js";

const lists = { standing: "Standing", kind: "Kind", actor: "Who" };

/** Counts for every list; a list that is itself filtered is counted without its own filter, so that its other values can be added. */
export async function count(query, signal) {
  const ask = without => getIfThere("facets", params(query, { without: ["sort", ...without], and: { limit: 60 } }), { signal });
  const [whole, ...own] = await Promise.all([ask([]), ...Object.keys(lists).map(name => (query[name].length ? ask([name]) : null))]);
  if (!whole) return null;
  return {
    ...whole,
    ...Object.fromEntries(Object.keys(lists).flatMap((name, place) => (own[place] ? [[name, own[place][name]]] : []))),
    total: whole.total,
  };
}

/** What can be counted from the events at hand, where the server does not count. */
export function counted(events) {
  const tally = values =>
    [...Map.groupBy(values, value => value.key)].map(([, same]) => ({ ...same[0], count: same.length })).sort((a, b) => b.count - a.count);
  return {
    standing: tally(events.map(event => ({ key: event.standing, value: event.standing }))),
    kind: tally(events.map(event => ({ key: event.kind, value: event.kind }))),
    actor: tally(events.flatMap(event => event.actors.map(actor => ({ key: actor.id, id: actor.id, name: actor.name })))),
  };
}

let typed = "";

/** Draws the filters; `change` takes a patch of the query. */
export function facets(host, query, found, change) {
  const focused = document.activeElement?.id;
  fill(
    host,
    range(query, change),
    Object.entries(lists).map(([name, title]) => values(name, title, query, found?.[name] ?? [], change)),
    knowledge(query, change),
    others(query, change),
    isFiltered(query)
      ? h(
          "button.clear",
          {
            type: "button",
            id: "clear",
            onclick: () =>
              change({
                from: "",
                to: "",
                match: "overlap",
                asOf: "",
                q: "",
                undated: "",
                role: "",
                actor: [],
                standing: [],
                kind: [],
                stance: [],
                article: [],
                tag: [],
              }),
          },
          "Clear all filters",
        )
      : null,
  );
  if (focused && host.querySelector(`#${CSS.escape(focused)}`)) $(focused).focus({ preventScroll: true });
}

function range(query, change) {
  const field = (name, words) =>
    h(
      "label.field",
      {},
      h("span", {}, words),
      h("input", {
        id: `f-${name}`,
        value: query[name],
        placeholder: name === "from" ? "2022-02" : "2024",
        autocomplete: "off",
        spellcheck: false,
        size: 10,
        "aria-describedby": "range-forms",
        onchange: event => {
          const text = event.target.value.trim();
          event.target.setCustomValidity(
            text && !bounds(text) ? "Give a year, a month or a day: 2024, 2024-05, 2024-05-03, -0043 (44 BC)." : "",
          );
          if (event.target.reportValidity()) change({ [name]: text });
        },
      }),
    );
  return h(
    "fieldset",
    {},
    h("legend.label", {}, "When"),
    h("div.pair", {}, field("from", "From"), field("to", "To")),
    h("p.small.soft", { id: "range-forms" }, "A year, month or day: 2024, 2024-05, 2024-05-03; 44 BC is -0043"),
    h(
      "label.field",
      {},
      h("span", {}, "An event counts where it"),
      h(
        "select",
        { id: "f-match", onchange: event => change({ match: event.target.value }) },
        [
          ["overlap", "can have happened then"],
          ["within", "must have happened then"],
          ["covers", "lasted all that time"],
        ].map(([value, words]) => h("option", { value, selected: query.match === value }, words)),
      ),
    ),
    h(
      "label.check",
      {},
      h("input", {
        type: "checkbox",
        id: "f-undated",
        checked: query.undated === "only",
        onchange: event => change({ undated: event.target.checked ? "only" : "" }),
      }),
      "Only those without a date",
    ),
  );
}

function values(name, title, query, found, change) {
  const chosen = query[name];
  const known = new Map(found.map(value => [value.id ?? value.value, value]));
  // What is chosen by another of its names than its id still shows, so that it can be taken off.
  const extra = chosen.filter(value => !known.has(value)).map(value => ({ value, id: value, name: value, count: null }));
  const every = [...extra, ...found];
  const most = name === "actor" ? 10 : 14;
  const box = value => {
    const key = value.id ?? value.value;
    return h(
      "li",
      {},
      h(
        "label.check",
        {},
        h("input", {
          type: "checkbox",
          id: `f-${name}-${key}`,
          checked: chosen.includes(key),
          onchange: () => change({ [name]: toggled(chosen, key) }),
        }),
        name === "standing" ? badge(key) : h("span.name", {}, bdi(value.name ?? value.value)),
        value.count === null ? null : h("span.count", {}, number(value.count)),
      ),
    );
  };
  const shown = () => {
    const wanted = every.filter(
      value => !typed || name !== "actor" || (value.name ?? "").toLocaleLowerCase().includes(typed.toLocaleLowerCase()),
    );
    return [
      ...wanted.filter(value => chosen.includes(value.id ?? value.value)),
      ...wanted.filter(value => !chosen.includes(value.id ?? value.value)),
    ]
      .slice(0, typed && name === "actor" ? 30 : Math.max(most, chosen.length))
      .map(box);
  };
  const items = h("ul.values", {}, shown());
  const finder =
    name === "actor"
      ? h(
          "label",
          {},
          h("span.unseen", {}, "Find an actor"),
          h("input", {
            id: "f-find-actor",
            type: "search",
            value: typed,
            placeholder: "Find a name",
            autocomplete: "off",
            oninput: event => {
              typed = event.target.value;
              fill(items, shown());
            },
            onkeydown: event => {
              if (event.key === "Enter") {
                event.preventDefault();
                if (typed.trim()) {
                  const name = typed.trim();
                  typed = "";
                  change({ actor: [...query.actor, name] });
                }
              }
            },
          }),
        )
      : null;
  const together =
    name === "actor" && chosen.length > 1
      ? h(
          "label.check",
          {},
          h("input", {
            type: "checkbox",
            id: "f-together",
            checked: query.actorMatch === "all",
            onchange: event => change({ actorMatch: event.target.checked ? "all" : "any" }),
          }),
          "All of them together",
        )
      : null;
  return h(
    "fieldset",
    {},
    h("legend.label", {}, title),
    finder,
    together,
    items,
    every.length === 0 ? h("p.small.soft", {}, "None here") : null,
  );
}

/** What else narrows the view and has no list of its own, to be taken off. */
function others(query, change) {
  const chips = ["stance", "article", "tag"].flatMap(name =>
    query[name].map(value => ({ name, value, patch: { [name]: query[name].filter(other => other !== value) } })),
  );
  if (query.role) chips.push({ name: "role", value: query.role, patch: { role: "" } });
  if (query.undated === "include" || query.undated === "exclude")
    chips.push({ name: "undated", value: query.undated, patch: { undated: "" } });
  return chips.length
    ? h(
        "fieldset",
        {},
        h("legend.label", {}, "Also"),
        h(
          "ul.values",
          {},
          chips.map(({ name, value, patch }) =>
            h(
              "li.check",
              {},
              h("span.name", {}, `${name}: `, bdi(value)),
              h("button.plain.count", { type: "button", "aria-label": `Take off ${name} ${value}`, onclick: () => change(patch) }, "✕"),
            ),
          ),
        ),
      )
    : null;
}

function knowledge(query, change) {
  return h(
    "fieldset",
    {},
    h("legend.label", {}, "As it was known on"),
    h(
      "label.field",
      {},
      h("span.unseen", {}, "Day"),
      h("input", { id: "f-asOf", type: "date", value: query.asOf, onchange: event => change({ asOf: event.target.value }) }),
    ),
    h("p.small.soft", {}, "Only what articles published by then tell."),
  );
}
