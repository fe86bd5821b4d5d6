// The page: keeps address, question and view together.
import { $, h, fill } from "./dom.js";
import { read, route, search } from "./query.js";
import { explorer } from "./explore.js";
import { share } from "./share.js";

const views = {
  article: () => import("./article.js"),
  try: () => import("./extract.js"),
  review: () => import("./review.js"),
  event: () => import("./event.js"),
};
const titles = {
  explore: "Timeline",
  article: "Article – Timeline",
  try: "Try an article – Timeline",
  review: "Review – Timeline",
  event: "Event – Timeline",
};
let query = read(),
  shownSearch = null,
  turn = 0,
  gesture = 0,
  charts = null;

/** Changes the question. A gesture that goes on (`quietly`) makes one step of history, not many. */
function go(patch, { quietly = false } = {}) {
  const before = search(query);
  query = { ...query, ...patch };
  const now = search(query);
  if (now === before) return ask();
  const follows = quietly && performance.now() - gesture < 1500;
  gesture = quietly ? performance.now() : 0;
  history[follows ? "replaceState" : "pushState"](null, "", now + location.hash);
  shownSearch = location.search;
  controls();
  ask();
}

function ask() {
  explore.ask(query);
  charts?.follow($("charts"), query);
}

const explore = explorer(go);

function controls() {
  if ($("q") !== document.activeElement) $("q").value = query.q;
  const select = (label, id, value, choices, name) =>
    h(
      "label.inline",
      {},
      h("span", {}, label),
      h(
        "select",
        { id, onchange: event => go({ [name]: event.target.value }) },
        choices.map(([key, words]) => h("option", { value: key, selected: key === value }, words)),
      ),
    );
  $("lanes-by").value = query.lanes;
  fill(
    $("sorting"),
    select(
      "Sort",
      "sort",
      query.sort,
      [
        ["-date", "Newest first"],
        ["date", "Oldest first"],
        ["-updated", "Last changed"],
        ...(query.q ? [["relevance", "Best match"]] : []),
      ],
      "sort",
    ),
  );
}

function tools() {
  const button = (label, words, onclick) => h("button", { type: "button", "aria-label": label, title: label, onclick }, words);
  fill(
    $("tools"),
    h(
      "label.inline",
      {},
      h("span", {}, "Lanes"),
      h(
        "select",
        { id: "lanes-by", onchange: event => go({ lanes: event.target.value }) },
        [
          ["actor", "by actor"],
          ["kind", "by kind"],
          ["standing", "by standing"],
          ["none", "none"],
        ].map(([value, words]) => h("option", { value }, words)),
      ),
    ),
    h(
      "span.group",
      {},
      button("Zoom out", "−", () => explore.view.zoom(1 / 0.5)),
      button("Zoom in", "+", () => explore.view.zoom(0.5)),
      button("Show all of time", "All", () => explore.all()),
    ),
    share(() => query),
    h(
      "button",
      {
        type: "button",
        id: "charts-toggle",
        "aria-expanded": "false",
        "aria-controls": "charts",
        onclick: async event => (charts = await import("./charts.js")).toggle($("charts"), event.target, () => query),
      },
      "Charts",
    ),
  );
}

/** Shows what the address names. */
async function follow() {
  const mine = ++turn;
  const { view, ids } = route();
  if (location.search !== shownSearch) {
    shownSearch = location.search;
    query = read();
    controls();
    ask();
  }
  const inExplorer = view === "explore" || view === "event";
  $("explore").hidden = !inExplorer;
  $("page").hidden = inExplorer;
  $("event").hidden = view !== "event";
  $("explore").classList.toggle("with-event", view === "event");
  for (const link of document.querySelectorAll("nav [data-view]"))
    link.toggleAttribute("aria-current", link.dataset.view === (view === "event" ? "explore" : view));
  for (const link of document.querySelectorAll("nav [aria-current]")) link.setAttribute("aria-current", "page");
  document.title = titles[view];
  explore.select(view === "event" ? ids[0] : null);
  if (view === "explore") return;
  const host = view === "event" ? $("event") : $("page");
  const { show } = await views[view]();
  if (mine === turn) await show(host, ids, { go, query: () => query, isCurrent: () => mine === turn });
}

$("search").addEventListener("submit", event => {
  event.preventDefault();
  go({ q: $("q").value.trim() });
  if (route().view !== "explore") location.hash = "#/";
});
$("q").addEventListener("search", () => {
  if (!$("q").value && query.q) go({ q: "" });
});
$("filters-toggle").addEventListener("click", event => {
  const open = $("filters").classList.toggle("open");
  event.target.setAttribute("aria-expanded", open);
});
$("filters").addEventListener("submit", event => event.preventDefault());
document.querySelector("[data-home]").addEventListener("click", event => {
  if (event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  history.pushState(null, "", "./");
  follow();
});
addEventListener("popstate", follow);
addEventListener("themechange", () => charts?.follow($("charts"), query));
addEventListener("keydown", event => {
  if (event.key === "Escape" && route().view === "event" && !document.querySelector("dialog[open]")) {
    location.hash = "#/";
    $("main").focus();
  }
  if (event.key === "/" && !event.target.closest("input, textarea, select") && !event.ctrlKey) {
    event.preventDefault();
    $("q").focus();
  }
});
tools();
controls();
follow();
