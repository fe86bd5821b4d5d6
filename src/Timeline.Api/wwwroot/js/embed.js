// The chart alone, for other sites to frame: same question, same drawing, nothing from elsewhere.
import { $, h, fill, trouble } from "./dom.js";
import { get } from "./api.js";
import { bounds } from "./days.js";
import { number } from "./dates.js";
import { params, read, search } from "./query.js";
import { timeline } from "./timeline/timeline.js";
import { extentOf, focus } from "./timeline/focus.js";
import { list } from "./list.js";

const query = read();
const home = hash => `./${search(query).replace(/^[^?].*$/, "")}${hash}`;
const fit = { all: false };

try {
  const page = await get("events", params(query, { and: { limit: 300, count: true } }));
  const dated = page.items.filter(event => event.date);
  const view = timeline($("timeline"), {
    window() {},
    open: id => open(home(`#/event/${id}`), "_blank", "noopener"),
    fit: () => {
      fit.all = true;
      look();
    },
  });
  const look = () => {
    const [from, to] = [bounds(query.from), bounds(query.to)];
    const extent = (fit.all ? null : focus(dated)) ?? extentOf(dated) ?? [0, 365];
    const [first, last] = [from?.[0] ?? extent[0], (to?.[1] ?? extent[1]) + 1];
    const margin = Math.max(last - first < 40 ? 15 : 0, (last - first) * 0.04);
    view.look(first - (from ? 0 : margin), last + (to ? 0 : margin + (last - first) * view.spare));
  };
  view.show({ events: dated, lanes: query.lanes, filtered: new Set(query.actor) });
  look();
  const total = page.total ?? page.items.length;
  fill(
    $("said"),
    `${number(total)} ${total === 1 ? "event" : "events"}`,
    dated.length < total ? `, ${number(dated.length)} drawn` : "",
    " · ",
    h("a", { href: home(""), target: "_blank", rel: "noopener" }, "Explore them"),
  );
  list($("list"), page.items.slice(0, 50), { more: null });
  for (const link of document.querySelectorAll("#list a")) {
    link.href = home(link.getAttribute("href"));
    link.target = "_blank";
    link.rel = "noopener";
  }
} catch (fault) {
  fill($("timeline"), trouble(fault));
}
