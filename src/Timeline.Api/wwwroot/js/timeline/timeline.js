// The drawn timeline: a window onto time that moves at once, and asks for what lies in it when it has come to rest.
import { h, announce } from "../dom.js";
import { describe } from "../dates.js";
import { axisHeight, densityHeight, labelFont, paint } from "./draw.js";
import { interact } from "./interact.js";
import { layout } from "./lanes.js";
import { moved, scale } from "./scale.js";

const rest = 180;

/** Puts a timeline into the host. `on.window(d0, d1)` once it rests, `on.open(id)`, `on.fit()`. */
export function timeline(host, on) {
  const canvas = h("canvas", { "aria-hidden": "true" });
  const tip = h("div.tip", { hidden: true });
  const before = h("button.beyond.before", { type: "button", hidden: true, onclick: () => on.fit() }),
    after = h("button.beyond.after", { type: "button", hidden: true, onclick: () => on.fit() });
  const frame = h(
    "div.canvas",
    {
      tabIndex: 0,
      role: "application",
      "aria-roledescription": "timeline",
      "aria-label": "Timeline, drawn",
      "aria-describedby": "timeline-keys",
    },
    canvas,
    tip,
  );
  host.replaceChildren(
    h("div.around", {}, frame, before, after),
    h(
      "p.unseen",
      { id: "timeline-keys" },
      "Left and right arrows move through time, plus and minus zoom, up and down step through the events, Enter opens one, Home shows all. The list below holds the same events.",
    ),
  );
  const ctx = canvas.getContext("2d");
  let [d0, d1] = [0, 365],
    width = frame.clientWidth,
    height = 200;
  let content = { events: [], lanes: "actor", filtered: new Set(), density: null };
  let lanes = [],
    laidFor = "",
    seen = [],
    hovered = null,
    selected = null,
    waiting = null,
    resting = null;
  const widths = new Map();

  function measure(text) {
    if (!widths.has(text)) {
      if (widths.size > 5000) widths.clear();
      ctx.font = labelFont;
      widths.set(text, ctx.measureText(text.slice(0, 120)).width);
    }
    return widths.get(text);
  }

  function arrange(now) {
    const key = `${now.per.toPrecision(4)}|${width}`;
    if (key === laidFor) return;
    laidFor = key;
    lanes = layout(content.events, { by: content.lanes, filtered: content.filtered, scale: now, measure, compact: width < 560 });
    const deep = lanes.reduce((sum, lane) => sum + lane.height, 0);
    const tall = Math.max(150, axisHeight + (content.density ? densityHeight : 0) + deep + 24);
    if (tall !== height || canvas.width !== Math.round(width * devicePixelRatio)) resize(tall);
  }

  function resize(tall) {
    height = tall;
    [canvas.width, canvas.height] = [Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio)];
    [canvas.style.width, canvas.style.height] = [`${width}px`, `${height}px`];
  }

  function draw() {
    waiting = null;
    if (!width) return;
    const now = scale(d0, d1, width);
    arrange(now);
    ctx.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    beyond(now);
    seen = paint(ctx, { scale: now, lanes, density: content.density, selected, hovered, height, room: width < 560 ? 48 : 64 });
  }

  /** What lies outside of the window is counted at its edges. */
  function beyond(now) {
    const marks = lanes.flatMap(lane => lane.items.map(item => item.mark));
    const count = [
      marks.filter(mark => mark.end !== null && mark.end <= now.d0).length,
      marks.filter(mark => mark.start !== null && mark.start >= now.d1).length,
    ];
    for (const [button, number, words] of [
      [before, count[0], "‹ %s earlier"],
      [after, count[1], "%s later ›"],
    ]) {
      button.hidden = number === 0;
      const text = words.replace("%s", number);
      if (button.textContent !== text) button.textContent = text;
    }
  }

  const soon = () => {
    waiting ??= requestAnimationFrame(draw);
  };
  const near = (x, y) => seen.findLast(item => Math.abs(item.y - y) <= 11 && x >= item.x0 - 3 && x <= item.x1 + 3)?.event ?? null;

  function point(event, x, y) {
    hovered = event?.id ?? null;
    frame.classList.toggle("pointing", event !== null);
    tip.hidden = !event;
    if (event) {
      tip.replaceChildren(
        h("strong", {}, h("bdi", {}, event.title)),
        h("span", {}, describe(event.date), event.phrase ? [" · “", h("bdi", {}, event.phrase), "”"] : null),
        h("span", { dataset: { standing: event.standing } }, event.standing),
      );
      tip.style.left = `${Math.max(4, Math.min(x + 12, width - 268))}px`;
      tip.style.top = `${y + 18}px`;
    }
    soon();
  }

  function step(direction) {
    const order = seen
      .map(item => item.event)
      .filter((event, place, all) => all.indexOf(event) === place)
      .sort((a, b) => (a.earliest ?? "").localeCompare(b.earliest ?? ""));
    if (!order.length) return announce("No event in this window");
    const place = order.findIndex(event => event.id === hovered);
    const next = order[(place + direction + order.length) % order.length] ?? order[0];
    const where = seen.find(item => item.event === next);
    point(next, Math.max(0, where.x0), where.y);
    announce(`${next.title}, ${describe(next.date)}, ${next.standing}`);
  }

  interact(frame, {
    move(by) {
      [d0, d1] = moved({ d0, d1, width }, by);
      tip.hidden = true;
      soon();
    },
    settle() {
      clearTimeout(resting);
      resting = setTimeout(() => on.window(d0, d1), rest);
    },
    hover: (x, y) => {
      const event = x < 0 ? null : near(x, y);
      if ((event?.id ?? null) !== hovered || event) point(event, x, y);
    },
    pick: (x, y) => {
      const event = near(x, y);
      if (event) on.open(event.id);
    },
    step,
    open: () => hovered && on.open(hovered),
    fit: () => {
      clearTimeout(resting);
      on.fit();
    },
    refused: () => frame.classList.add("refusing"),
  });
  frame.addEventListener("focus", () => frame.classList.remove("refusing"));
  frame.addEventListener("blur", () => point(null));
  new ResizeObserver(([entry]) => {
    const wide = Math.floor(entry.contentRect.width);
    if (wide !== width) {
      width = wide;
      laidFor = "";
      draw();
    }
  }).observe(frame);
  addEventListener("themechange", soon);

  return {
    /** New things to draw; what is left out stays. */
    show(changes) {
      content = { ...content, ...changes };
      laidFor = "";
      soon();
    },
    look(from, to) {
      [d0, d1] = [from, to];
      soon();
    },
    zoom(factor) {
      [d0, d1] = moved({ d0, d1, width }, { factor });
      soon();
      clearTimeout(resting);
      resting = setTimeout(() => on.window(d0, d1), rest);
    },
    select(id) {
      selected = id;
      soon();
    },
    /** For measuring: paints now and tells how long that took, in milliseconds. */
    time(by) {
      const start = performance.now();
      [d0, d1] = moved({ d0, d1, width }, by);
      draw();
      return performance.now() - start;
    },
    /** Which part more than the events themselves a window should show after them, so that the last label has room. */
    get spare() {
      const label = width < 560 ? 165 : 275;
      return Math.min(1, label / Math.max(200, width - label));
    },
    get window() {
      return [d0, d1];
    },
    describe(text) {
      frame.setAttribute("aria-label", text);
    },
  };
}
