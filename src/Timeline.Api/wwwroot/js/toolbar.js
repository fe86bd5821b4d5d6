// The controls above the timeline and above the list.
import { button, fill, h, options } from "./dom.js";

const laneChoices = [
  ["actor", "by actor"],
  ["kind", "by kind"],
  ["standing", "by standing"],
  ["none", "none"],
];

const sortChoices = [
  ["-date", "Newest first"],
  ["date", "Oldest first"],
  ["-updated", "Last changed"],
];

const labelled = (label, select) => h("label.inline-field", {}, h("span", {}, label), select);
const iconButton = (label, text, onclick) => button(text, onclick, { "aria-label": label, title: label });

/** Fills the host with the timeline's controls. */
export function createToolbar(host, { explorer, currentQuery, change, toggleCharts }) {
  const lanes = h("select", { id: "lanes-by", onchange: event => change({ lanes: event.target.value }) }, options(laneChoices));
  const charts = button("Charts", toggleCharts, { id: "charts-toggle", "aria-expanded": "false", "aria-controls": "charts" });
  const zoom = h(
    "span.button-group",
    {},
    iconButton("Zoom out", "−", () => explorer.zoom(2)),
    iconButton("Zoom in", "+", () => explorer.zoom(0.5)),
    iconButton("Show all of time", "All", () => explorer.showAll()),
  );
  const share = async () => {
    const { openShareDialog } = await import("./share-dialog.js");
    openShareDialog(host, currentQuery());
  };
  fill(host, labelled("Lanes", lanes), zoom, button("This view as …", share, { "aria-haspopup": "dialog" }), charts);
  return {
    showLanes(value) {
      lanes.value = value;
    },
  };
}

/** Fills the host with the choice of an order for the list. */
export function showSorting(host, query, change) {
  const choices = query.q ? [...sortChoices, ["relevance", "Best match"]] : sortChoices;
  const select = h("select", { id: "sort", onchange: event => change({ sort: event.target.value }) }, options(choices, query.sort));
  fill(host, labelled("Sort", select));
}
