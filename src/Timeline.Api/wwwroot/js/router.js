// Which view the address names after its hash, with the ids of what it shows.

const explorer = { title: "Timeline", nav: "explore" };
const routes = {
  event: { title: "Event – Timeline", nav: "explore", load: () => import("./views/event.js") },
  article: { title: "Article – Timeline", nav: "article", load: () => import("./views/article.js") },
  try: { title: "Try an article – Timeline", nav: "try", load: () => import("./views/try-article.js") },
  review: { title: "Review – Timeline", nav: "review", load: () => import("./views/review.js") },
};

/** The present route: { name, ids, title, nav, load }. `nav` is its link in the header; the explorer loads nothing more. */
export function currentRoute() {
  const [name, ...ids] = location.hash.replace(/^#\/?/, "").split("/").map(decoded);
  return Object.hasOwn(routes, name) ? { name, ids, ...routes[name] } : { name: "explore", ids: [], ...explorer };
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
