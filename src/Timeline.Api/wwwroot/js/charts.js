// Charts of the same query, drawn by ECharts, which is fetched only when somebody wants to see them.
import { bdi, fill, h } from "./dom.js";
import { get } from "./api.js";
import { networkOption, stackedBarsOption } from "./chart-options.js";
import { formatNumber } from "./date-format.js";
import { errorNotice } from "./feedback.js";
import { apiParams } from "./query.js";

const libraryUrl = new URL("_content/Vizor.ECharts/js/vizor-echarts-bundle-min.js", document.baseURI).href;
const [maxActors, maxPairs] = [40, 60];
let library = null;

/** ECharts, from our own origin; loaded once. */
function loadLibrary() {
  library ??= new Promise((resolve, reject) => {
    const onload = () => resolve(globalThis.echarts);
    const onerror = () => {
      library = null;
      reject({ title: "The chart library did not load", status: 0 });
    };
    document.head.append(h("script", { src: libraryUrl, async: true, onload, onerror }));
  });
  return library;
}

let charts = [];
let shownKey = null;
addEventListener("themechange", () => {
  shownKey = null;
});

/** Shows or hides the charts of the query. */
export async function toggleCharts(host, toggle, currentQuery) {
  const isOpen = host.hidden;
  host.hidden = !isOpen;
  toggle.setAttribute("aria-expanded", isOpen);
  if (!isOpen) return;
  await showCharts(host, currentQuery());
  host.scrollIntoView({ block: "nearest" });
}

/** Draws the charts again where they are seen. */
export const updateCharts = (host, query) => (host.hidden ? null : showCharts(host, query));

async function showCharts(host, query) {
  const key = apiParams(query).toString();
  if (key === shownKey && charts.length) return;
  shownKey = key;
  const title = h("h2", { id: "charts-title" }, "Charts");
  const params = extra => apiParams(query, { without: ["sort"], extra });
  try {
    const [{ init }, histogram, network] = await Promise.all([
      loadLibrary(),
      get("charts/histogram", params({ series: "standing" })),
      get("charts/actors", params({ limit: maxActors })),
    ]);
    for (const chart of charts) chart.dispose();
    const plots = [h("div.plot", { "aria-hidden": "true" }), h("div.plot", { "aria-hidden": "true" })];
    const overTime = figure("Over time, by standing", plots[0], "Events over time", bucketRows(histogram));
    const together = figure("Who appears with whom", plots[1], "Pairs that appear together", pairRows(network));
    fill(host, title, h("div.chart-pair", {}, overTime, together));
    charts = [stackedBarsOption(histogram), networkOption(network)].map((option, index) => {
      const chart = init(plots[index], null, { renderer: "canvas" });
      chart.setOption(option);
      return chart;
    });
  } catch (error) {
    shownKey = null;
    fill(host, title, errorNotice(error));
  }
}

const bucketRows = ({ buckets }) => buckets.filter(bucket => bucket.count).map(bucket => [bucket.label, bucket.count]);

function pairRows({ nodes, links }) {
  const nameOf = id => nodes.find(node => node.id === id)?.name ?? id;
  return links.slice(0, maxPairs).map(({ source, target, count }) => [`${nameOf(source)} and ${nameOf(target)}`, count]);
}

/** A chart with the same numbers as a table for those who cannot see it. */
function figure(title, plot, caption, rows) {
  const row = ([name, count]) => h("tr", {}, h("th", { scope: "row" }, bdi(name)), h("td.number", {}, formatNumber(count)));
  const table = h("table", {}, h("caption.visually-hidden", {}, caption), h("tbody", {}, rows.map(row)));
  const details = h("details.small", {}, h("summary", {}, "As a table"), table);
  return h("figure", {}, h("figcaption.label", {}, title), plot, details);
}
