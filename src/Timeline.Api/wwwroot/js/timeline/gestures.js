// Wheel, drag, pinch and keys, told to the timeline as pans and zooms of its window.

const [clickTolerance, minPinchDistance] = [4, 8];

const positionIn = (element, event) => {
  const box = element.getBoundingClientRect();
  return [event.clientX - box.left, event.clientY - box.top];
};

/**
 * Listens on the element. `on` has transform({ factor, at, by }), settle(), hover(x, y), leave(), pick(x, y), step(direction),
 * open(), showAll() and refuseWheel().
 */
export function listenToGestures(element, on) {
  listenToWheel(element, on);
  listenToPointers(element, on);
  listenToKeys(element, on);
}

function listenToWheel(element, on) {
  const listener = event => {
    const isSideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    const isMeant = isSideways || event.ctrlKey || event.metaKey || document.activeElement === element;
    // Without a modifier the page must still scroll, unless the timeline was chosen first.
    if (!isMeant) return on.refuseWheel();
    event.preventDefault();
    if (isSideways) on.transform({ by: -(event.deltaX || event.deltaY) });
    else on.transform({ factor: wheelFactor(event), at: positionIn(element, event)[0] });
    on.settle();
  };
  element.addEventListener("wheel", listener, { passive: false });
}

function wheelFactor({ deltaY, deltaMode, ctrlKey }) {
  const pixels = deltaY * (deltaMode ? 20 : 1);
  const limited = Math.max(-240, Math.min(240, pixels));
  return Math.exp(limited * (ctrlKey ? 0.006 : 0.0022));
}

function listenToPointers(element, on) {
  const pointers = new Map();
  let hasMoved = false;

  element.addEventListener("pointerdown", event => {
    if (event.button > 0) return;
    pointers.set(event.pointerId, positionIn(element, event));
    hasMoved = false;
  });

  element.addEventListener("pointermove", event => {
    const position = positionIn(element, event);
    const previous = pointers.get(event.pointerId);
    if (!previous) return on.hover(...position);
    if (pointers.size === 1) {
      const distance = Math.hypot(position[0] - previous[0], position[1] - previous[1]);
      if (!hasMoved && distance < clickTolerance) return;
      if (!hasMoved) element.setPointerCapture(event.pointerId);
      on.transform({ by: position[0] - previous[0] });
    } else {
      const [, other] = [...pointers].find(([id]) => id !== event.pointerId);
      pinch(previous[0], position[0], other[0], on);
    }
    hasMoved = true;
    pointers.set(event.pointerId, position);
  });

  const release = event => {
    if (!pointers.delete(event.pointerId)) return;
    if (hasMoved) on.settle();
    else if (event.type === "pointerup") on.pick(...positionIn(element, event));
  };
  element.addEventListener("pointerup", release);
  element.addEventListener("pointercancel", release);
  element.addEventListener("pointerleave", () => on.leave());
  element.addEventListener("dblclick", event => {
    on.transform({ factor: 0.5, at: positionIn(element, event)[0] });
    on.settle();
  });
}

function pinch(previousX, x, otherX, on) {
  const [before, now] = [Math.abs(previousX - otherX), Math.abs(x - otherX)];
  if (before > minPinchDistance && now > minPinchDistance) on.transform({ factor: before / now, at: (x + otherX) / 2 });
}

const transformKeys = {
  ArrowLeft: { by: 80 },
  ArrowRight: { by: -80 },
  PageUp: { by: 600 },
  PageDown: { by: -600 },
  "+": { factor: 0.7 },
  "=": { factor: 0.7 },
  "-": { factor: 1 / 0.7 },
};

function listenToKeys(element, on) {
  // None of these settles: showing all of time asks its own question, and settling would ask for the window that it leaves.
  const commandKeys = {
    ArrowDown: () => on.step(1),
    ArrowUp: () => on.step(-1),
    Enter: () => on.open(),
    Home: () => on.showAll(),
    0: () => on.showAll(),
  };
  element.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const [transform, command] = [transformKeys[event.key], commandKeys[event.key]];
    if (!transform && !command) return;
    event.preventDefault();
    if (command) return command();
    on.transform(transform);
    on.settle();
  });
}
