// How one event is drawn: exactly as precise as its source. A day is a point; anything longer is a bar over all the days
// it can mean; what is approximate fades, what is open runs out, what is only expected is hollow.
import { colour } from "../theme.js";
import { parseDay } from "../days.js";

export const standings = {
  reported: "an article says it in its own voice",
  attributed: "only named sources say it",
  expected: "still ahead, or only promised",
  unconfirmed: "somebody will not confirm it",
  disputed: "asserted and denied",
  denied: "denied, nobody supports it",
};

const radius = 5,
  half = 8;

/** Room that words need on a bar. */
export const padding = 8;

/** First and last day and how each edge looks: "sharp", "fading" or "open". */
export function shape(event) {
  const [from, to] = (event.date ?? "").includes("/") ? event.date.split("/") : [event.date, event.date];
  const edge = (bound, text) => (bound === null ? "open" : /[~%]/.test(text ?? "") ? "fading" : "sharp");
  const [start, end] = [parseDay(event.earliest), parseDay(event.latest)];
  return {
    start,
    end: end === null ? null : end + 1,
    left: edge(start, from),
    right: edge(end, to),
    throughout: event.extent === "throughout",
    uncertain: event.uncertain,
    standing: event.standing,
  };
}

/** Draws a mark from x0 to x1 (canvas pixels) around y; shorter than two points across, it is a point. */
export function draw(ctx, mark, x0, x1, y, strong = false) {
  const hue = colour(mark.standing in standings ? mark.standing : "reported");
  ctx.save();
  ctx.lineWidth = strong ? 2.5 : 1.5;
  ctx.strokeStyle = ctx.fillStyle = hue;
  if (mark.standing === "unconfirmed" || mark.uncertain) ctx.setLineDash([3, 2]);
  if (isPoint(mark, x0, x1)) point(ctx, mark, (x0 + x1) / 2, y, hue);
  else bar(ctx, mark, x0, x1, y, hue);
  ctx.restore();
}

export const isPoint = (mark, x0, x1) => x1 - x0 < 2 * radius + 2 && mark.left !== "open" && mark.right !== "open";

const hollow = standing => standing === "expected" || standing === "unconfirmed";

function point(ctx, mark, x, y, hue) {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 7);
  ctx.globalAlpha = 1;
  if (hollow(mark.standing)) {
    ctx.fillStyle = colour("sheet");
    ctx.fill();
  } else if (mark.standing === "disputed") {
    ctx.fillStyle = colour("sheet");
    ctx.fill();
    ctx.beginPath();
    ctx.arc(x, y, radius, Math.PI / 2, Math.PI * 1.5);
    ctx.fillStyle = hue;
    ctx.fill();
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 7);
  } else if (mark.standing === "attributed") {
    ctx.fillStyle = colour("sheet");
    ctx.fill();
    ctx.stroke();
    ctx.beginPath();
    ctx.arc(x, y, radius - 2.5, 0, 7);
    ctx.fillStyle = hue;
    ctx.fill();
    return;
  } else ctx.fill();
  ctx.stroke();
  if (mark.standing === "denied") strike(ctx, x - radius - 2, x + radius + 2, y);
}

function bar(ctx, mark, x0, x1, y, hue) {
  const width = x1 - x0,
    round = Math.min(5, width / 2);
  const fade = paint(ctx, mark, x0, x1, hue);
  const outline = () => {
    ctx.beginPath();
    ctx.roundRect(
      x0,
      y - half,
      width,
      2 * half,
      [mark.left, mark.right, mark.right, mark.left].map(side => (side === "sharp" ? round : 0)),
    );
  };
  outline();
  ctx.fillStyle = fade;
  if (!hollow(mark.standing)) {
    ctx.globalAlpha = mark.throughout ? 0.95 : 0.22;
    ctx.fill();
    if (mark.standing === "disputed") {
      ctx.save();
      ctx.clip();
      ctx.globalAlpha = 0.9;
      stripes(ctx, x0, x1, y, fade);
      ctx.restore();
      outline();
    }
  }
  ctx.globalAlpha = 1;
  ctx.strokeStyle = fade;
  if (mark.left === "sharp" && mark.right === "sharp") ctx.stroke();
  else edges(ctx, mark, x0, x1, y);
  if (mark.standing === "attributed") {
    ctx.beginPath();
    ctx.moveTo(x0 + 3, y + half - 3);
    ctx.lineTo(x1 - 3, y + half - 3);
    ctx.stroke();
  }
  if (mark.standing === "denied") {
    ctx.setLineDash([]);
    strike(ctx, x0, x1, y);
  }
}

/** Full colour in the middle; away to nothing over the third (fading) or the last bit (open) of each side that is not sharp. */
function paint(ctx, mark, x0, x1, hue) {
  if (mark.left === "sharp" && mark.right === "sharp") return hue;
  const fade = ctx.createLinearGradient(x0, 0, x1, 0);
  const clear = `color-mix(in srgb, ${hue} 0%, transparent)`;
  const reach = side => (side === "open" ? Math.min(0.5, 60 / (x1 - x0)) : 0.38);
  if (mark.left === "sharp") fade.addColorStop(0, hue);
  else {
    fade.addColorStop(0, clear);
    fade.addColorStop(reach(mark.left), hue);
  }
  if (mark.right === "sharp") fade.addColorStop(1, hue);
  else {
    fade.addColorStop(1 - reach(mark.right), hue);
    fade.addColorStop(1, clear);
  }
  return fade;
}

function edges(ctx, mark, x0, x1, y) {
  ctx.beginPath();
  ctx.moveTo(x0, y - half);
  ctx.lineTo(x1, y - half);
  ctx.moveTo(x0, y + half);
  ctx.lineTo(x1, y + half);
  if (mark.left === "sharp") {
    ctx.moveTo(x0, y - half);
    ctx.lineTo(x0, y + half);
  }
  if (mark.right === "sharp") {
    ctx.moveTo(x1, y - half);
    ctx.lineTo(x1, y + half);
  }
  ctx.stroke();
}

function stripes(ctx, x0, x1, y, paint) {
  ctx.strokeStyle = paint;
  ctx.lineWidth = 2;
  ctx.setLineDash([]);
  ctx.beginPath();
  const from = Math.max(x0, -20),
    to = Math.min(x1, ctx.canvas.clientWidth + 20 || x1);
  for (let x = from - 2 * half; x < to; x += 9) {
    ctx.moveTo(x, y + half);
    ctx.lineTo(x + 2 * half, y - half);
  }
  ctx.stroke();
}

function strike(ctx, x0, x1, y) {
  ctx.lineWidth = 2;
  ctx.beginPath();
  ctx.moveTo(x0, y + 1.5);
  ctx.lineTo(x1, y - 1.5);
  ctx.stroke();
}
