// A text with every extracted place marked in it. Offsets are Unicode code points; places may overlap.
import { h } from "./dom.js";

/** Where each code point begins in the UTF-16 string, with the length as the last entry. */
export function codePoints(text) {
  const starts = [];
  for (let at = 0; at < text.length; at += text.codePointAt(at) > 0xffff ? 2 : 1) starts.push(at);
  starts.push(text.length);
  return starts;
}

/**
 * Paragraphs of the text; `places` are { start, end, key, title, kind }. A piece that lies in a place is a <mark> with the keys of all
 * places it lies in; the first piece of each place can be reached by keyboard.
 */
export function marked(text, places, { select, point }) {
  const starts = codePoints(text);
  const at = offset => starts[Math.max(0, Math.min(offset, starts.length - 1))];
  const cuts = [...new Set([0, text.length, ...places.flatMap(place => [at(place.start), at(place.end)])])].sort((a, b) => a - b);
  const ordered = [...places].sort((a, b) => a.start - b.start);
  const reached = new Set();
  const host = h("div.text", { dir: "auto" });
  let open = [],
    next = 0;
  for (let piece = 0; piece + 1 < cuts.length; piece++) {
    const [from, to] = [cuts[piece], cuts[piece + 1]];
    while (next < ordered.length && at(ordered[next].start) <= from) open.push(ordered[next++]);
    open = open.filter(place => at(place.end) > from);
    host.append(open.length ? fragment(text.slice(from, to), open, reached) : document.createTextNode(text.slice(from, to)));
  }
  const keysOf = target => target.closest?.("mark")?.dataset.keys?.split(" ") ?? [];
  host.addEventListener("click", event => {
    const [key] = keysOf(event.target);
    if (key) select(key);
  });
  host.addEventListener("keydown", event => {
    if (event.key === "Enter" || event.key === " ") {
      const [key] = keysOf(event.target);
      if (key) {
        event.preventDefault();
        select(key);
      }
    }
  });
  for (const [kind, on] of [
    ["pointerover", true],
    ["focusin", true],
    ["pointerout", false],
    ["focusout", false],
  ])
    host.addEventListener(kind, event => {
      const keys = keysOf(event.target);
      if (keys.length) point(keys, on);
    });
  return host;
}

function fragment(words, open, reached) {
  // The innermost place, the shortest, answers first.
  const inner = [...open].sort((a, b) => a.end - a.start - (b.end - b.start));
  const fresh = inner.filter(place => !reached.has(place.key));
  for (const place of fresh) reached.add(place.key);
  const mark = h(
    "mark",
    {
      dataset: { keys: inner.map(place => place.key).join(" "), kind: inner[0].kind ?? "claim", depth: Math.min(3, open.length) },
      title: inner[0].title ?? "",
    },
    words,
  );
  if (fresh.length) {
    mark.tabIndex = 0;
    mark.setAttribute("role", "button");
  }
  return mark;
}

/** Lights up, or puts out, every mark and every card of these keys. */
export function light(root, keys, on) {
  for (const mark of root.querySelectorAll("mark"))
    if (mark.dataset.keys.split(" ").some(key => keys.includes(key))) mark.classList.toggle("lit", on);
  for (const card of root.querySelectorAll("[data-card]"))
    if (card.dataset.card.split(" ").some(key => keys.includes(key))) card.classList.toggle("lit", on);
}

/** Brings the first mark of the key into sight and gives it the focus. */
export function reveal(root, key) {
  const mark = [...root.querySelectorAll("mark")].find(mark => mark.dataset.keys.split(" ").includes(key));
  mark?.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  return mark;
}
