// One filter with a list of values to tick, each with its count; names of actors can be searched.
import { bdi, fill, h } from "./dom.js";
import { formatNumber } from "./date-format.js";
import { facetKey } from "./facet-counts.js";
import { toggled } from "./query.js";
import { standingBadge } from "./standing-badge.js";
import { words } from "./vocabulary.js";

const maxShown = { standing: 14, kind: 14, actor: 10, precision: 14, publisher: 10 };

/** Facets whose values are names, which are written as they are. */
const named = ["actor", "publisher"];
const maxFound = 30;

/** What stands in the search for an actor, kept while the filters are drawn anew. */
let searchText = "";

/** A fieldset for the filter `name` of the query, with the values of the facets answer. */
export function facetFilter(name, title, query, values, change) {
  const selected = query[name];
  const isSelected = value => selected.includes(facetKey(value));
  const allValues = [...missingValues(selected, values), ...values];
  const items = () => {
    const matching = name === "actor" ? allValues.filter(matchesSearch) : allValues;
    const selectedFirst = [...matching.filter(isSelected), ...matching.filter(value => !isSelected(value))];
    const isSearch = name === "actor" && searchText;
    const limit = isSearch ? maxFound : Math.max(maxShown[name], selected.length);
    return selectedFirst.slice(0, limit).map(value => valueItem(name, value, selected, change));
  };
  const list = h("ul.filter-values", {}, items());
  const actorControls = name === "actor" ? [actorSearch(query, change, () => fill(list, items())), allTogether(query, change)] : null;
  const none = allValues.length === 0 ? h("p.small.muted", {}, "None here") : null;
  return h("fieldset", {}, h("legend.label", {}, title), actorControls, list, none);
}

/** What is selected by another of its names than its id still shows, so that it can be taken off. */
function missingValues(selected, values) {
  const known = new Set(values.map(facetKey));
  return selected.filter(value => !known.has(value)).map(value => ({ value, count: null }));
}

const textOf = value => value.name ?? value.value ?? "";
const matchesSearch = value => textOf(value).toLocaleLowerCase().includes(searchText.toLocaleLowerCase());

function valueItem(name, value, selected, change) {
  const key = facetKey(value);
  const checkbox = h("input", {
    type: "checkbox",
    id: `f-${name}-${key}`,
    checked: selected.includes(key),
    onchange: () => change({ [name]: toggled(selected, key) }),
  });
  const text = named.includes(name) ? textOf(value) : words(value.value);
  const label = name === "standing" ? standingBadge(key) : h("span.name", {}, bdi(text));
  const count = value.count === null ? null : h("span.count", {}, formatNumber(value.count));
  return h("li", {}, h("label.checkbox", {}, checkbox, label, count));
}

function actorSearch(query, change, showMatches) {
  const addActor = () => {
    const actor = searchText.trim();
    if (!actor) return;
    searchText = "";
    change({ actor: [...query.actor, actor] });
  };
  const input = h("input", {
    id: "f-find-actor",
    type: "search",
    value: searchText,
    placeholder: "Find a name",
    autocomplete: "off",
    oninput: event => {
      searchText = event.target.value;
      showMatches();
    },
    onkeydown: event => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      addActor();
    },
  });
  return h("label", {}, h("span.visually-hidden", {}, "Find an actor"), input);
}

function allTogether(query, change) {
  if (query.actor.length < 2) return null;
  const checkbox = h("input", {
    type: "checkbox",
    id: "f-together",
    checked: query.actorMatch === "all",
    onchange: event => change({ actorMatch: event.target.checked ? "all" : "any" }),
  });
  return h("label.checkbox", {}, checkbox, "All of them together");
}
