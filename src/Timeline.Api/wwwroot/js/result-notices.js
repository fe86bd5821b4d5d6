// What the reader should know about an answer: what is left out, what names were taken for, that nothing was found.
import { bdi, button, h } from "./dom.js";
import { formatNumber } from "./date-format.js";
import { isFiltered, withoutFilters } from "./query.js";

/** The notices for a page of events; `change` takes a patch of the query. */
export function resultNotices(page, query, change) {
  const undated = page.items.filter(event => !event.date).length;
  const dated = page.items.length - undated;
  return [
    page.hints.map(hint => h("p.notice", {}, bdi(hint.detail))),
    page.undated > 0 ? leftOutNotice(page.undated, change) : null,
    page.nextCursor && dated ? partlyDrawnNotice(dated) : null,
    page.items.length === 0 ? emptyNotice(query, change) : null,
    dated === 0 && undated ? h("p.notice", {}, onlyUndated) : null,
  ];
}

const onlyUndated = "None of these events has a date: there is no time to draw them on, so they stand in the list alone.";

const leftOutNotice = (count, change) =>
  h(
    "p.notice",
    {},
    `${formatNumber(count)} ${count === 1 ? "event has" : "events have"} no date and cannot lie in this range. `,
    button("Show them", () => change({ undated: "only", from: "", to: "" }), { className: "text-button" }),
  );

const partlyDrawnNotice = count => h("p.notice", {}, `Drawn one by one: the newest ${formatNumber(count)}. The bars above them count all.`);

function emptyNotice(query, change) {
  if (isFiltered(query)) {
    return h(
      "div.empty",
      {},
      h("strong", {}, "Nothing matches"),
      button("Clear all filters", () => change(withoutFilters())),
    );
  }
  const hint = h("p", {}, "Events appear once an article is added and reviewed. ", h("a", { href: "#/try" }, "Try an article"));
  return h("div.empty", {}, h("strong", {}, "Nothing here yet"), hint);
}
