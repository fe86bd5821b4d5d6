// Light, dark, or as the system has it; remembered in this browser only.
const root = document.documentElement;
const stored = () => {
  try {
    return localStorage.getItem("timeline-theme") ?? "";
  } catch {
    return "";
  }
};

let colours = null;
export function apply(theme) {
  if (theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
  colours = null;
  dispatchEvent(new Event("themechange"));
}

/** The colour of that name (without the dashes) as it is now, for canvases. */
export function colour(name) {
  colours ??= {};
  return (colours[name] ??= getComputedStyle(root).getPropertyValue(`--${name}`).trim());
}

const wanted = new URLSearchParams(location.search).get("theme");
apply(["light", "dark"].includes(wanted) ? wanted : stored());
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => apply(root.dataset.theme ?? ""));

const choice = document.getElementById("theme");
if (choice) {
  choice.value = stored();
  choice.addEventListener("change", () => {
    try {
      localStorage.setItem("timeline-theme", choice.value);
    } catch {
      /* a browser that keeps nothing still shows the choice */
    }
    apply(choice.value);
  });
}
