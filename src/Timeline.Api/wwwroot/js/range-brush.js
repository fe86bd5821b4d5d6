// Choosing a range of a histogram: by dragging over it, by clicking a bar, or with the two handles from the keyboard.

const [minDragDistance, keyDelay] = [3, 250];

/**
 * Listens on the frame and its handles { from, to }. `on` has bars(), range(), scale(), preview(range) while it is being chosen,
 * and choose(first, last), or choose(null) for all.
 */
export function listenToBrush(frame, handles, on) {
  listenToPointer(frame, handles, on);
  listenToKeys(handles, on);
}

function listenToPointer(frame, { from, to }, on) {
  let drag = null;
  const xOf = event => event.clientX - frame.getBoundingClientRect().left;

  frame.addEventListener("pointerdown", event => {
    if (event.button > 0 || !on.bars().length) return;
    frame.setPointerCapture(event.pointerId);
    event.preventDefault();
    const isHandle = event.target === from || event.target === to;
    drag = { anchor: isHandle ? oppositeEnd(event.target === from, on) : xOf(event), isHandle, range: null };
    if (isHandle) event.target.focus();
  });
  frame.addEventListener("pointermove", event => {
    if (!drag || Math.abs(xOf(event) - drag.anchor) < minDragDistance) return;
    drag.range = rangeBetween(on, drag.anchor, xOf(event));
    if (drag.range) on.preview(drag.range);
  });
  frame.addEventListener("pointerup", event => {
    const isClick = drag && !drag.range && !drag.isHandle;
    const range = isClick ? rangeBetween(on, xOf(event), xOf(event) + 0.01) : drag?.range;
    drag = null;
    if (range) on.choose(...range);
  });
  frame.addEventListener("pointercancel", () => {
    drag = null;
  });
  frame.addEventListener("dblclick", () => on.choose(null));
}

/** The pixel just inside the end of the range that a dragged handle leaves where it is. */
function oppositeEnd(isFirstDragged, on) {
  const [first, last] = on.range();
  return isFirstDragged ? on.scale().x(last + 1) - 1 : on.scale().x(first) + 1;
}

/** The days of the whole bars between two pixels. */
function rangeBetween(on, x0, x1) {
  const [first, last] = [on.scale().day(Math.min(x0, x1)), on.scale().day(Math.max(x0, x1))];
  const inside = on.bars().filter(bar => bar.end > first && bar.start < last);
  return inside.length ? [inside[0].start, inside.at(-1).end - 1] : null;
}

function listenToKeys({ from, to }, on) {
  let timer;
  for (const handle of [from, to]) {
    handle.addEventListener("keydown", event => {
      if (event.key === "Escape") return on.choose(null);
      const range = rangeAfterKey(event.key, handle === from, on.range(), on.bars());
      if (!range) return;
      event.preventDefault();
      on.preview(range);
      clearTimeout(timer);
      timer = setTimeout(() => on.choose(...range), keyDelay);
    });
  }
}

const keySteps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageUp: 10, PageDown: -10, Home: -Infinity, End: Infinity };

/** The range after a key: one end moves by whole bars and never beyond the other; null for other keys. */
function rangeAfterKey(key, isFirst, [first, last], bars) {
  if (!(key in keySteps)) return null;
  const indexOf = day => {
    const index = bars.findIndex(bar => bar.end > day);
    return index < 0 ? bars.length - 1 : index;
  };
  const index = indexOf(isFirst ? first : last) + keySteps[key];
  const bar = bars[Math.max(0, Math.min(bars.length - 1, index))];
  if (isFirst) return [Math.min(bar.start, bars[indexOf(last)].start), last];
  return [first, Math.max(bar.end, bars[indexOf(first)].end) - 1];
}
