// Draws the window: grid and axis, density where there is more than can be shown one by one, lanes with marks and labels.
import { today } from "../day-numbers.js";
import { colour } from "../theme.js";
import { drawAxis, drawDensity, drawGrid } from "./axis-renderer.js";
import { isHollow, isPoint } from "./event-mark.js";
import { headHeight, labelPadding, rowHeight } from "./lane-layout.js";
import { drawMark } from "./mark-renderer.js";
import { fitText, labelFont, sans, shortLabel } from "./text-fit.js";
import { ticks } from "./time-scale.js";

export const [axisHeight, densityHeight] = [44, 46];

/** Draws all of it; answers what lies where, for the pointer: [{ event, x0, x1, y }]. */
export function drawTimeline(ctx, { scale, lanes, density, selected, hovered, height, tickDistance }) {
  const grid = ticks(scale, tickDistance);
  drawGrid(ctx, scale, grid, axisHeight, height);
  if (density) drawDensity(ctx, scale, density, axisHeight + densityHeight - 6, densityHeight - 14);
  drawToday(ctx, scale, height);
  const hitAreas = [];
  const lanesTop = axisHeight + (density ? densityHeight : 0);
  for (const lane of lanes) drawLane(ctx, scale, lane, lanesTop + lane.top, { selected, hovered, hitAreas });
  drawAxis(ctx, scale, grid, axisHeight);
  return hitAreas;
}

function drawToday(ctx, scale, height) {
  const x = scale.x(today());
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

function drawLane(ctx, scale, lane, top, state) {
  let firstRow = top + 4 + rowHeight / 2;
  ctx.textBaseline = "middle";
  if (lane.name !== null) {
    firstRow += headHeight - 4;
    ctx.fillStyle = colour("border");
    ctx.fillRect(0, top, scale.width, 1);
    ctx.font = `600 12px ${sans}`;
    ctx.fillStyle = colour("muted");
    ctx.fillText(shortLabel(lane.name, 41), 6, top + 14);
  }
  for (const item of lane.items) drawItem(ctx, scale, item, firstRow + item.row * rowHeight, state);
}

function drawItem(ctx, scale, item, y, { selected, hovered, hitAreas }) {
  const { event, mark } = item;
  const [x0, x1] = extentOnCanvas(mark, scale);
  if (x1 + item.labelWidth < 0 || x0 > scale.width) return;
  const isStrong = event.id === selected || event.id === hovered;
  const isDrawnAsPoint = isPoint(mark, x0, x1);
  if (isDrawnAsPoint) drawMark(ctx, mark, x0, x1, y, isStrong);
  else drawClippedBar(ctx, scale, mark, [x0, x1], y, isStrong);
  const right = isDrawnAsPoint ? (x0 + x1) / 2 + 6 : x1;
  const end = item.labelWidth ? drawLabel(ctx, item, { x0, right, y, isStrong }) : right;
  hitAreas.push({ event, x0: Math.min(x0, right - 12), x1: Math.max(end, right), y });
}

/** An open side reaches beyond the canvas. */
function extentOnCanvas({ start, end }, scale) {
  return [
    start === null ? Math.min(-80, scale.x(end) - 120) : scale.x(start),
    end === null ? Math.max(scale.width + 80, scale.x(start) + 120) : scale.x(end),
  ];
}

/** A bar far longer than the window is cut to it, so that gradients and stripes stay cheap; open edges run out at the rim. */
function drawClippedBar(ctx, scale, mark, [x0, x1], y, isStrong) {
  const from = Math.max(x0, mark.left === "open" ? 0 : -4000);
  const to = Math.min(x1, scale.width + (mark.right === "open" ? 0 : 4000));
  drawMark(ctx, mark, from, Math.max(to, from + 3), y, isStrong);
}

/** Writes the title on the bar where it has room, else beside it; answers where it ends. */
function drawLabel(ctx, { event, mark, labelWidth, isInside }, { x0, right, y, isStrong }) {
  const visibleLeft = Math.max(x0, 0);
  const hasRoom = isInside && right - visibleLeft > 60;
  const x = hasRoom ? visibleLeft + labelPadding : Math.max(right, 0) + 5;
  const isOnBar = x < right;
  const width = isOnBar ? right - x - 4 : Math.max(labelWidth, 30);
  ctx.font = isStrong ? `600 ${labelFont}` : labelFont;
  const isOnFullBar = isOnBar && mark.isThroughout && !isHollow(mark);
  ctx.fillStyle = colour(isOnFullBar ? "surface" : "text");
  const title = fitText(ctx, event.title, width);
  ctx.fillText(title, x, y + 0.5);
  return x + Math.min(width, ctx.measureText(title).width);
}
