// What the marks mean: how dates are drawn, and every standing that the answers have named so far.
import { fill, h } from "./dom.js";
import { markIcon } from "./standing-badge.js";
import { styleOf, words } from "./vocabulary.js";

const barWidth = 40;

const dateLooks = [
  ["a day", {}],
  ["some day in a month, a year …", {}, barWidth],
  ["all of that time", { isThroughout: true }, barWidth],
  ["about then", { left: "fading", right: "fading" }, barWidth],
  ["open end", { right: "open" }, barWidth],
];

/** Puts a legend into the host; `addStandings` tells it which there are. */
export function createLegend(host) {
  const dates = dateLooks.map(([text, look, width]) => h("li", {}, markIcon(null, look, width), text));
  const list = h("ul", {}, dates);
  const known = new Set();
  fill(host, h("details.legend", { open: innerWidth > 1100 }, h("summary", {}, "How to read it"), list));
  return {
    addStandings(standings) {
      for (const standing of standings.filter(standing => !known.has(standing))) {
        known.add(standing);
        list.append(standingItem(standing));
      }
    },
  };
}

function standingItem(standing) {
  const { meaning } = styleOf("standing", standing);
  const name = h("strong", { dataset: { standing } }, words(standing));
  return h("li", {}, markIcon(standing), h("span", {}, name, meaning ? ` ${meaning}` : null));
}
