// The whole of the timeline in bars; a range of it is chosen by dragging, or with the two handles from the keyboard.
import { h } from "./dom.js";
import { number, rangeName } from "./dates.js";
import { colour } from "./theme.js";
import { brush } from "./brush.js";
import { parseDay } from "./days.js";
import { scale, ticks } from "./timeline/scale.js";

const height = 74,
  base = 52;

/** Buckets of the API with day numbers; `end` is exclusive. */
export const barsOf = chart => chart.buckets.map(bucket => ({ ...bucket, start: parseDay(bucket.start), end: parseDay(bucket.end) }));

const handle = label => h("div.handle", { role: "slider", tabIndex: 0, "aria-label": label, "aria-orientation": "horizontal" });

/** Puts a histogram into the host; `on.range(first, last)` with days, both inclusive, or `on.range(null)` for all. */
export function histogram(host, on) {
  const canvas = h("canvas", { "aria-hidden": "true" });
  const from = handle("First day of the range"),
    to = handle("Last day of the range");
  const span = h("div.span");
  const frame = h("div.brush", {}, canvas, span, from, to);
  host.replaceChildren(frame);
  const ctx = canvas.getContext("2d");
  let bars = [],
    range = null,
    width = 0,
    now = scale(0, 1, 1);
  const whole = () => [bars[0].start, bars.at(-1).end - 1];

  function draw() {
    if (!width || !bars.length) return;
    now = scale(bars[0].start, bars.at(-1).end, width);
    [canvas.width, canvas.height] = [Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio)];
    [canvas.style.width, canvas.style.height] = [`${width}px`, `${height}px`];
    ctx.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    paintBars(ctx, now, bars, range);
    paintAxis(ctx, now);
    place();
  }

  function place() {
    const [first, last] = range ?? whole();
    const clamp = x => Math.max(0, Math.min(width, x));
    const [x0, x1] = [clamp(now.x(first)), clamp(now.x(last + 1))];
    span.style.left = `${x0}px`;
    span.style.width = `${Math.max(2, x1 - x0)}px`;
    span.classList.toggle("whole", !range);
    from.style.left = `${x0}px`;
    to.style.left = `${Math.max(x0 + 2, x1)}px`;
    for (const [grip, value] of [
      [from, first],
      [to, last],
    ]) {
      grip.setAttribute("aria-valuemin", bars[0].start);
      grip.setAttribute("aria-valuemax", bars.at(-1).end - 1);
      grip.setAttribute("aria-valuenow", Math.max(bars[0].start, Math.min(value, bars.at(-1).end - 1)));
      grip.setAttribute("aria-valuetext", rangeName(value, value));
    }
  }

  brush(
    frame,
    { from, to },
    {
      bars: () => bars,
      range: () => range ?? whole(),
      scale: () => now,
      sketch(chosen) {
        range = chosen;
        draw();
      },
      choose: on.range,
    },
  );
  new ResizeObserver(([entry]) => {
    width = Math.floor(entry.contentRect.width);
    draw();
  }).observe(frame);
  addEventListener("themechange", draw);

  return {
    show(chart) {
      bars = chart ? barsOf(chart) : [];
      frame.hidden = !bars.length;
      draw();
    },
    look(chosen) {
      range = chosen;
      draw();
    },
    get extent() {
      return bars.length ? [bars[0].start, bars.at(-1).end] : null;
    },
    get words() {
      const count = Math.round(bars.reduce((sum, bar) => sum + bar.count, 0));
      return bars.length ? `All ${number(count)} with a date` : "";
    },
  };
}

function paintBars(ctx, scale, bars, range) {
  const most = Math.max(1, ...bars.map(bar => bar.count));
  ctx.fillStyle = colour("accent");
  for (const bar of bars) {
    if (!bar.count) continue;
    const [x0, x1] = [scale.x(bar.start), scale.x(bar.end)];
    const tall = Math.max(2, (base - 6) * Math.sqrt(bar.count / most));
    ctx.globalAlpha = range && (bar.end <= range[0] || bar.start > range[1]) ? 0.3 : 0.85;
    ctx.fillRect(x0, base - tall, Math.max(1, x1 - x0 - (x1 - x0 > 4 ? 1.5 : 0)), tall);
  }
  ctx.globalAlpha = 1;
}

function paintAxis(ctx, scale) {
  ctx.fillStyle = colour("edge");
  ctx.fillRect(0, base, scale.width, 1);
  ctx.font = '12px Inter, "Segoe UI", "Noto Sans", Arial, sans-serif';
  ctx.fillStyle = colour("soft");
  const { minor, major } = ticks(scale, 64);
  for (const { day, name } of major.length ? major : minor) {
    const x = scale.x(day);
    if (x < -1 || x > scale.width - 30) continue;
    ctx.fillRect(Math.round(x), base, 1, 5);
    ctx.fillText(name, x + 4, base + 15);
  }
}
