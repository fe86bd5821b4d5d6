// Building elements. Text goes in as text nodes only: nothing that comes from data is ever read as markup.

/** An element: h("a.chip", { href, onclick, dataset: {} }, ...children). Children are nodes, strings or null. */
export function h(what, props = {}, ...children) {
  const [tag, ...classes] = what.split(".");
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(" ");
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "dataset") Object.assign(element.dataset, value);
    else if (name in element && !name.includes("-") && name !== "list") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** Text of others, isolated so that its direction cannot spill over into ours. */
export const bdi = text => h("bdi", { dir: "auto" }, text ?? "");

/** Replaces all that is inside. */
export function fill(parent, ...children) {
  parent.replaceChildren(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return parent;
}

export const $ = id => document.getElementById(id);

/** A link out, only where it leads to the web; else plain text. */
export function outward(url, text) {
  const target = URL.canParse(url ?? "") ? new URL(url) : null;
  return target && (target.protocol === "https:" || target.protocol === "http:")
    ? h("a", { href: target.href, rel: "noopener noreferrer" }, bdi(text))
    : bdi(text);
}

let announcing;
/** Tells a screen reader, once things have settled. */
export function announce(text) {
  clearTimeout(announcing);
  announcing = setTimeout(() => {
    $("live").textContent = text;
  }, 250);
}

/** An answer that went wrong, kindly. */
export function trouble(fault, again) {
  const faults = fault.errors ?? [];
  return h(
    "div.note.bad",
    { role: "alert" },
    h("p", {}, h("strong", {}, fault.title ?? "Something went wrong"), fault.detail ? [" – ", bdi(fault.detail)] : null),
    faults.length
      ? h(
          "ul",
          {},
          faults.map(each => h("li", {}, h("code", {}, each.parameter ?? each.pointer ?? ""), " ", bdi(each.detail ?? each.code))),
        )
      : null,
    again ? h("button", { type: "button", onclick: again }, "Try again") : null,
    fault.traceId && fault.status >= 500 ? h("p.small.soft", {}, "Trace ", h("code", {}, fault.traceId)) : null,
  );
}

/** Copies, and says so on the button. */
export async function copy(text, button) {
  const words = button.textContent;
  await navigator.clipboard?.writeText(text).catch(() => {});
  button.textContent = "Copied";
  setTimeout(() => {
    button.textContent = words;
  }, 1500);
}
