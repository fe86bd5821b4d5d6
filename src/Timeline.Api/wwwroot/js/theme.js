// Light, dark, or as the system has it; remembered in this browser only.
const root = document.documentElement;
const storageName = "timeline-theme";

function storedTheme() {
  try {
    return localStorage.getItem(storageName) ?? "";
  } catch {
    return "";
  }
}

function storeTheme(theme) {
  try {
    localStorage.setItem(storageName, theme);
  } catch {
    // A browser that keeps nothing still shows the choice.
  }
}

const probe = document.createElement("i");
probe.hidden = true;
document.body.append(probe);
let colours = new Map();

function applyTheme(theme) {
  if (theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
  colours = new Map();
  dispatchEvent(new Event("themechange"));
}

/** What a custom property that is a colour comes to on an element of the page, for canvases, which know no `light-dark()`. */
export function resolvedColour(element, property) {
  element.style.color = `var(${property})`;
  return getComputedStyle(element).color;
}

/** The present value of a colour of css/theme.css, named without the dashes. */
export function colour(name) {
  if (!colours.has(name)) colours.set(name, resolvedColour(probe, `--${name}`));
  return colours.get(name);
}

const wanted = new URLSearchParams(location.search).get("theme");
applyTheme(["light", "dark"].includes(wanted) ? wanted : storedTheme());
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => applyTheme(root.dataset.theme ?? ""));

const select = document.getElementById("theme");
if (select) {
  select.value = storedTheme();
  select.addEventListener("change", () => {
    storeTheme(select.value);
    applyTheme(select.value);
  });
}
