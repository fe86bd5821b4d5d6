// "This view as …": the same question in the formats that other programs take.
import { h, copy } from "./dom.js";
import { address } from "./api.js";
import { params, search } from "./query.js";

const feeds = [
  ["events", "API call", "JSON, a page at a time", ""],
  ["feeds/events.csv", "Table", "CSV, all rows", "sort"],
  ["feeds/events.ndjson", "Import file", "NDJSON, all rows", "sort"],
  ["feeds/feed.json", "News reader", "JSON Feed", "sort"],
  ["feeds/events.ics", "Calendar", "iCalendar", "sort"],
  ["feeds/timelinejs.json", "TimelineJS", "JSON for @knight-lab/timelinejs", "sort"],
  ["feeds/vis-timeline.json", "vis-timeline", "JSON for vis-timeline", "sort"],
  ["feeds/chart.json", "Chart data", "flat JSON for Vega-Lite, ECharts", "sort"],
  ["feeds/claims.jsonld", "Claims", "schema.org JSON-LD", "sort"],
];

/** The address of the page that other sites can frame. */
export const embedAddress = query => new URL(`embed.html${search(query).replace(/^[^?].*$/, "")}`, document.baseURI).href;

/** A button that opens the choice; asks for the query at the moment it is opened. */
export function share(query) {
  const dialog = h("dialog.share", { "aria-labelledby": "share-title" });
  const button = h(
    "button",
    {
      type: "button",
      "aria-haspopup": "dialog",
      onclick: () => {
        open(dialog, query());
        dialog.showModal();
      },
    },
    "This view as …",
  );
  return [button, dialog];
}

function open(dialog, query) {
  const rows = feeds.map(([path, name, what, without]) => {
    const link = address(path, params(query, { without: [without] }));
    const taken = h("button", { type: "button", "aria-label": `Copy the address of ${name}`, onclick: () => copy(link, taken) }, "Copy");
    return h("li", {}, h("a", { href: link }, name), h("span.small.soft", {}, what), taken);
  });
  const snippet = `<iframe src="${embedAddress(query).replaceAll("&", "&amp;").replaceAll('"', "&quot;")}" title="Timeline" width="100%" height="480" loading="lazy" style="border:0"></iframe>`;
  const taken = h("button", { type: "button", onclick: () => copy(snippet, taken) }, "Copy the snippet");
  dialog.replaceChildren(
    h(
      "div.bar",
      {},
      h("h2", { id: "share-title" }, "This view as …"),
      h("button", { type: "button", "aria-label": "Close", onclick: () => dialog.close() }, "✕"),
    ),
    h("ul.feeds", {}, rows),
    h("h3", {}, "In a page of yours"),
    h("p.small.soft", {}, "A chart of its own, that loads nothing from elsewhere and follows the same question."),
    h("label", {}, h("span.unseen", {}, "Snippet"), h("textarea", { readOnly: true, rows: 4, value: snippet, spellcheck: false })),
    taken,
    " ",
    h("a", { href: embedAddress(query) }, "See it"),
  );
}
