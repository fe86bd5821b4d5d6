// Charts of the same question, drawn by ECharts, which is fetched only when somebody wants to see them.
import { h, fill, trouble } from "./dom.js";
import { get } from "./api.js";
import { params } from "./query.js";
import { colour } from "./theme.js";
import { number } from "./dates.js";
import { standings } from "./timeline/marks.js";

const library = new URL("_content/Vizor.ECharts/js/vizor-echarts-bundle-min.js", document.baseURI).href;
let loading;

/** ECharts, from our own origin; loaded once. */
export const echarts = () =>
  (loading ??= new Promise((done, failed) => {
    const script = h("script", {
      src: library,
      async: true,
      onload: () => done(globalThis.echarts),
      onerror: () => {
        loading = null;
        failed({ title: "The chart library did not load", status: 0 });
      },
    });
    document.head.append(script);
  }));

let plots = [],
  shownFor = null;

export async function toggle(host, button, query) {
  const open = host.hidden;
  host.hidden = !open;
  button.setAttribute("aria-expanded", open);
  if (open) {
    await draw(host, query());
    host.scrollIntoView({ block: "nearest" });
  }
}

/** Draws the charts again where they are seen. */
export const follow = (host, query) => (host.hidden ? null : draw(host, query));

async function draw(host, query) {
  const key = params(query).toString();
  if (key === shownFor && plots.length) return;
  shownFor = key;
  const asked = and => params(query, { without: ["sort"], and });
  try {
    const [{ init }, spread, together] = await Promise.all([
      echarts(),
      get("charts/histogram", asked({ series: "standing" })),
      get("charts/actors", asked({ limit: 40 })),
    ]);
    for (const plot of plots) plot.dispose();
    const [time, network] = [h("div.plot", { "aria-hidden": "true" }), h("div.plot", { "aria-hidden": "true" })];
    fill(
      host,
      h("h2", { id: "charts-title" }, "Charts"),
      h(
        "div.chart-pair",
        {},
        h(
          "figure",
          {},
          h("figcaption.label", {}, "Over time, by standing"),
          time,
          table(
            "Events over time",
            spread.buckets.filter(bucket => bucket.count).map(bucket => [bucket.label, bucket.count]),
          ),
        ),
        h(
          "figure",
          {},
          h("figcaption.label", {}, "Who appears with whom"),
          network,
          table(
            "Pairs that appear together",
            together.links.slice(0, 60).map(link => [`${named(together, link.source)} and ${named(together, link.target)}`, link.count]),
          ),
        ),
      ),
    );
    plots = [
      [time, overTime(spread)],
      [network, pairs(together)],
    ].map(([element, option]) => {
      const plot = init(element, null, { renderer: "canvas" });
      plot.setOption(option);
      return plot;
    });
  } catch (fault) {
    shownFor = null;
    fill(host, h("h2", { id: "charts-title" }, "Charts"), trouble(fault));
  }
}

const named = (network, id) => network.nodes.find(node => node.id === id)?.name ?? id;

/** The same numbers for those who cannot see the chart. */
function table(caption, rows) {
  return h(
    "details.small",
    {},
    h("summary", {}, "As a table"),
    h(
      "table",
      {},
      h("caption.unseen", {}, caption),
      h(
        "tbody",
        {},
        rows.map(([name, count]) => h("tr", {}, h("th", { scope: "row" }, h("bdi", {}, name)), h("td.number", {}, number(count)))),
      ),
    ),
  );
}

const common = () => ({
  animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
  animationDuration: 250,
  textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colour("ink") },
});

function overTime({ buckets, series }) {
  const order = Object.keys(standings).filter(name => series?.some(each => each.key === name));
  return {
    ...common(),
    grid: { left: 44, right: 12, top: 34, bottom: 28 },
    legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: { color: colour("soft") } },
    tooltip: { trigger: "axis", renderMode: "richText", axisPointer: { type: "shadow" } },
    xAxis: {
      type: "category",
      data: buckets.map(bucket => bucket.label),
      axisLabel: { color: colour("soft") },
      axisLine: { lineStyle: { color: colour("edge") } },
    },
    yAxis: { type: "value", minInterval: 1, axisLabel: { color: colour("soft") }, splitLine: { lineStyle: { color: colour("rule") } } },
    series: order.map(name => ({
      name,
      type: "bar",
      stack: "all",
      itemStyle: { color: colour(name) },
      data: buckets.map(bucket => bucket.series?.[name] ?? 0),
    })),
  };
}

function pairs({ nodes, links }) {
  const most = Math.max(1, ...nodes.map(node => node.count));
  const hues = { person: colour("reported"), organisation: colour("attributed"), state: colour("disputed"), medium: colour("expected") };
  const kinds = [...new Set(nodes.map(node => node.kind))];
  const cut = text => ([...text].length > 16 ? `${[...text].slice(0, 15).join("")}…` : text);
  return {
    ...common(),
    color: kinds.map(kind => hues[kind]),
    legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, data: kinds, textStyle: { color: colour("soft") } },
    tooltip: {
      renderMode: "richText",
      formatter: ({ data, dataType }) => (dataType === "node" ? `${data.full}: ${number(data.value)}` : `${number(data.value)} together`),
    },
    series: [
      {
        type: "graph",
        layout: "circular",
        circular: { rotateLabel: true },
        top: 112,
        bottom: 88,
        left: 90,
        right: 90,
        roam: false,
        categories: kinds.map(name => ({ name })),
        data: nodes
          .slice(0, 24)
          .map(node => ({
            id: node.id,
            name: node.id,
            full: node.name,
            value: node.count,
            category: kinds.indexOf(node.kind),
            symbolSize: 6 + 20 * Math.sqrt(node.count / most),
            label: { show: true, formatter: () => cut(node.name), color: colour("ink"), fontSize: 11 },
          })),
        links: links.map(link => ({
          ...link,
          value: link.count,
          lineStyle: { width: Math.min(6, 0.6 + link.count * 0.5), color: colour("edge"), opacity: 0.45, curveness: 0.25 },
        })),
        emphasis: { focus: "adjacency" },
      },
    ],
  };
}
addEventListener("themechange", () => {
  shownFor = null;
});
