// The whole of the timeline in bars; a range of it is chosen by dragging, or with the two handles from the keyboard.
import { h } from "./dom.js";
import { number, rangeName } from "./dates.js";
import { colour } from "./theme.js";
import { parseDay } from "./days.js";
import { scale, ticks } from "./timeline/scale.js";

const height = 74, base = 52;

/** Buckets of the API with day numbers; `end` is exclusive. */
export const barsOf = chart => chart.buckets.map(bucket => ({ ...bucket, start: parseDay(bucket.start), end: parseDay(bucket.end) }));

/** Puts a histogram into the host; `on.range(first, last)` with days, both inclusive, or `on.range(null)` for all. */
export function histogram(host, on) {
  const canvas = h("canvas", { "aria-hidden": "true" });
  const from = handle("First day of the range"), to = handle("Last day of the range");
  const span = h("div.span");
  const frame = h("div.brush", {}, canvas, span, from, to);
  host.replaceChildren(frame);
  const ctx = canvas.getContext("2d");
  let bars = [], range = null, width = 0, now = scale(0, 1, 1), drag = null;

  function handle(label) {
    return h("div.handle", { role: "slider", tabIndex: 0, "aria-label": label, "aria-orientation": "horizontal" });
  }

  function draw() {
    if (!width || !bars.length) return;
    now = scale(bars[0].start, bars.at(-1).end, width);
    [canvas.width, canvas.height] = [Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio)];
    [canvas.style.width, canvas.style.height] = [`${width}px`, `${height}px`];
    ctx.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    const most = Math.max(1, ...bars.map(bar => bar.count));
    for (const bar of bars) {
      if (!bar.count) continue;
      const [x0, x1] = [now.x(bar.start), now.x(bar.end)];
      const tall = Math.max(2, (base - 6) * Math.sqrt(bar.count / most));
      ctx.fillStyle = colour("accent");
      ctx.globalAlpha = range && (bar.end <= range[0] || bar.start > range[1]) ? .3 : .85;
      ctx.fillRect(x0, base - tall, Math.max(1, x1 - x0 - (x1 - x0 > 4 ? 1.5 : 0)), tall);
    }
    ctx.globalAlpha = 1;
    ctx.fillStyle = colour("edge");
    ctx.fillRect(0, base, width, 1);
    ctx.font = '12px Inter, "Segoe UI", "Noto Sans", Arial, sans-serif';
    ctx.fillStyle = colour("soft");
    const { minor, major } = ticks(now, 64);
    for (const { day, name } of major.length ? major : minor) if (now.x(day) > -1 && now.x(day) < width - 30) { ctx.fillRect(Math.round(now.x(day)), base, 1, 5); ctx.fillText(name, now.x(day) + 4, base + 15); }
    place();
  }

  function place() {
    const [first, last] = range ?? [bars[0].start, bars.at(-1).end - 1];
    const clamp = x => Math.max(0, Math.min(width, x));
    const [x0, x1] = [clamp(now.x(first)), clamp(now.x(last + 1))];
    span.style.left = `${x0}px`;
    span.style.width = `${Math.max(2, x1 - x0)}px`;
    span.classList.toggle("whole", !range);
    from.style.left = `${x0}px`;
    to.style.left = `${Math.max(x0 + 2, x1)}px`;
    for (const [grip, value] of [[from, first], [to, last]]) {
      grip.setAttribute("aria-valuemin", bars[0].start);
      grip.setAttribute("aria-valuemax", bars.at(-1).end - 1);
      grip.setAttribute("aria-valuenow", Math.max(bars[0].start, Math.min(value, bars.at(-1).end - 1)));
      grip.setAttribute("aria-valuetext", rangeName(value, value));
    }
  }

  /** The days between two pixels, widened to whole buckets where that is what was meant. */
  function between(a, b) {
    const [first, last] = [now.day(Math.min(a, b)), now.day(Math.max(a, b))];
    const inside = bars.filter(bar => bar.end > first && bar.start < last);
    return inside.length ? [inside[0].start, inside.at(-1).end - 1] : null;
  }

  const at = event => event.clientX - frame.getBoundingClientRect().left;
  frame.addEventListener("pointerdown", event => {
    if (event.button > 0 || !bars.length) return;
    frame.setPointerCapture(event.pointerId);
    const [first, last] = range ?? [bars[0].start, bars.at(-1).end - 1];
    const anchor = event.target === from ? now.x(last + 1) - 1 : event.target === to ? now.x(first) + 1 : at(event);
    drag = { anchor, moved: false };
    event.preventDefault();
    if (event.target === from || event.target === to) event.target.focus();
  });
  frame.addEventListener("pointermove", event => {
    if (!drag || Math.abs(at(event) - drag.anchor) < 3) return;
    drag.moved = true;
    range = between(drag.anchor, at(event));
    draw();
  });
  frame.addEventListener("pointerup", event => {
    if (!drag) return;
    const chosen = drag.moved ? range : between(at(event), at(event) + .01);
    drag = null;
    if (chosen) on.range(...chosen);
  });
  frame.addEventListener("pointercancel", () => { drag = null; });
  frame.addEventListener("dblclick", () => on.range(null));

  function keyed(event, grip) {
    const way = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageUp: 10, PageDown: -10 }[event.key];
    if (event.key === "Escape") return on.range(null);
    if (!way && event.key !== "Home" && event.key !== "End") return;
    event.preventDefault();
    let [first, last] = range ?? [bars[0].start, bars.at(-1).end - 1];
    const value = grip === from ? first : last;
    const place = bars.findIndex(bar => bar.end > value);
    const clamp = index => Math.max(0, Math.min(bars.length - 1, index));
    const next = bars[event.key === "Home" ? 0 : event.key === "End" ? bars.length - 1 : clamp((place < 0 ? bars.length - 1 : place) + way)];
    if (grip === from) first = Math.min(next.start, bars.findLast(bar => bar.start <= last)?.start ?? first); else last = Math.max(next.end - 1, bars.find(bar => bar.end > first).end - 1);
    range = [first, last];
    draw();
    clearTimeout(frame.waits);
    frame.waits = setTimeout(() => on.range(first, last), 250);
  }
  for (const grip of [from, to]) grip.addEventListener("keydown", event => keyed(event, grip));
  new ResizeObserver(([entry]) => { width = Math.floor(entry.contentRect.width); draw(); }).observe(frame);
  addEventListener("themechange", draw);

  return {
    show(chart) { bars = chart ? barsOf(chart) : []; frame.hidden = !bars.length; draw(); },
    look(chosen) { range = chosen; draw(); },
    get extent() { return bars.length ? [bars[0].start, bars.at(-1).end] : null; },
    get words() { const count = Math.round(bars.reduce((sum, bar) => sum + bar.count, 0)); return bars.length ? `All ${number(count)} with a date` : ""; },
  };
}
