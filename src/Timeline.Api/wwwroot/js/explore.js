// The explorer: one question, seen as histogram, timeline, filters and list, all of them changing it and following it.
import { $, announce, fill, h, trouble } from "./dom.js";
import { get, getIfThere } from "./api.js";
import { bounds, parseDay, rangeText } from "./days.js";
import { number, rangeName } from "./dates.js";
import { params } from "./query.js";
import { barsOf, histogram } from "./histogram.js";
import { timeline } from "./timeline/timeline.js";
import { count, counted, facets } from "./facets.js";
import { legend } from "./badge.js";
import { list } from "./list.js";
import { extentOf, focus } from "./timeline/focus.js";
import { notes } from "./notes.js";

const drawn = 300;
const members = "id,title,date,earliest,latest,precision,approximate,uncertain,extent,phrase,standing,kind,actors";

/** Brings the explorer to life; `go(patch, { quietly })` changes the question. */
export function explorer(go) {
  let query = null,
    page = null,
    overviewFor = null,
    asking = null,
    held = null,
    selected = null,
    wide = false;
  const overview = histogram($("histogram"), {
    range: (first, last) => (first === null ? go({ from: "", to: "" }) : go(rangePatch(first, last))),
  });
  const view = timeline($("timeline"), {
    window(d0, d1) {
      const patch = rangePatch(Math.ceil(d0), Math.floor(d1) - 1);
      held = `${patch.from}/${patch.to}`;
      go(patch, { quietly: true });
    },
    open: id => {
      location.hash = `#/event/${id}`;
    },
    fit: () => all(),
  });
  fill($("legend"), legend());

  const rangePatch = (first, last) => {
    const [from, to] = rangeText(first, Math.max(first, last));
    return { from, to };
  };

  /** The days that the question spans; open sides reach to the ends of the data. */
  function asked(extent) {
    const [from, to] = [bounds(query.from), bounds(query.to)];
    if (!from && !to) return null;
    const first = from ? from[0] : Math.min(extent?.[0] ?? to[0] - 365, to[1]);
    const last = to ? to[1] : Math.max((extent?.[1] ?? from[0] + 366) - 1, from[0]);
    return first <= last ? [first, last] : null;
  }

  function look(extent) {
    const range = asked(extent);
    overview.look(range);
    // The window that asked is where it should be already; rounded to days it would jump.
    if (held === `${query.from}/${query.to}`) return;
    held = null;
    if (range) return view.look(range[0], range[1] + 1);
    const [first, last] = (wide ? null : focus(page.items)) ?? extent ?? [parseDay("2000-01-01"), parseDay("2030-01-01")];
    wide = false;
    // Room at the right for the words of what is last.
    const margin = Math.max(last - first < 40 ? 15 : 0, (last - first) * 0.03);
    view.look(first - margin, last + margin + (last - first) * view.spare);
  }

  async function refresh(signal) {
    const key = params(query, { without: ["from", "to", "match", "sort", "undated"] }).toString();
    const events = get("events", params(query, { and: { limit: drawn, count: true, fields: members } }), { signal });
    const whole =
      key === overviewFor
        ? null
        : getIfThere(
            "charts/histogram",
            params(query, { without: ["from", "to", "match", "sort", "undated"], and: { spanning: "weighted" } }),
            { signal },
          );
    const found = count(query, signal);
    // Whichever fails first is told; the others then fail unheard, as all do that a newer question drops.
    for (const other of [events, found]) other.catch(() => {});
    if (whole) {
      whole.catch(() => {});
      const chart = await whole;
      overview.show(chart);
      $("overview").hidden = !chart?.buckets.length;
      overviewFor = key;
    }
    page = await events;
    const extent = overview.extent ?? extentOf(page.items);
    $("overview-title").textContent = overview.words || "All of it";
    show();
    look(extent);
    // The bars are an extra: without them the items stay.
    if (page.nextCursor) density(signal).catch(() => {});
    else view.show({ density: null });
    const counts = await found;
    if (page.totalIsExact === false && counts?.totalIsExact) {
      page.total = counts.total;
      page.totalIsExact = true;
      title();
    }
    facets($("filters"), query, counts ?? counted(page.items), go);
  }

  async function density(signal) {
    const chart = await getIfThere("charts/histogram", params(query, { without: ["sort"], and: { spanning: "weighted" } }), { signal });
    const bars = chart ? barsOf(chart) : [];
    view.show({ density: bars.length ? { bars, most: Math.max(1e-9, ...bars.map(bar => bar.count)) } : null });
  }

  function show() {
    const dated = page.items.filter(event => event.date);
    view.show({ events: dated, lanes: query.lanes, filtered: new Set([...query.actor, ...page.resolved.map(each => each.id)]) });
    title();
    fill($("notes"), notes(page, query, go));
    let shown = 50;
    const draw = () =>
      list($("list"), page.items.slice(0, shown), { selected, more: shown < page.items.length || page.nextCursor ? further : null });
    const further = async () => {
      shown += 50;
      if (shown > page.items.length && page.nextCursor) {
        const next = await get("events", params(query, { and: { limit: 200, fields: members, cursor: page.nextCursor } }));
        page = { ...page, items: [...page.items, ...next.items], nextCursor: next.nextCursor };
      }
      draw();
    };
    draw();
    $("timeline").hidden = $("legend").hidden = dated.length === 0;
  }

  function title() {
    const total = page.total ?? page.items.length;
    const words = `${number(total)}${page.totalIsExact === false ? " or more" : ""} ${total === 1 ? "event" : "events"}`;
    $("lanes-title").textContent = words;
    view.describe(`Timeline of ${words}${query.from || query.to ? `, ${span()}` : ""}`);
    announce(words);
  }

  function span() {
    const range = asked(overview.extent);
    return range ? rangeName(...range) : "";
  }

  /** All of time, also where a few lonely events make it long. */
  function all() {
    wide = true;
    go({ from: "", to: "" });
  }

  return {
    view,
    all,
    /** Shows the answer to the question; what an earlier one still waits for is dropped. */
    async ask(next) {
      query = next;
      asking?.abort();
      asking = new AbortController();
      const { signal } = asking;
      $("explore").classList.add("busy");
      try {
        await refresh(signal);
      } catch (fault) {
        if (fault.name === "AbortError" || signal.aborted) return;
        if (!("status" in fault)) console.error(fault);
        fill(
          $("notes"),
          trouble(fault, () => this.ask(next)),
        );
        fill($("list"));
        $("lanes-title").textContent = "No answer";
        facets($("filters"), query, null, go);
      }
      if (!signal.aborted) $("explore").classList.remove("busy");
    },
    select(id) {
      selected = id;
      view.select(id);
      for (const row of $("list").querySelectorAll("[aria-current]")) row.removeAttribute("aria-current");
      if (id)
        $("list")
          .querySelector(`[data-id="${CSS.escape(id)}"] a`)
          ?.setAttribute("aria-current", "true");
    },
  };
}
