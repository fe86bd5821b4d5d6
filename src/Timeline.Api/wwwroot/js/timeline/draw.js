// Paints the window: ticks, density where there is more than can be shown one by one, lanes, marks and labels.
import { colour } from "../theme.js";
import { headHeight, rowHeight } from "./lanes.js";
import { draw as drawMark, isPoint, padding } from "./marks.js";
import { ticks } from "./scale.js";

export const axisHeight = 44,
  densityHeight = 46;
const sans = 'Inter, "Segoe UI", -apple-system, "Noto Sans", Arial, sans-serif';
export const labelFont = `13px ${sans}`;

/** Paints all of it; `seen` is the list of what lies where, for the pointer. */
export function paint(ctx, { scale, lanes, density, selected, hovered, height, room }) {
  ctx.clearRect(0, 0, scale.width, height);
  const grid = ticks(scale, room);
  paintGrid(ctx, scale, grid, height);
  const top = axisHeight + (density ? densityHeight : 0);
  if (density) paintDensity(ctx, scale, density);
  const seen = [];
  paintToday(ctx, scale, height);
  for (const lane of lanes) paintLane(ctx, scale, lane, top + lane.top, { selected, hovered, seen });
  paintAxis(ctx, scale, grid);
  return seen;
}

function paintGrid(ctx, scale, { minor, major }, height) {
  ctx.fillStyle = colour("rule");
  ctx.globalAlpha = 0.6;
  for (const { day } of minor) ctx.fillRect(Math.round(scale.x(day)), axisHeight - 6, 1, height);
  ctx.globalAlpha = 1;
  for (const { day } of major) ctx.fillRect(Math.round(scale.x(day)), 4, 1, height);
  ctx.fillRect(0, axisHeight - 1, scale.width, 1);
}

function paintAxis(ctx, scale, { minor, major }) {
  ctx.textBaseline = "alphabetic";
  ctx.font = `12px ${sans}`;
  ctx.fillStyle = colour("soft");
  for (const { day, name } of minor) ctx.fillText(name, Math.round(scale.x(day)) + 4, axisHeight - 8);
  ctx.font = `600 12.5px ${sans}`;
  ctx.fillStyle = colour("ink");
  for (const { day, name, end } of major) {
    const width = ctx.measureText(name).width;
    const x = Math.min(Math.max(scale.x(day) + 4, 4), scale.x(end) - width - 6);
    if (scale.x(end) - scale.x(day) > width + 8 && x > 0) ctx.fillText(name, x, 16);
  }
}

function paintToday(ctx, scale, height) {
  const x = scale.x(Date.now() / 86400000);
  if (x < 0 || x > scale.width) return;
  ctx.save();
  ctx.strokeStyle = colour("accent");
  ctx.setLineDash([2, 3]);
  ctx.beginPath();
  ctx.moveTo(x, axisHeight);
  ctx.lineTo(x, height);
  ctx.stroke();
  ctx.restore();
}

function paintDensity(ctx, scale, { bars, most }) {
  const base = axisHeight + densityHeight - 6;
  ctx.fillStyle = colour("accent");
  ctx.globalAlpha = 0.35;
  for (const { start, end, count } of bars) {
    const [x0, x1] = [scale.x(start), scale.x(end)];
    if (x1 < 0 || x0 > scale.width || !count) continue;
    const tall = Math.max(1.5, (densityHeight - 14) * Math.sqrt(count / most));
    ctx.fillRect(x0, base - tall, Math.max(1, x1 - x0 - (x1 - x0 > 4 ? 1 : 0)), tall);
  }
  ctx.globalAlpha = 1;
  ctx.fillStyle = colour("rule");
  ctx.fillRect(0, base, scale.width, 1);
}

function paintLane(ctx, scale, lane, top, { selected, hovered, seen }) {
  let first = top + 4 + rowHeight / 2;
  if (lane.name !== null) {
    first += headHeight - 4;
    ctx.fillStyle = colour("rule");
    ctx.fillRect(0, top, scale.width, 1);
    ctx.font = `600 12px ${sans}`;
    ctx.fillStyle = colour("soft");
    ctx.textBaseline = "middle";
    ctx.fillText(isolate(lane.name, 40), 6, top + 14);
  }
  ctx.font = labelFont;
  ctx.textBaseline = "middle";
  for (const item of lane.items) paintItem(ctx, scale, item, first + item.row * rowHeight, { selected, hovered, seen });
}

function paintItem(ctx, scale, item, y, { selected, hovered, seen }) {
  const { event, mark } = item;
  const x0 = mark.start === null ? Math.min(-80, scale.x(mark.end) - 120) : scale.x(mark.start);
  const x1 = mark.end === null ? Math.max(scale.width + 80, scale.x(mark.start) + 120) : scale.x(mark.end);
  if (x1 + item.label < 0 || x0 > scale.width) return;
  const point = isPoint(mark, x0, x1);
  const strong = event.id === selected || event.id === hovered;
  // A bar far longer than the window is cut to it, so that gradients and stripes stay cheap; open edges run out at the rim.
  const [from, to] = point
    ? [x0, x1]
    : [
        mark.left === "open" ? Math.max(x0, 0) : Math.max(x0, -4000),
        mark.right === "open" ? Math.min(x1, scale.width) : Math.min(x1, scale.width + 4000),
      ];
  drawMark(ctx, mark, from, Math.max(to, from + (point ? 0 : 3)), y, strong);
  const right = point ? (x0 + x1) / 2 + 6 : x1;
  let end = right;
  if (item.label) {
    const visible = Math.max(x0, 0);
    const at = item.inside && right - visible > 60 ? visible + padding : Math.max(right, 0) + 5;
    const width = at < right ? right - at - 4 : Math.max(item.label, 30);
    ctx.font = strong ? `600 ${labelFont}` : labelFont;
    const title = fitted(ctx, event.title, width);
    if (at < right) written(ctx, title, at, y, mark.throughout && mark.standing !== "expected");
    else {
      ctx.fillStyle = colour("ink");
      ctx.fillText(title, at, y + 0.5);
    }
    end = at + Math.min(width, ctx.measureText(title).width);
  }
  seen.push({ event, x0: Math.min(x0, right - 12), x1: Math.max(end, right), y, label: item.label > 0 });
}

/** Words on a bar: on a full one in the colour of the sheet. */
function written(ctx, text, x, y, full) {
  ctx.fillStyle = colour(full ? "sheet" : "ink");
  ctx.fillText(text, x, y + 0.5);
}

const cut = new Map();
/** The text, cut to the width; direction characters of its own cannot reach beyond it. */
function fitted(ctx, text, width) {
  const key = `${ctx.font}|${Math.round(width)}|${text}`;
  if (cut.has(key)) return cut.get(key);
  if (cut.size > 4000) cut.clear();
  let shown = [...text.slice(0, 300)];
  if (ctx.measureText(shown.join("")).width > width || text.length > 300) {
    let [low, high] = [0, shown.length];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (ctx.measureText(`${shown.slice(0, middle).join("")}…`).width <= width) low = middle;
      else high = middle - 1;
    }
    shown = [...shown.slice(0, low), "…"];
  }
  const fitted = `\u2068${shown.join("")}\u2069`;
  cut.set(key, fitted);
  return fitted;
}

const isolate = (text, most) => `\u2068${[...text].length > most ? `${[...text].slice(0, most).join("")}…` : text}\u2069`;
