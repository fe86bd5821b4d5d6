// "This view as …": the same query in the formats that other programs take.
import { button, h } from "./dom.js";
import { apiUrl } from "./api.js";
import { apiParams, querySearch } from "./query.js";

const formats = [
  ["events", "API call", "JSON, a page at a time"],
  ["feeds/events.csv", "Table", "CSV, all rows"],
  ["feeds/events.ndjson", "Import file", "NDJSON, all rows"],
  ["feeds/feed.json", "News reader", "JSON Feed"],
  ["feeds/events.ics", "Calendar", "iCalendar"],
  ["feeds/timelinejs.json", "TimelineJS", "JSON for @knight-lab/timelinejs"],
  ["feeds/vis-timeline.json", "vis-timeline", "JSON for vis-timeline"],
  ["feeds/chart.json", "Chart data", "flat JSON for Vega-Lite, ECharts"],
  ["feeds/claims.jsonld", "Claims", "schema.org JSON-LD"],
];

/** Opens the dialog for the query, and takes it out of the host again once it is closed. */
export function openShareDialog(host, query) {
  const dialog = h("dialog.share", { "aria-labelledby": "share-title", onclose: () => dialog.remove() });
  dialog.append(...dialogContent(dialog, query));
  host.append(dialog);
  dialog.showModal();
}

function dialogContent(dialog, query) {
  const embedUrl = new URL(`embed.html${querySearch(query)}`, document.baseURI).href;
  const snippet = embedSnippet(embedUrl);
  const close = button("✕", () => dialog.close(), { "aria-label": "Close" });
  const textarea = h("textarea", { readOnly: true, rows: 4, value: snippet, spellcheck: false });
  return [
    h("div.title-bar", {}, h("h2", { id: "share-title" }, "This view as …"), close),
    h(
      "ul.formats",
      {},
      formats.map(format => formatItem(format, query)),
    ),
    h("h3", {}, "In a page of yours"),
    h("p.small.muted", {}, "A chart of its own, that loads nothing from elsewhere and follows the same question."),
    h("label", {}, h("span.visually-hidden", {}, "Snippet"), textarea),
    copyButton("Copy the snippet", snippet),
    " ",
    h("a", { href: embedUrl }, "See it"),
  ];
}

function formatItem([path, name, description], query) {
  // Feeds have an order of their own.
  const without = path.startsWith("feeds/") ? ["sort"] : [];
  const url = apiUrl(path, apiParams(query, { without }));
  const copy = copyButton("Copy", url, { "aria-label": `Copy the address of ${name}` });
  return h("li", {}, h("a", { href: url }, name), h("span.small.muted", {}, description), copy);
}

function embedSnippet(url) {
  const src = url.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return `<iframe src="${src}" title="Timeline" width="100%" height="480" loading="lazy" style="border:0"></iframe>`;
}

/** A button that copies the text and says so. */
function copyButton(label, text, props = {}) {
  const copy = async () => {
    await navigator.clipboard?.writeText(text).catch(() => {});
    element.textContent = "Copied";
    setTimeout(() => {
      element.textContent = label;
    }, 1500);
  };
  const element = button(label, copy, props);
  return element;
}
