// The two charts as ECharts takes them.
import { formatNumber } from "./date-format.js";
import { colour } from "./theme.js";
import { shorten } from "./timeline/text-fit.js";
import { styleOf, words } from "./vocabulary.js";

const [maxNodes, maxNameLength] = [24, 16];

const commonOption = () => ({
  animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
  animationDuration: 250,
  textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colour("text") },
});

const legendOption = () => ({ top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: { color: colour("muted") } });
const axisLabel = () => ({ color: colour("muted") });

/** A histogram, each bar stacked of its series by standing. */
export function stackedBarsOption({ buckets, series }) {
  const bars = (series ?? []).map(({ key }) => ({
    name: words(key),
    type: "bar",
    stack: "all",
    itemStyle: { color: styleOf("standing", key).colour },
    data: buckets.map(bucket => bucket.series?.[key] ?? 0),
  }));
  return {
    ...commonOption(),
    grid: { left: 44, right: 12, top: 34, bottom: 28 },
    legend: legendOption(),
    tooltip: { trigger: "axis", renderMode: "richText", axisPointer: { type: "shadow" } },
    xAxis: {
      type: "category",
      data: buckets.map(bucket => bucket.label),
      axisLabel: axisLabel(),
      axisLine: { lineStyle: { color: colour("border-strong") } },
    },
    yAxis: { type: "value", minInterval: 1, axisLabel: axisLabel(), splitLine: { lineStyle: { color: colour("border") } } },
    series: bars,
  };
}

/** The actors on a circle, with links between those that appear together. */
export function networkOption({ nodes, links }) {
  const kinds = [...new Set(nodes.map(node => node.kind))];
  const maxCount = Math.max(1, ...nodes.map(node => node.count));
  const nodeItem = ({ id, name, kind, count }) => ({
    id,
    name: id,
    full: name,
    value: count,
    category: kinds.indexOf(kind),
    symbolSize: 6 + 20 * Math.sqrt(count / maxCount),
    label: { show: true, formatter: () => shorten(name, maxNameLength), color: colour("text"), fontSize: 11 },
  });
  const linkItem = link => ({
    ...link,
    value: link.count,
    lineStyle: { width: Math.min(6, 0.6 + link.count * 0.5), color: colour("border-strong"), opacity: 0.45, curveness: 0.25 },
  });
  const graph = {
    type: "graph",
    layout: "circular",
    circular: { rotateLabel: true },
    top: 112,
    bottom: 88,
    left: 90,
    right: 90,
    roam: false,
    categories: kinds.map(kind => ({ name: words(kind) })),
    data: nodes.slice(0, maxNodes).map(nodeItem),
    links: links.map(linkItem),
    emphasis: { focus: "adjacency" },
  };
  return {
    ...commonOption(),
    color: kinds.map(kind => styleOf("actor-kind", kind).colour),
    legend: { ...legendOption(), data: kinds.map(words) },
    tooltip: { renderMode: "richText", formatter: tooltipText },
    series: [graph],
  };
}

function tooltipText({ data, dataType }) {
  return dataType === "node" ? `${data.full}: ${formatNumber(data.value)}` : `${formatNumber(data.value)} together`;
}
