// The explorer: one query, seen as histogram, timeline, filters and list, all of them changing it and following it.
import { $, fill } from "./dom.js";
import { get, getOrNull } from "./api.js";
import { formatNumber, formatRange } from "./date-format.js";
import { parseDay } from "./day-numbers.js";
import { showEventList } from "./event-list.js";
import { countFacets, fetchFacets } from "./facet-counts.js";
import { announce, errorNotice } from "./feedback.js";
import { showFilters } from "./filter-panel.js";
import { barsOf, createHistogram } from "./histogram.js";
import { createLegend } from "./legend.js";
import { apiParams } from "./query.js";
import { queryRange, rangePatch } from "./query-range.js";
import { resultNotices } from "./result-notices.js";
import { densestRange, extentOf, withMargins } from "./timeline/initial-range.js";
import { createTimeline } from "./timeline/timeline.js";

const [maxDrawn, listStep, listPageSize] = [300, 50, 200];
const eventFields = "id,title,date,earliest,latest,precision,approximate,uncertain,extent,phrase,standing,kind,actors";
const overviewWithout = ["from", "to", "match", "sort", "undated"];
const defaultRange = ["2000-01-01", "2030-01-01"].map(parseDay);

/** Brings the explorer to life; `change(patch, { isGesture })` changes the query. */
export function createExplorer(change) {
  let query = null;
  let page = null;
  let overviewKey = null;
  let request = null;
  /** The range that the timeline was moved to, as `from/to`: it shows that already. */
  let timelineRange = null;
  let selectedEvent = null;
  let isAllWanted = false;

  const overview = createHistogram($("histogram"), (first, last) => change(rangePatch(first, last)));
  const timeline = createTimeline($("timeline"), {
    rangeChange(start, end) {
      const patch = rangePatch(Math.ceil(start), Math.floor(end) - 1);
      timelineRange = `${patch.from}/${patch.to}`;
      change(patch, { isGesture: true });
    },
    open(id) {
      location.hash = `#/event/${id}`;
    },
    showAll,
  });
  const legend = createLegend($("legend"));

  /** All of time, also where a few lonely events make it long. */
  function showAll() {
    isAllWanted = true;
    change(rangePatch(null));
  }

  async function refresh(signal) {
    const events = get("events", apiParams(query, { extra: { limit: maxDrawn, count: true, fields: eventFields } }), { signal });
    const facets = fetchFacets(query, signal);
    const overviewUpdate = updateOverview(signal);
    // Whichever fails first is told; the others then fail unheard, as all do that a newer query drops.
    for (const pending of [events, facets, overviewUpdate]) pending.catch(() => {});
    await overviewUpdate;
    page = await events;
    $("overview-title").textContent = overview.summary || "All of it";
    showPage();
    moveToQuery(overview.extent ?? extentOf(page.items));
    // The bars are an extra: without them the items stay.
    if (page.nextCursor) showDensity(signal).catch(() => {});
    else timeline.update({ density: null });
    showFacets(await facets);
  }

  /** All of the timeline in bars, which only other filters than the range change. */
  async function updateOverview(signal) {
    const params = apiParams(query, { without: overviewWithout, extra: { spanning: "weighted" } });
    const key = params.toString();
    if (key === overviewKey) return;
    const histogram = await getOrNull("charts/histogram", params, { signal });
    overview.update(histogram);
    $("overview").hidden = !histogram?.buckets.length;
    overviewKey = key;
  }

  async function showDensity(signal) {
    const params = apiParams(query, { without: ["sort"], extra: { spanning: "weighted" } });
    const histogram = await getOrNull("charts/histogram", params, { signal });
    timeline.update({ density: histogram?.buckets.length ? barsOf(histogram) : null });
  }

  function showFacets(counted) {
    if (page.totalIsExact === false && counted?.totalIsExact) {
      page = { ...page, total: counted.total, totalIsExact: true };
      showTitle();
    }
    const facets = counted ?? countFacets(page.items);
    legend.addStandings(facets.standing.map(({ value }) => value));
    showFilters($("filters"), query, facets, change);
  }

  function showPage() {
    const dated = page.items.filter(event => event.date);
    const filteredActors = new Set([...query.actor, ...page.resolved.map(actor => actor.id)]);
    timeline.update({ events: dated, lanes: query.lanes, filteredActors });
    showTitle();
    fill($("notices"), resultNotices(page, query, change));
    showList(listStep);
    $("timeline").hidden = dated.length === 0;
    $("legend").hidden = dated.length === 0;
  }

  function showList(count) {
    const hasMore = count < page.items.length || page.nextCursor;
    const loadMore = async () => {
      if (count + listStep > page.items.length && page.nextCursor) await appendPage();
      showList(count + listStep);
    };
    showEventList($("list"), page.items.slice(0, count), { selected: selectedEvent, loadMore: hasMore ? loadMore : null });
  }

  async function appendPage() {
    const extra = { limit: listPageSize, fields: eventFields, cursor: page.nextCursor };
    const next = await get("events", apiParams(query, { extra }));
    page = { ...page, items: [...page.items, ...next.items], nextCursor: next.nextCursor };
  }

  function showTitle() {
    const total = page.total ?? page.items.length;
    const atLeast = page.totalIsExact === false ? " or more" : "";
    const title = `${formatNumber(total)}${atLeast} ${total === 1 ? "event" : "events"}`;
    const range = queryRange(query, overview.extent);
    $("lanes-title").textContent = title;
    timeline.setLabel(range ? `Timeline of ${title}, ${formatRange(...range)}` : `Timeline of ${title}`);
    announce(title);
  }

  function moveToQuery(extent) {
    const range = queryRange(query, extent);
    overview.setRange(range);
    // Where the timeline asked, it stands already; rounded to days it would jump.
    if (timelineRange === `${query.from}/${query.to}`) return;
    timelineRange = null;
    if (range) return timeline.setRange(range[0], range[1] + 1);
    const densest = isAllWanted ? null : densestRange(page.items);
    isAllWanted = false;
    timeline.setRange(...withMargins(densest ?? extent ?? defaultRange, timeline.labelShare, 0.03));
  }

  function showError(error, retry) {
    if (!("status" in error)) console.error(error);
    fill($("notices"), errorNotice(error, retry));
    fill($("list"));
    $("lanes-title").textContent = "No answer";
    showFilters($("filters"), query, null, change);
  }

  /** Shows the answer to the query; what an earlier one still waits for is dropped. */
  async function show(newQuery) {
    query = newQuery;
    request?.abort();
    request = new AbortController();
    const { signal } = request;
    $("explore").classList.add("busy");
    try {
      await refresh(signal);
    } catch (error) {
      if (error.name === "AbortError" || signal.aborted) return;
      showError(error, () => show(newQuery));
    }
    if (!signal.aborted) $("explore").classList.remove("busy");
  }

  function select(id) {
    selectedEvent = id;
    timeline.select(id);
    for (const row of $("list").querySelectorAll("[aria-current]")) row.removeAttribute("aria-current");
    if (id)
      $("list")
        .querySelector(`[data-id="${CSS.escape(id)}"] a`)
        ?.setAttribute("aria-current", "true");
  }

  return { show, select, showAll, zoom: timeline.zoom };
}
