// The page: keeps the address, the query and the view together. ARCHITECTURE.md, "The page", maps its modules.
import { $ } from "./dom.js";
import { createExplorer } from "./explorer.js";
import { querySearch, readQuery } from "./query.js";
import { currentRoute } from "./router.js";
import { createToolbar, showSorting } from "./toolbar.js";

const gesturePause = 1500;

let query = readQuery();
let shownSearch = null;
let navigation = 0;
let lastGesture = -Infinity;
let charts = null;

/** Changes the query. A gesture that goes on makes one step of history, not many. */
function changeQuery(patch, { isGesture = false } = {}) {
  const before = querySearch(query);
  query = { ...query, ...patch };
  const search = querySearch(query);
  if (search !== before) {
    const now = performance.now();
    const continues = isGesture && now - lastGesture < gesturePause;
    lastGesture = isGesture ? now : -Infinity;
    history[continues ? "replaceState" : "pushState"](null, "", (search || location.pathname) + location.hash);
    shownSearch = location.search;
    showControls();
  }
  showAnswers();
}

function showAnswers() {
  explorer.show(query);
  charts?.updateCharts($("charts"), query);
}

async function toggleCharts(event) {
  charts = await import("./charts.js");
  charts.toggleCharts($("charts"), event.target, () => query);
}

const explorer = createExplorer(changeQuery);
const toolbar = createToolbar($("tools"), { explorer, currentQuery: () => query, change: changeQuery, toggleCharts });

function showControls() {
  if ($("q") !== document.activeElement) $("q").value = query.q;
  toolbar.showLanes(query.lanes);
  showSorting($("sorting"), query, changeQuery);
}

/** Shows what the address names. */
async function showRoute() {
  const current = ++navigation;
  const isCurrent = () => current === navigation;
  if (location.search !== shownSearch) {
    shownSearch = location.search;
    query = readQuery();
    showControls();
    showAnswers();
  }
  const route = currentRoute();
  showFrame(route);
  if (!route.load) return;
  const { show } = await route.load();
  if (isCurrent()) await show($(route.name === "event" ? "event" : "page"), route.ids, { isCurrent });
}

/** What surrounds the view: which parts are seen, the link of the header, the title, the selected event. */
function showFrame({ name, nav, title, ids }) {
  const isEvent = name === "event";
  const isExplorer = isEvent || name === "explore";
  $("explore").hidden = !isExplorer;
  $("explore").classList.toggle("with-event", isEvent);
  $("event").hidden = !isEvent;
  $("page").hidden = isExplorer;
  for (const link of document.querySelectorAll("nav [data-view]")) {
    if (link.dataset.view === nav) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.title = title;
  explorer.select(isEvent ? ids[0] : null);
}

$("search").addEventListener("submit", event => {
  event.preventDefault();
  changeQuery({ q: $("q").value.trim() });
  if (currentRoute().name !== "explore") location.hash = "#/";
});
// Emptied with the field's own cross.
$("q").addEventListener("search", () => {
  if (!$("q").value && query.q) changeQuery({ q: "" });
});
$("filters-toggle").addEventListener("click", event => {
  const isOpen = $("filters").classList.toggle("open");
  event.target.setAttribute("aria-expanded", isOpen);
});
$("filters").addEventListener("submit", event => event.preventDefault());
document.querySelector("[data-home]").addEventListener("click", event => {
  if (event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  history.pushState(null, "", "./");
  showRoute();
});
addEventListener("popstate", showRoute);
addEventListener("themechange", () => charts?.updateCharts($("charts"), query));
addEventListener("keydown", event => {
  const isEventOpen = currentRoute().name === "event" && !document.querySelector("dialog[open]");
  if (event.key === "Escape" && isEventOpen) {
    location.hash = "#/";
    $("main").focus();
  }
  const isTyping = event.target.closest("input, textarea, select") || event.ctrlKey;
  if (event.key === "/" && !isTyping) {
    event.preventDefault();
    $("q").focus();
  }
});
showControls();
showRoute();
