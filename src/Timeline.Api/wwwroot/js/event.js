// One event: what is known of when, how it stands, and every claim about it.
import { h, fill, bdi, trouble, announce } from "./dom.js";
import { all, get, getIfThere } from "./api.js";
import { describe } from "./dates.js";
import { badge } from "./badge.js";
import { sides } from "./claims.js";

export async function show(host, [id], page) {
  fill(host, h("p.soft", {}, "Loading…"));
  try {
    const [event, claims] = await Promise.all([
      get(`events/${encodeURIComponent(id)}`),
      all(`events/${encodeURIComponent(id)}/claims`, { sort: "date" }, { most: 500 }),
    ]);
    const sources = await Promise.all(
      [...new Set(claims.map(claim => claim.article))]
        .slice(0, 20)
        .map(article => getIfThere(`articles/${article}`, { fields: "id,title,publisher,published" })),
    );
    if (page.isCurrent()) draw(host, event, claims, new Map(sources.filter(Boolean).map(article => [article.id, article])));
  } catch (fault) {
    if (page.isCurrent())
      fill(
        host,
        close(),
        trouble(fault, () => show(host, [id], page)),
      );
  }
}

const close = () => h("a.close", { href: "#/", "aria-label": "Close the event" }, "✕");

function draw(host, event, claims, articles) {
  document.title = `${event.title} – Timeline`;
  fill(
    host,
    close(),
    h("p.kicker", {}, badge(event.standing), h("span.soft.small", {}, event.kind)),
    h("h2", {}, bdi(event.title)),
    h("p.when", {}, h("strong", {}, describe(event.date)), event.phrase ? [" – in the article’s words “", bdi(event.phrase), "”"] : null),
    event.summary ? h("p", {}, bdi(event.summary)) : null,
    known(event),
    event.actors.length
      ? h(
          "ul.chips",
          { "aria-label": "Who" },
          event.actors.map(actor =>
            h(
              "li",
              {},
              h("a", { href: `./?actor=${encodeURIComponent(actor.id)}` }, bdi(actor.name)),
              h("span.small.soft", {}, actor.roles.join(", ")),
            ),
          ),
        )
      : null,
    h("h3", {}, claims.length === 1 ? "One claim" : `${claims.length} claims, in the order in which they were said`),
    sides(claims, articles),
  );
  announce(`${event.title}, ${event.standing}, ${claims.length} claims`);
  host.focus({ preventScroll: innerWidth > 1100 });
}

function known(event) {
  if (!event.date) return h("p.small.soft", {}, "No source tells when.");
  const rows = [
    ["Exactly", h("code", {}, event.date)],
    ["Bounds", h("code", {}, `${event.earliest ?? "open"} … ${event.latest ?? "open"}`)],
    [
      "It happened",
      event.extent === "throughout" ? "all through that time" : event.earliest === event.latest ? "on that day" : "at some time in between",
    ],
    event.anchor && event.anchor !== event.date ? ["Counted from", h("code", {}, event.anchor)] : null,
    event.alternatives.length
      ? ["It could also mean", event.alternatives.map((other, place) => [place ? "; " : "", describe(other)]).flat()]
      : null,
  ];
  return h(
    "dl.known",
    {},
    rows.filter(Boolean).map(([term, value]) => h("div", {}, h("dt", {}, term), h("dd", {}, value))),
  );
}
