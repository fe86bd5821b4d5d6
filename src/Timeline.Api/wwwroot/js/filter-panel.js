// The filters beside the timeline.
import { $, bdi, button, fill, h, options } from "./dom.js";
import { periodBounds } from "./day-numbers.js";
import { facetFilter } from "./facet-filter.js";
import { isFiltered, withoutFilters } from "./query.js";
import { words } from "./vocabulary.js";

/** Draws the filters for the query; `change` takes a patch of it. */
export function showFilters(host, query, facets, change) {
  const focusedId = document.activeElement?.id;
  const facet = (name, title) => facetFilter(name, title, query, facets?.[name] ?? [], change);
  const clear = button("Clear all filters", () => change(withoutFilters()), { className: "clear", id: "clear" });
  fill(
    host,
    dateFilter(query, change),
    facet("standing", "Standing"),
    facet("kind", "Kind"),
    facet("actor", "Who"),
    facet("publisher", "Published by"),
    facet("precision", "Precision of the date"),
    knowledgeFilter(query, change),
    otherFilters(query, change),
    isFiltered(query) ? clear : null,
  );
  if (focusedId && host.querySelector(`#${CSS.escape(focusedId)}`)) $(focusedId).focus({ preventScroll: true });
}

const matchChoices = [
  ["overlap", "can have happened then"],
  ["within", "must have happened then"],
  ["covers", "lasted all that time"],
];

function dateFilter(query, change) {
  const match = h(
    "select",
    { id: "f-match", onchange: event => change({ match: event.target.value }) },
    options(matchChoices, query.match),
  );
  const undated = h("input", {
    type: "checkbox",
    id: "f-undated",
    checked: query.undated === "only",
    onchange: event => change({ undated: event.target.checked ? "only" : "" }),
  });
  return h(
    "fieldset",
    {},
    h("legend.label", {}, "When"),
    h("div.field-pair", {}, dateField("from", "From", "2022-02", query, change), dateField("to", "To", "2024", query, change)),
    h("p.small.muted", { id: "range-forms" }, "A year, month or day: 2024, 2024-05, 2024-05-03; 44 BC is -0043"),
    h("label.field", {}, h("span", {}, "An event counts where it"), match),
    h("label.checkbox", {}, undated, "Only those without a date"),
  );
}

const dateForms = "Give a year, a month or a day: 2024, 2024-05, 2024-05-03, -0043 (44 BC).";

function dateField(name, label, placeholder, query, change) {
  const changed = event => {
    const text = event.target.value.trim();
    event.target.setCustomValidity(text && !periodBounds(text) ? dateForms : "");
    if (event.target.reportValidity()) change({ [name]: text });
  };
  const input = h("input", {
    id: `f-${name}`,
    value: query[name],
    placeholder,
    autocomplete: "off",
    spellcheck: false,
    size: 10,
    "aria-describedby": "range-forms",
    onchange: changed,
  });
  return h("label.field", {}, h("span", {}, label), input);
}

function knowledgeFilter(query, change) {
  const day = h("input", { id: "f-asOf", type: "date", value: query.asOf, onchange: event => change({ asOf: event.target.value }) });
  return h(
    "fieldset",
    {},
    h("legend.label", {}, "As it was known on"),
    h("label.field", {}, h("span.visually-hidden", {}, "Day"), day),
    h("p.small.muted", {}, "Only what articles published by then tell."),
  );
}

/** What else narrows the view and has no control of its own, to be taken off. */
function otherFilters(query, change) {
  const fromLists = ["stance", "article", "tag"].flatMap(name =>
    query[name].map(value => ({ name, value, patch: { [name]: query[name].filter(other => other !== value) } })),
  );
  const singles = ["role", "undated"].map(name => ({ name, value: query[name], patch: { [name]: "" } }));
  // "only" has a checkbox.
  const filters = [...fromLists, ...singles].filter(({ value }) => value && value !== "only");
  if (!filters.length) return null;
  const items = filters.map(filter => otherFilter(filter, change));
  return h("fieldset", {}, h("legend.label", {}, "Also"), h("ul.filter-values", {}, items));
}

function otherFilter({ name, value, patch }, change) {
  const label = `Take off ${name} ${value}`;
  const text = name === "stance" ? words(value) : value;
  const remove = button("✕", () => change(patch), { className: "text-button count", "aria-label": label });
  return h("li.checkbox", {}, h("span.name", {}, `${name}: `, bdi(text)), remove);
}
