// Draws the mark of an event. A day is a point; anything longer is a bar over all the days it can mean. What is approximate
// fades, what is open runs out, and the marking of its standing (css/vocabulary.css) says how far it is settled.
import { colour } from "../theme.js";
import { halfHeight, isHollow, isPoint, isSharp, pointRadius } from "./event-mark.js";

/** Draws a mark from x0 to x1 (canvas pixels) around y. */
export function drawMark(ctx, mark, x0, x1, y, isStrong = false) {
  ctx.save();
  ctx.lineWidth = isStrong ? 2.5 : 1.5;
  ctx.strokeStyle = mark.colour;
  ctx.fillStyle = mark.colour;
  if (mark.marking === "dashed" || mark.isUncertain) ctx.setLineDash([3, 2]);
  if (isPoint(mark, x0, x1)) drawPoint(ctx, mark, (x0 + x1) / 2, y);
  else drawBar(ctx, mark, x0, x1, y);
  ctx.restore();
}

function arc(ctx, x, y, radius, from = 0, to = 2 * Math.PI) {
  ctx.beginPath();
  ctx.arc(x, y, radius, from, to);
}

const isOutlined = mark => isHollow(mark) || mark.marking === "striped" || mark.marking === "ringed";

function drawPoint(ctx, mark, x, y) {
  arc(ctx, x, y, pointRadius);
  ctx.fillStyle = isOutlined(mark) ? colour("surface") : mark.colour;
  ctx.fill();
  ctx.stroke();
  ctx.fillStyle = mark.colour;
  if (mark.marking === "striped") {
    arc(ctx, x, y, pointRadius, Math.PI / 2, Math.PI * 1.5);
    ctx.fill();
  }
  if (mark.marking === "ringed") {
    arc(ctx, x, y, pointRadius - 2.5);
    ctx.fill();
  }
  if (mark.marking === "struck") strikeOut(ctx, x - pointRadius - 2, x + pointRadius + 2, y);
}

function drawBar(ctx, mark, x0, x1, y) {
  const paint = isSharp(mark) ? mark.colour : fadingPaint(ctx, mark, x0, x1);
  ctx.fillStyle = paint;
  ctx.strokeStyle = paint;
  barPath(ctx, mark, x0, x1, y);
  if (!isHollow(mark)) {
    ctx.globalAlpha = mark.isThroughout ? 0.95 : 0.22;
    ctx.fill();
    ctx.globalAlpha = 1;
  }
  if (mark.marking === "striped") stripe(ctx, x0, x1, y);
  strokeEdges(ctx, mark, x0, x1, y);
  if (mark.marking === "ringed") line(ctx, x0 + 3, y + halfHeight - 3, x1 - 3, y + halfHeight - 3);
  if (mark.marking === "struck") strikeOut(ctx, x0, x1, y);
}

function barPath(ctx, mark, x0, x1, y) {
  const width = x1 - x0;
  const radius = Math.min(5, width / 2);
  const corners = [mark.left, mark.right, mark.right, mark.left].map(edge => (edge === "sharp" ? radius : 0));
  ctx.beginPath();
  ctx.roundRect(x0, y - halfHeight, width, 2 * halfHeight, corners);
}

/** Full colour in the middle; away to nothing over the third (fading) or the last bit (open) of each side that is not sharp. */
function fadingPaint(ctx, mark, x0, x1) {
  const gradient = ctx.createLinearGradient(x0, 0, x1, 0);
  const clear = `color-mix(in srgb, ${mark.colour} 0%, transparent)`;
  const share = edge => (edge === "open" ? Math.min(0.5, 60 / (x1 - x0)) : 0.38);
  for (const [edge, side] of [
    [mark.left, offset => offset],
    [mark.right, offset => 1 - offset],
  ]) {
    gradient.addColorStop(side(0), edge === "sharp" ? mark.colour : clear);
    if (edge !== "sharp") gradient.addColorStop(side(share(edge)), mark.colour);
  }
  return gradient;
}

/** Along the top and the bottom, and across each end that is sharp. */
function strokeEdges(ctx, mark, x0, x1, y) {
  if (isSharp(mark)) {
    barPath(ctx, mark, x0, x1, y);
    ctx.stroke();
    return;
  }
  const [top, bottom] = [y - halfHeight, y + halfHeight];
  line(ctx, x0, top, x1, top);
  line(ctx, x0, bottom, x1, bottom);
  if (mark.left === "sharp") line(ctx, x0, top, x0, bottom);
  if (mark.right === "sharp") line(ctx, x1, top, x1, bottom);
}

function stripe(ctx, x0, x1, y) {
  ctx.save();
  ctx.clip();
  ctx.globalAlpha = 0.9;
  ctx.lineWidth = 2;
  ctx.setLineDash([]);
  ctx.beginPath();
  const from = Math.max(x0, -20);
  const to = Math.min(x1, ctx.canvas.clientWidth + 20 || x1);
  for (let x = from - 2 * halfHeight; x < to; x += 9) {
    ctx.moveTo(x, y + halfHeight);
    ctx.lineTo(x + 2 * halfHeight, y - halfHeight);
  }
  ctx.stroke();
  ctx.restore();
}

function strikeOut(ctx, x0, x1, y) {
  ctx.setLineDash([]);
  ctx.lineWidth = 2;
  line(ctx, x0, y + 1.5, x1, y - 1.5);
}

function line(ctx, x0, y0, x1, y1) {
  ctx.beginPath();
  ctx.moveTo(x0, y0);
  ctx.lineTo(x1, y1);
  ctx.stroke();
}
