// The timeline: a window onto time that moves at once, and asks for what lies in it when it has come to rest.
import { h, sizeCanvas } from "../dom.js";
import { announce } from "../feedback.js";
import { describeDate } from "../edtf-text.js";
import { words } from "../vocabulary.js";
import { axisHeight, densityHeight, drawTimeline } from "./renderer.js";
import { listenToGestures } from "./gestures.js";
import { layOutLanes } from "./lane-layout.js";
import { createOffScreenCounts } from "./off-screen-counts.js";
import { labelMeasure } from "./text-fit.js";
import { timeScale, transformRange } from "./time-scale.js";
import { createTooltip } from "./tooltip.js";

const [restDelay, compactWidth, minHeight] = [180, 560, 150];

const keyboardHelp =
  "Left and right arrows move through time, plus and minus zoom, up and down step through the events, Enter opens one, " +
  "Home shows all. The list below holds the same events.";

/** Puts a timeline into the host. `on` has rangeChange(start, end), called once it rests, open(id) and showAll(). */
export function createTimeline(host, on) {
  const canvas = h("canvas", { "aria-hidden": "true" });
  const tooltip = createTooltip();
  const offScreen = createOffScreenCounts(() => on.showAll());
  const frame = h(
    "div.timeline-frame",
    {
      tabIndex: 0,
      role: "application",
      "aria-roledescription": "timeline",
      "aria-label": "Timeline, drawn",
      "aria-describedby": "timeline-keys",
    },
    canvas,
    tooltip.element,
  );
  host.replaceChildren(h("div.timeline", {}, frame, offScreen.elements), h("p.visually-hidden", { id: "timeline-keys" }, keyboardHelp));
  const measure = labelMeasure(canvas.getContext("2d"));
  let [start, end] = [0, 365];
  let width = frame.clientWidth;
  let content = { events: [], lanes: "actor", filteredActors: new Set(), density: null };
  let layout = { key: "", lanes: [], height: minHeight };
  let hitAreas = [];
  let hovered = null;
  let selected = null;
  let pendingFrame = null;
  let restTimer = null;
  const isCompact = () => width < compactWidth;

  /** Lanes and rows depend on the zoom and the width alone: moving through time keeps them. */
  function layOut(scale) {
    const key = `${scale.pixelsPerDay.toPrecision(4)}|${width}`;
    if (key === layout.key) return;
    const { events, lanes: by, filteredActors, density } = content;
    const lanes = layOutLanes(events, { by, filteredActors, scale, measure, isCompact: isCompact() });
    const lanesHeight = lanes.reduce((sum, lane) => sum + lane.height, 0);
    const height = Math.max(minHeight, axisHeight + (density ? densityHeight : 0) + lanesHeight + 24);
    layout = { key, lanes, height };
  }

  function draw() {
    pendingFrame = null;
    if (!width) return;
    const scale = timeScale(start, end, width);
    layOut(scale);
    const { lanes, height } = layout;
    offScreen.update(lanes, scale);
    const ctx = sizeCanvas(canvas, width, height);
    const tickDistance = isCompact() ? 48 : 64;
    hitAreas = drawTimeline(ctx, { scale, lanes, density: content.density, selected, hovered, height, tickDistance });
  }

  function drawSoon() {
    pendingFrame ??= requestAnimationFrame(draw);
  }

  function setRange(range) {
    [start, end] = range;
    drawSoon();
  }

  const transform = change => setRange(transformRange({ start, end, width }, change));

  function settle() {
    clearTimeout(restTimer);
    restTimer = setTimeout(() => on.rangeChange(start, end), restDelay);
  }

  const isHit = (area, x, y) => Math.abs(area.y - y) <= 11 && x >= area.x0 - 3 && x <= area.x1 + 3;
  const eventAt = (x, y) => hitAreas.findLast(area => isHit(area, x, y))?.event ?? null;

  function setHovered(event, x, y) {
    hovered = event?.id ?? null;
    frame.classList.toggle("pointing", event !== null);
    if (event) tooltip.show(event, x, y, width);
    else tooltip.hide();
    drawSoon();
  }

  /** To the next or previous of the events in the window, by time. */
  function step(direction) {
    const inWindow = [...new Set(hitAreas.map(area => area.event))];
    const ordered = inWindow.sort((a, b) => (a.earliest ?? "").localeCompare(b.earliest ?? ""));
    if (!ordered.length) return announce("No event in this window");
    const index = ordered.findIndex(event => event.id === hovered);
    const next = ordered[(index + direction + ordered.length) % ordered.length] ?? ordered[0];
    const area = hitAreas.find(area => area.event === next);
    setHovered(next, Math.max(0, area.x0), area.y);
    announce([next.title, describeDate(next.date), words(next.standing)].filter(Boolean).join(", "));
  }

  listenToGestures(frame, {
    transform(change) {
      transform(change);
      tooltip.hide();
    },
    settle,
    hover(x, y) {
      const event = eventAt(x, y);
      if (event || hovered !== null) setHovered(event, x, y);
    },
    leave: () => setHovered(null),
    pick(x, y) {
      const event = eventAt(x, y);
      if (event) on.open(event.id);
    },
    step,
    open: () => hovered && on.open(hovered),
    showAll() {
      clearTimeout(restTimer);
      on.showAll();
    },
    refuseWheel: () => frame.classList.add("wheel-refused"),
  });
  frame.addEventListener("focus", () => frame.classList.remove("wheel-refused"));
  frame.addEventListener("blur", () => setHovered(null));
  addEventListener("themechange", invalidate);

  function invalidate() {
    layout.key = "";
    drawSoon();
  }

  new ResizeObserver(([entry]) => {
    const newWidth = Math.floor(entry.contentRect.width);
    if (newWidth === width) return;
    width = newWidth;
    layout.key = "";
    draw();
  }).observe(frame);

  return {
    /** Draws other content; what is left out stays: { events, lanes, filteredActors, density }. */
    update(changes) {
      content = { ...content, ...changes };
      invalidate();
    },
    setRange: (newStart, newEnd) => setRange([newStart, newEnd]),
    zoom(factor) {
      transform({ factor });
      settle();
    },
    select(id) {
      selected = id;
      drawSoon();
    },
    setLabel: text => frame.setAttribute("aria-label", text),
    /** Which part of the events' own length a window should add after them, so that the last label has room. */
    get labelShare() {
      const label = isCompact() ? 165 : 275;
      return Math.min(1, label / Math.max(200, width - label));
    },
  };
}
