// Draws what lies behind and above the events: grid lines, the axis with its ticks, and bars of density.
import { colour } from "../theme.js";
import { sans } from "./text-fit.js";

export function drawGrid(ctx, scale, { minor, major }, axisHeight, height) {
  ctx.fillStyle = colour("border");
  ctx.globalAlpha = 0.6;
  for (const { day } of minor) ctx.fillRect(Math.round(scale.x(day)), axisHeight - 6, 1, height);
  ctx.globalAlpha = 1;
  for (const { day } of major) ctx.fillRect(Math.round(scale.x(day)), 4, 1, height);
  ctx.fillRect(0, axisHeight - 1, scale.width, 1);
}

export function drawAxis(ctx, scale, { minor, major }, axisHeight) {
  ctx.textBaseline = "alphabetic";
  ctx.font = `12px ${sans}`;
  ctx.fillStyle = colour("muted");
  for (const { day, label } of minor) ctx.fillText(label, Math.round(scale.x(day)) + 4, axisHeight - 8);
  ctx.font = `600 12.5px ${sans}`;
  ctx.fillStyle = colour("text");
  for (const { day, label, end } of major) {
    const width = ctx.measureText(label).width;
    const x = Math.min(Math.max(scale.x(day) + 4, 4), scale.x(end) - width - 6);
    if (scale.x(end) - scale.x(day) > width + 8 && x > 0) ctx.fillText(label, x, 16);
  }
}

/** Bars that stand on the line `base` and are at most so high. */
export function drawDensity(ctx, scale, bars, base, maxHeight) {
  const maxCount = Math.max(1e-9, ...bars.map(bar => bar.count));
  ctx.fillStyle = colour("accent");
  ctx.globalAlpha = 0.35;
  for (const { start, end, count } of bars) {
    const [x0, x1] = [scale.x(start), scale.x(end)];
    if (x1 < 0 || x0 > scale.width || !count) continue;
    const height = Math.max(1.5, maxHeight * Math.sqrt(count / maxCount));
    const gap = x1 - x0 > 4 ? 1 : 0;
    ctx.fillRect(x0, base - height, Math.max(1, x1 - x0 - gap), height);
  }
  ctx.globalAlpha = 1;
  ctx.fillStyle = colour("border");
  ctx.fillRect(0, base, scale.width, 1);
}
