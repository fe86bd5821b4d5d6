// The badge that says how an event stands, with a mark drawn as the timeline draws it.
import { h } from "./dom.js";
import { styleOf, words } from "./vocabulary.js";
import { styleOfMark } from "./timeline/event-mark.js";
import { drawMark } from "./timeline/mark-renderer.js";

const sharp = { left: "sharp", right: "sharp" };
const [pointWidth, pointHeight, barHeight] = [16, 16, 20];

const repaints = new Set();
addEventListener("themechange", () => {
  for (const reference of repaints) {
    const repaint = reference.deref()?.repaint;
    if (repaint) repaint();
    else repaints.delete(reference);
  }
});

/** A small canvas with the mark of a standing: a point, or a bar where a width is given. Other colours repaint it. */
export function markIcon(standing, look = {}, width = pointWidth) {
  const isPoint = width === pointWidth;
  const height = isPoint ? pointHeight : barHeight;
  const canvas = h("canvas", { "aria-hidden": "true", width: width * 2, height: height * 2 });
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  canvas.repaint = () => {
    const ctx = canvas.getContext("2d");
    const mark = { ...sharp, ...look, ...styleOfMark(standing) };
    ctx.setTransform(2, 0, 0, 2, 0, 0);
    ctx.clearRect(0, 0, width, height);
    if (isPoint) drawMark(ctx, mark, 3, 13, 8);
    else drawMark(ctx, mark, 2, width - 2, height / 2);
  };
  canvas.repaint();
  repaints.add(new WeakRef(canvas));
  return canvas;
}

export const standingBadge = standing =>
  h("span.badge", { dataset: { standing }, title: styleOf("standing", standing).meaning }, markIcon(standing), words(standing));
