// The question, its place in the address bar, and what of it goes to the API.

const one = ["from", "to", "match", "asOf", "actorMatch", "role", "q", "undated", "sort"];
const many = ["actor", "standing", "kind", "stance", "article", "tag"];
const defaults = { match: "overlap", actorMatch: "any", sort: "-date", lanes: "actor" };

/** Reads the question out of the address. */
export function read(search = location.search) {
  const given = new URLSearchParams(search);
  const query = { lanes: given.get("lanes") ?? defaults.lanes };
  for (const name of one) query[name] = given.get(name)?.trim() || defaults[name] || "";
  for (const name of many) query[name] = [...new Set(given.getAll(name).filter(Boolean))];
  return query;
}

/** What the API is asked; some parameters can be left out, others added. */
export function params(query, { without = [], and = {} } = {}) {
  const asked = new URLSearchParams();
  for (const name of one) if (query[name] && query[name] !== defaults[name] && !without.includes(name)) asked.set(name, query[name]);
  for (const name of many) if (!without.includes(name)) for (const value of query[name]) asked.append(name, value);
  for (const [name, value] of Object.entries(and)) asked.set(name, value);
  if (asked.get("sort") === "relevance" && !asked.has("q")) asked.delete("sort");
  return asked;
}

/** The address of the question. */
export function search(query) {
  const address = params(query);
  if (query.lanes !== defaults.lanes) address.set("lanes", query.lanes);
  const text = address.toString();
  return text ? `?${text}` : location.pathname;
}

/** Which view the address names: explore, event, article, try or review, with ids. */
export function route() {
  const [view, ...ids] = location.hash
    .replace(/^#\/?/, "")
    .split("/")
    .map(part => {
      try {
        return decodeURIComponent(part);
      } catch {
        return part;
      }
    });
  return { view: ["event", "article", "try", "review"].includes(view) ? view : "explore", ids };
}

export const toggled = (list, value) => (list.includes(value) ? list.filter(other => other !== value) : [...list, value]);
export const isFiltered = query =>
  one.some(name => !["match", "sort", "actorMatch"].includes(name) && query[name]) || many.some(name => query[name].length);
