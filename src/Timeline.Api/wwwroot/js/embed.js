// The timeline alone, for other sites to frame: same query, same drawing, nothing from elsewhere.
import { $, fill, h } from "./dom.js";
import { get } from "./api.js";
import { formatNumber } from "./date-format.js";
import { periodBounds } from "./day-numbers.js";
import { showEventList } from "./event-list.js";
import { errorNotice } from "./feedback.js";
import { apiParams, querySearch, readQuery } from "./query.js";
import { densestRange, extentOf, withMargins } from "./timeline/initial-range.js";
import { createTimeline } from "./timeline/timeline.js";

const [maxDrawn, maxListed] = [300, 50];
const query = readQuery();
const pageUrl = hash => `./${querySearch(query)}${hash}`;
const newTab = { target: "_blank", rel: "noopener" };
const someYear = [0, 365];

try {
  showAnswer(await get("events", apiParams(query, { extra: { limit: maxDrawn, count: true } })));
} catch (error) {
  fill($("timeline"), errorNotice(error));
}

function showAnswer(page) {
  const dated = page.items.filter(event => event.date);
  showTimeline(dated);
  const total = page.total ?? page.items.length;
  const count = `${formatNumber(total)} ${total === 1 ? "event" : "events"}`;
  const drawn = dated.length < total ? `, ${formatNumber(dated.length)} drawn` : "";
  fill($("summary"), count, drawn, " · ", h("a", { href: pageUrl(""), ...newTab }, "Explore them"));
  showEventList($("list"), page.items.slice(0, maxListed));
  for (const link of document.querySelectorAll("#list a")) Object.assign(link, { href: pageUrl(link.getAttribute("href")), ...newTab });
}

function showTimeline(events) {
  const timeline = createTimeline($("timeline"), {
    rangeChange() {},
    open: id => window.open(pageUrl(`#/event/${id}`), "_blank", "noopener"),
    showAll: () => showRange(extentOf(events) ?? someYear),
  });
  const showRange = range => {
    const [from, to] = [periodBounds(query.from), periodBounds(query.to)];
    const [start, end] = [from ? from[0] : range[0], to ? to[1] + 1 : range[1]];
    const [roomyStart, roomyEnd] = withMargins([start, end], timeline.labelShare);
    timeline.setRange(from ? start : roomyStart, to ? end : roomyEnd);
  };
  timeline.update({ events, lanes: query.lanes, filteredActors: new Set(query.actor) });
  showRange(densestRange(events) ?? extentOf(events) ?? someYear);
}
