// The query: what is asked, as it stands in the page's address, and as the API takes it.

const singleParameters = ["from", "to", "match", "asOf", "actorMatch", "role", "q", "undated", "sort"];
const listParameters = ["actor", "standing", "kind", "stance", "article", "tag", "precision", "publisher"];
const defaults = { match: "overlap", actorMatch: "any", sort: "-date", lanes: "actor" };

/** Reads the query out of the address. */
export function readQuery(search = location.search) {
  const given = new URLSearchParams(search);
  const query = { lanes: given.get("lanes") ?? defaults.lanes };
  for (const name of singleParameters) query[name] = given.get(name)?.trim() || defaults[name] || "";
  for (const name of listParameters) query[name] = [...new Set(given.getAll(name).filter(Boolean))];
  return query;
}

/** The parameters of an API call for the query, `without` some of them and with `extra` ones. */
export function apiParams(query, { without = [], extra = {} } = {}) {
  const params = new URLSearchParams();
  for (const name of singleParameters.filter(name => !without.includes(name))) {
    if (query[name] && query[name] !== defaults[name]) params.set(name, query[name]);
  }
  for (const name of listParameters.filter(name => !without.includes(name))) {
    for (const value of query[name]) params.append(name, value);
  }
  for (const [name, value] of Object.entries(extra)) params.set(name, value);
  if (params.get("sort") === "relevance" && !params.has("q")) params.delete("sort");
  return params;
}

/** The search part of the page's address for the query: empty, or with its question mark. */
export function querySearch(query) {
  const params = apiParams(query);
  if (query.lanes !== defaults.lanes) params.set("lanes", query.lanes);
  const text = params.toString();
  return text ? `?${text}` : "";
}

export const toggled = (list, value) => (list.includes(value) ? list.filter(other => other !== value) : [...list, value]);

const filterNames = singleParameters.filter(name => !["match", "sort", "actorMatch"].includes(name));

export const isFiltered = query => filterNames.some(name => query[name]) || listParameters.some(name => query[name].length > 0);

/** The change of a query that takes every filter off it. */
export const withoutFilters = () => ({
  ...Object.fromEntries(filterNames.map(name => [name, ""])),
  ...Object.fromEntries(listParameters.map(name => [name, []])),
  match: defaults.match,
});
