// Choosing a range of a histogram: by dragging over it, by clicking a bar, or with the two handles from the keyboard.

/** Listens on the frame and its handles; `on` has bars(), range(), scale(), sketch(range) while it is being chosen, choose(first, last) or choose(null). */
export function brush(frame, handles, on) {
  drags(frame, handles, on);
  let waiting;
  for (const grip of [handles.from, handles.to])
    grip.addEventListener("keydown", event => {
      if (event.key === "Escape") return on.choose(null);
      const chosen = stepped(event.key, grip === handles.from, on.range(), on.bars());
      if (!chosen) return;
      event.preventDefault();
      on.sketch(chosen);
      clearTimeout(waiting);
      waiting = setTimeout(() => on.choose(...chosen), 250);
    });
}

function drags(frame, { from, to }, on) {
  let drag = null;
  const at = event => event.clientX - frame.getBoundingClientRect().left;
  frame.addEventListener("pointerdown", event => {
    if (event.button > 0 || !on.bars().length) return;
    frame.setPointerCapture(event.pointerId);
    event.preventDefault();
    const [first, last] = on.range();
    const anchor = event.target === from ? on.scale().x(last + 1) - 1 : event.target === to ? on.scale().x(first) + 1 : at(event);
    const isHandle = event.target === from || event.target === to;
    drag = { anchor, isHandle, chosen: null };
    if (isHandle) event.target.focus();
  });
  frame.addEventListener("pointermove", event => {
    if (!drag || Math.abs(at(event) - drag.anchor) < 3) return;
    drag.chosen = between(on, drag.anchor, at(event));
    if (drag.chosen) on.sketch(drag.chosen);
  });
  frame.addEventListener("pointerup", event => {
    const chosen = drag && (drag.chosen ?? (drag.isHandle ? null : between(on, at(event), at(event) + 0.01)));
    drag = null;
    if (chosen) on.choose(...chosen);
  });
  frame.addEventListener("pointercancel", () => {
    drag = null;
  });
  frame.addEventListener("dblclick", () => on.choose(null));
}

/** The days of the whole bars between two pixels. */
function between(on, a, b) {
  const [first, last] = [on.scale().day(Math.min(a, b)), on.scale().day(Math.max(a, b))];
  const inside = on.bars().filter(bar => bar.end > first && bar.start < last);
  return inside.length ? [inside[0].start, inside.at(-1).end - 1] : null;
}

const ways = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageUp: 10, PageDown: -10, Home: -Infinity, End: Infinity };

/** The range after a key: one end moves by whole bars and never beyond the other; null for other keys. */
function stepped(key, isFirst, [first, last], bars) {
  if (!(key in ways)) return null;
  const holds = day => {
    const place = bars.findIndex(bar => bar.end > day);
    return place < 0 ? bars.length - 1 : place;
  };
  const next = bars[Math.max(0, Math.min(bars.length - 1, holds(isFirst ? first : last) + ways[key]))];
  return isFirst ? [Math.min(next.start, bars[holds(last)].start), last] : [first, Math.max(next.end, bars[holds(first)].end) - 1];
}
