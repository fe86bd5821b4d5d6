// Wheel, drag, pinch and keys, told to the timeline as moves of its window.

/** Listens on the element; `on` has move({factor, at, by}), settle(), hover(x, y), pick(x, y), step(direction), open(), fit(). */
export function interact(element, on) {
  const fingers = new Map();
  let moved = false;
  const at = event => {
    const box = element.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };

  element.addEventListener(
    "wheel",
    event => {
      const sideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
      // Without a modifier the page must still scroll, unless the timeline was chosen first.
      if (!sideways && !event.ctrlKey && !event.metaKey && document.activeElement !== element) return on.refused();
      event.preventDefault();
      if (sideways) on.move({ by: -(event.deltaX || event.deltaY) });
      else
        on.move({
          factor: Math.exp(Math.max(-240, Math.min(240, event.deltaY * (event.deltaMode ? 20 : 1))) * (event.ctrlKey ? 0.006 : 0.0022)),
          at: at(event)[0],
        });
      on.settle();
    },
    { passive: false },
  );

  element.addEventListener("pointerdown", event => {
    if (event.button > 0) return;
    fingers.set(event.pointerId, at(event));
    moved = false;
  });

  element.addEventListener("pointermove", event => {
    const here = at(event),
      before = fingers.get(event.pointerId);
    if (!before) return on.hover(...here);
    if (fingers.size === 1) {
      if (!moved && Math.hypot(here[0] - before[0], here[1] - before[1]) < 4) return;
      if (!moved) element.setPointerCapture(event.pointerId);
      on.move({ by: here[0] - before[0] });
    } else {
      const other = [...fingers].find(([id]) => id !== event.pointerId)[1];
      const [was, is] = [Math.abs(before[0] - other[0]), Math.abs(here[0] - other[0])];
      if (was > 8 && is > 8) on.move({ factor: was / is, at: (here[0] + other[0]) / 2 });
    }
    moved = true;
    fingers.set(event.pointerId, here);
  });

  const lift = event => {
    if (!fingers.delete(event.pointerId)) return;
    if (moved) on.settle();
    else if (event.type === "pointerup") on.pick(...at(event));
  };
  element.addEventListener("pointerup", lift);
  element.addEventListener("pointercancel", lift);
  element.addEventListener("pointerleave", () => on.hover(-1, -1));
  element.addEventListener("dblclick", event => {
    on.move({ factor: 0.5, at: at(event)[0] });
    on.settle();
  });

  const keys = {
    ArrowLeft: () => on.move({ by: 80 }),
    ArrowRight: () => on.move({ by: -80 }),
    PageUp: () => on.move({ by: 600 }),
    PageDown: () => on.move({ by: -600 }),
    "+": () => on.move({ factor: 0.7 }),
    "=": () => on.move({ factor: 0.7 }),
    "-": () => on.move({ factor: 1 / 0.7 }),
    ArrowDown: () => on.step(1),
    ArrowUp: () => on.step(-1),
    Enter: () => on.open(),
    Home: () => on.fit(),
    0: () => on.fit(),
  };
  element.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
    // Showing all of time asks its own question; settling would ask for the window that it leaves.
    if (!["ArrowDown", "ArrowUp", "Enter", "Home", "0"].includes(event.key)) on.settle();
  });
}
