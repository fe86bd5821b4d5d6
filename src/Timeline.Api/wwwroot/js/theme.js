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

let colours = new Map();

function applyTheme(theme) {
  if (theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
  colours = new Map();
  dispatchEvent(new Event("themechange"));
}

/** The present value of a colour of css/theme.css, named without the dashes, for canvases. */
export function colour(name) {
  if (!colours.has(name)) colours.set(name, getComputedStyle(root).getPropertyValue(`--${name}`).trim());
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
