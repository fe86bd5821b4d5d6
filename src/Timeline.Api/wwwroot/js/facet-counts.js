// How many events each value of a filter would show.
import { getOrNull } from "./api.js";
import { apiParams } from "./query.js";

/** The filters with a list of values. A facets answer and a query name them alike. */
export const facetNames = ["standing", "kind", "actor", "precision", "publisher"];

/** What the API counts events without a date as, which is not a precision to filter by. */
const undated = "undated";

/** Counts by the API; a list that is itself filtered is counted without its own filter, so that its other values can be added. */
export async function fetchFacets(query, signal) {
  const fetchWithout = names => getOrNull("facets", apiParams(query, { without: ["sort", ...names], extra: { limit: 60 } }), { signal });
  const filtered = facetNames.filter(name => query[name].length > 0);
  const [facets, ...others] = await Promise.all([fetchWithout([]), ...filtered.map(name => fetchWithout([name]))]);
  if (!facets) return null;
  const counts = { ...facets, ...Object.fromEntries(filtered.map((name, index) => [name, others[index][name]])) };
  return { ...counts, precision: counts.precision.filter(({ value }) => value !== undated) };
}

/** What can be counted from the events at hand, where the server does not count. */
export function countFacets(events) {
  return {
    standing: tally(events.map(event => ({ value: event.standing }))),
    kind: tally(events.map(event => ({ value: event.kind }))),
    precision: tally(events.filter(event => event.precision).map(event => ({ value: event.precision }))),
    publisher: [],
    actor: tally(events.flatMap(event => event.actors.map(({ id, name }) => ({ id, name })))),
  };
}

export const facetKey = value => value.id ?? value.value;

function tally(values) {
  const groups = [...Map.groupBy(values, facetKey).values()];
  return groups.map(group => ({ ...group[0], count: group.length })).sort((a, b) => b.count - a.count);
}
