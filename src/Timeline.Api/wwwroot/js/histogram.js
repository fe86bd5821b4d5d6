// The whole of the timeline in bars, with a brush to choose a range of it.
import { h, sizeCanvas } from "./dom.js";
import { formatNumber, formatRange } from "./date-format.js";
import { colour } from "./theme.js";
import { listenToBrush } from "./range-brush.js";
import { parseDay } from "./day-numbers.js";
import { sans } from "./timeline/text-fit.js";
import { ticks, timeScale } from "./timeline/time-scale.js";

const [height, baseline, maxBarHeight] = [74, 52, 46];

/** Buckets of the API with day numbers; `end` is exclusive. */
export const barsOf = histogram =>
  histogram.buckets.map(bucket => ({ ...bucket, start: parseDay(bucket.start), end: parseDay(bucket.end) }));

const createHandle = label => h("div.brush-handle", { role: "slider", tabIndex: 0, "aria-label": label, "aria-orientation": "horizontal" });

/** Puts a histogram into the host; `onRange(first, last)` is told days, both inclusive, or `onRange(null)` for all. */
export function createHistogram(host, onRange) {
  const canvas = h("canvas", { "aria-hidden": "true" });
  const [from, to] = [createHandle("First day of the range"), createHandle("Last day of the range")];
  const selection = h("div.selection");
  const frame = h("div.brush", {}, canvas, selection, from, to);
  host.replaceChildren(frame);
  let bars = [];
  let range = null;
  let width = 0;
  let scale = timeScale(0, 1, 1);
  const firstDay = () => bars[0].start;
  const lastDay = () => bars.at(-1).end - 1;
  const wholeRange = () => [firstDay(), lastDay()];

  function draw() {
    if (!width || !bars.length) return;
    scale = timeScale(firstDay(), lastDay() + 1, width);
    const ctx = sizeCanvas(canvas, width, height);
    drawBars(ctx, scale, bars, range);
    drawAxis(ctx, scale);
    placeSelection();
  }

  function placeSelection() {
    const [first, last] = range ?? wholeRange();
    const clamp = x => Math.max(0, Math.min(width, x));
    const [x0, x1] = [clamp(scale.x(first)), clamp(scale.x(last + 1))];
    selection.style.left = `${x0}px`;
    selection.style.width = `${Math.max(2, x1 - x0)}px`;
    selection.classList.toggle("whole", !range);
    from.style.left = `${x0}px`;
    to.style.left = `${Math.max(x0 + 2, x1)}px`;
    describeHandle(from, first);
    describeHandle(to, last);
  }

  function describeHandle(handle, day) {
    handle.setAttribute("aria-valuemin", firstDay());
    handle.setAttribute("aria-valuemax", lastDay());
    handle.setAttribute("aria-valuenow", Math.max(firstDay(), Math.min(day, lastDay())));
    handle.setAttribute("aria-valuetext", formatRange(day, day));
  }

  function setRange(newRange) {
    range = newRange;
    draw();
  }

  listenToBrush(
    frame,
    { from, to },
    { bars: () => bars, range: () => range ?? wholeRange(), scale: () => scale, preview: setRange, choose: onRange },
  );
  new ResizeObserver(([entry]) => {
    width = Math.floor(entry.contentRect.width);
    draw();
  }).observe(frame);
  addEventListener("themechange", draw);

  return {
    update(histogram) {
      bars = histogram ? barsOf(histogram) : [];
      frame.hidden = !bars.length;
      draw();
    },
    setRange,
    /** First day and the day after the last; null where there are no bars. */
    get extent() {
      return bars.length ? [firstDay(), lastDay() + 1] : null;
    },
    get summary() {
      const count = Math.round(bars.reduce((sum, bar) => sum + bar.count, 0));
      return bars.length ? `All ${formatNumber(count)} with a date` : "";
    },
  };
}

function drawBars(ctx, scale, bars, range) {
  const maxCount = Math.max(1, ...bars.map(bar => bar.count));
  const isOutside = bar => range && (bar.end <= range[0] || bar.start > range[1]);
  ctx.fillStyle = colour("accent");
  for (const bar of bars.filter(bar => bar.count)) {
    const [x0, x1] = [scale.x(bar.start), scale.x(bar.end)];
    const barHeight = Math.max(2, maxBarHeight * Math.sqrt(bar.count / maxCount));
    const gap = x1 - x0 > 4 ? 1.5 : 0;
    ctx.globalAlpha = isOutside(bar) ? 0.3 : 0.85;
    ctx.fillRect(x0, baseline - barHeight, Math.max(1, x1 - x0 - gap), barHeight);
  }
  ctx.globalAlpha = 1;
}

function drawAxis(ctx, scale) {
  ctx.fillStyle = colour("border-strong");
  ctx.fillRect(0, baseline, scale.width, 1);
  ctx.font = `12px ${sans}`;
  ctx.fillStyle = colour("muted");
  const { minor, major } = ticks(scale, 64);
  for (const { day, label } of major.length ? major : minor) {
    const x = scale.x(day);
    if (x < -1 || x > scale.width - 30) continue;
    ctx.fillRect(Math.round(x), baseline, 1, 5);
    ctx.fillText(label, x + 4, baseline + 15);
  }
}
