// The little marks that say how an event stands, drawn by the same hand as the timeline.
import { h } from "./dom.js";
import { draw, standings } from "./timeline/marks.js";

const canvases = new Set();

function glyph(mark, width = 16) {
  const height = width === 16 ? 16 : 20;
  const canvas = h("canvas", { "aria-hidden": "true", width: width * 2, height: height * 2 });
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const paint = () => {
    const ctx = canvas.getContext("2d");
    ctx.setTransform(2, 0, 0, 2, 0, 0);
    ctx.clearRect(0, 0, width, height);
    if (width === 16) draw(ctx, mark, 3, 13, 8);
    else draw(ctx, mark, 2, width - 2, height / 2);
  };
  canvas.paint = paint;
  canvases.add(new WeakRef(canvas));
  paint();
  return canvas;
}

addEventListener("themechange", () => {
  for (const held of canvases) {
    const canvas = held.deref();
    if (canvas) canvas.paint();
    else canvases.delete(held);
  }
});

const sharp = { left: "sharp", right: "sharp" };
export const badge = standing =>
  h("span.badge", { dataset: { standing }, title: standings[standing] ?? "" }, glyph({ ...sharp, standing }), standing);

/** What the marks mean. */
export function legend() {
  const dates = [
    ["a day", glyph({ ...sharp, standing: "reported" })],
    ["some day in a month, a year …", glyph({ ...sharp, standing: "reported" }, 40)],
    ["all of that time", glyph({ ...sharp, standing: "reported", throughout: true }, 40)],
    ["about then", glyph({ left: "fading", right: "fading", standing: "reported" }, 40)],
    ["open end", glyph({ left: "sharp", right: "open", standing: "reported" }, 40)],
  ];
  return h(
    "details.legend",
    { open: innerWidth > 1100 },
    h("summary", {}, "How to read it"),
    h(
      "ul",
      {},
      dates.map(([words, mark]) => h("li", {}, mark, words)),
      Object.entries(standings).map(([standing, words]) =>
        h("li", {}, glyph({ ...sharp, standing }), h("span", {}, h("strong", { dataset: { standing } }, standing), " ", words)),
      ),
    ),
  );
}
