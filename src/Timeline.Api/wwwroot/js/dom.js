// Builds elements. Text goes in as text nodes only: nothing that comes from data is ever read as markup.

export const $ = id => document.getElementById(id);

const isChild = child => child !== null && child !== undefined && child !== false;

/** An element: h("a.chip", { href, onclick, dataset: {} }, ...children). Children are nodes, strings or null, also in nested lists. */
export function h(selector, props = {}, ...children) {
  const [tag, ...classes] = selector.split(".");
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(" ");
  for (const [name, value] of Object.entries(props)) setProperty(element, name, value);
  element.append(...children.flat(Infinity).filter(isChild));
  return element;
}

function setProperty(element, name, value) {
  if (!isChild(value)) return;
  const isProperty = name in element && !name.includes("-") && name !== "list";
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name === "dataset") Object.assign(element.dataset, value);
  else if (isProperty) element[name] = value;
  else element.setAttribute(name, value === true ? "" : value);
}

/** Replaces all that is inside. */
export function fill(parent, ...children) {
  parent.replaceChildren(...children.flat(Infinity).filter(isChild));
  return parent;
}

/** Text of others, isolated so that its direction cannot spill over into ours. */
export const bdi = text => h("bdi", { dir: "auto" }, text ?? "");

/** The rendered items with the separator between them. */
export const joined = (items, separator, render) => items.flatMap((item, index) => [index ? separator : "", render(item)]);

export const button = (label, onclick, props = {}) => h("button", { type: "button", onclick, ...props }, label);

export const options = (choices, selected) => choices.map(([value, text]) => h("option", { value, selected: value === selected }, text));

/** A link to another site, only where the address leads to the web; else plain text. */
export function externalLink(url, text) {
  const target = URL.canParse(url ?? "") ? new URL(url) : null;
  const isWeb = target?.protocol === "https:" || target?.protocol === "http:";
  return isWeb ? h("a", { href: target.href, rel: "noopener noreferrer" }, bdi(text)) : bdi(text);
}

/** Calls `handler(target, true)` when pointer or focus comes to something inside, `handler(target, false)` when it leaves. */
export function onHover(root, handler) {
  for (const type of ["pointerover", "focusin"]) root.addEventListener(type, event => handler(event.target, true));
  for (const type of ["pointerout", "focusout"]) root.addEventListener(type, event => handler(event.target, false));
}

/** Gives a canvas that size in CSS pixels, sharp on any screen; its context, scaled to CSS pixels. */
export function sizeCanvas(canvas, width, height) {
  const [deviceWidth, deviceHeight] = [Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio)];
  if (canvas.width !== deviceWidth) canvas.width = deviceWidth;
  if (canvas.height !== deviceHeight) canvas.height = deviceHeight;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const ctx = canvas.getContext("2d");
  ctx.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  ctx.clearRect(0, 0, width, height);
  return ctx;
}
