// What the reader should know about the answer: what is left out, what names were taken for, nothing found.
import { h, bdi } from "./dom.js";
import { number } from "./dates.js";
import { isFiltered } from "./query.js";

export function notes(page, query, change) {
  const undatedShown = page.items.filter(event => !event.date).length;
  const dated = page.items.length - undatedShown;
  return [
    page.hints.map(hint => h("p.note", {}, bdi(hint.detail))),
    page.undated > 0
      ? h(
          "p.note",
          {},
          `${number(page.undated)} ${page.undated === 1 ? "event has" : "events have"} no date and cannot lie in this range. `,
          h("button.plain", { type: "button", onclick: () => change({ undated: "only", from: "", to: "" }) }, "Show them"),
        )
      : null,
    page.nextCursor && dated ? h("p.note", {}, `Drawn one by one: the newest ${number(dated)}. The bars above them count all.`) : null,
    page.items.length === 0
      ? h(
          "div.empty",
          {},
          h("strong", {}, isFiltered(query) ? "Nothing matches" : "Nothing here yet"),
          isFiltered(query)
            ? h(
                "button",
                {
                  type: "button",
                  onclick: () =>
                    change({
                      from: "",
                      to: "",
                      match: "overlap",
                      asOf: "",
                      q: "",
                      undated: "",
                      role: "",
                      actor: [],
                      standing: [],
                      kind: [],
                      stance: [],
                      article: [],
                      tag: [],
                    }),
                },
                "Clear all filters",
              )
            : h("p", {}, "Events appear once an article is added and reviewed. ", h("a", { href: "#/try" }, "Try an article")),
        )
      : null,
    dated === 0 && undatedShown
      ? h("p.note", {}, "None of these events has a date: there is no time to draw them on, so they stand in the list alone.")
      : null,
  ];
}
