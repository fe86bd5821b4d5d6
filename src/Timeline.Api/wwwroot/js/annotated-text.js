// A text with every annotated place highlighted. Offsets are Unicode code points; places may overlap.
import { h, onHover } from "./dom.js";

/** Where each code point begins in the UTF-16 string, with the length as the last entry. */
export function codePointOffsets(text) {
  const offsets = [];
  let offset = 0;
  while (offset < text.length) {
    offsets.push(offset);
    offset += text.codePointAt(offset) > 0xffff ? 2 : 1;
  }
  offsets.push(text.length);
  return offsets;
}

/**
 * The text with its `annotations` { start, end, key, title, kind }. A piece that lies in annotations is a <mark> with the keys of
 * all of them; the first piece of each can be reached by keyboard. `on` has select(key) and, while pointed at, hover(keys, isOn).
 */
export function annotatedText(text, annotations, on = {}) {
  const offsets = codePointOffsets(text);
  const toUtf16 = codePoint => offsets[Math.max(0, Math.min(codePoint, offsets.length - 1))];
  const placed = annotations.map(annotation => {
    const { start, end } = annotation;
    return { ...annotation, length: end - start, start: toUtf16(start), end: toUtf16(end) };
  });
  const host = h("div.annotated-text", { dir: "auto" });
  const reachedKeys = new Set();
  for (const { from, to, covering } of splitAtBounds(text.length, placed)) {
    const piece = text.slice(from, to);
    host.append(covering.length ? highlight(piece, covering, reachedKeys) : piece);
  }
  listen(host, on);
  return host;
}

/** The pieces between all starts and ends, each with the annotations that cover it. */
function splitAtBounds(length, annotations) {
  const bounds = [...new Set([0, length, ...annotations.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const waiting = annotations.toSorted((a, b) => a.start - b.start).reverse();
  let covering = [];
  return bounds.slice(0, -1).map((from, index) => {
    const starting = [];
    while (waiting.at(-1)?.start <= from) starting.push(waiting.pop());
    covering = [...covering, ...starting].filter(annotation => annotation.end > from);
    return { from, to: bounds[index + 1], covering };
  });
}

function highlight(piece, covering, reachedKeys) {
  // The innermost, which is the shortest, answers first.
  const innermostFirst = covering.toSorted((a, b) => a.length - b.length);
  const [{ kind = "claim", title = "" }] = innermostFirst;
  const keys = innermostFirst.map(annotation => annotation.key);
  const isReached = keys.every(key => reachedKeys.has(key));
  for (const key of keys) reachedKeys.add(key);
  const reachable = isReached ? {} : { tabIndex: 0, role: "button" };
  return h("mark", { dataset: { keys: keys.join(" "), kind }, title, ...reachable }, piece);
}

const keysOf = element => element.closest?.("mark")?.dataset.keys?.split(" ") ?? [];

function listen(host, { select, hover }) {
  if (select) {
    host.addEventListener("click", event => {
      const [key] = keysOf(event.target);
      if (key) select(key);
    });
    host.addEventListener("keydown", event => {
      const [key] = keysOf(event.target);
      const isPress = event.key === "Enter" || event.key === " ";
      if (!key || !isPress) return;
      event.preventDefault();
      select(key);
    });
  }
  if (hover) {
    onHover(host, (target, isOn) => {
      const keys = keysOf(target);
      if (keys.length) hover(keys, isOn);
    });
  }
}

/** A list of cards beside the text, `data-card` holding their keys; `hover(keys, isOn)` while one is pointed at. */
export function annotationCards(label, cards, hover) {
  const list = h("ol.cards", { "aria-label": label }, cards);
  onHover(list, (target, isOn) => {
    const keys = cardKeys(target.closest("[data-card]"));
    if (keys.length) hover(keys, isOn);
  });
  return list;
}

export const cardKeys = card => card?.dataset.card.split(" ").filter(Boolean) ?? [];

/** Highlights strongly, or no longer, every mark and every card of these keys. */
export function setHighlighted(root, keys, isOn) {
  const hasKey = own => own.some(key => keys.includes(key));
  for (const mark of root.querySelectorAll("mark")) if (hasKey(keysOf(mark))) mark.classList.toggle("highlighted", isOn);
  for (const card of root.querySelectorAll("[data-card]")) if (hasKey(cardKeys(card))) card.classList.toggle("highlighted", isOn);
}

/** Scrolls to the first mark of the key; the mark, or undefined. */
export function scrollToAnnotation(root, key) {
  const mark = [...root.querySelectorAll("mark")].find(mark => keysOf(mark).includes(key));
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  mark?.scrollIntoView({ block: "center", behavior: isCalm ? "auto" : "smooth" });
  return mark;
}
