// One event: what is known of when, how it stands, and every claim about it.
import { bdi, fill, h, joined } from "../dom.js";
import { get, getAll, getOrNull } from "../api.js";
import { claimList } from "../claim-list.js";
import { actorChips } from "../claim-text.js";
import { describeDate } from "../edtf-text.js";
import { announce, errorNotice } from "../feedback.js";
import { standingBadge } from "../standing-badge.js";
import { words } from "../vocabulary.js";

const [maxClaims, maxArticles] = [500, 20];

export async function show(host, [id], page) {
  fill(host, h("p.muted", {}, "Loading…"));
  try {
    const path = `events/${encodeURIComponent(id)}`;
    const [event, claims] = await Promise.all([get(path), getAll(`${path}/claims`, { sort: "date" }, { limit: maxClaims })]);
    const articles = await fetchArticles(claims);
    if (page.isCurrent()) showEvent(host, event, claims, articles);
  } catch (error) {
    if (page.isCurrent())
      fill(
        host,
        closeLink(),
        errorNotice(error, () => show(host, [id], page)),
      );
  }
}

/** The articles of the claims, by id. */
async function fetchArticles(claims) {
  const ids = [...new Set(claims.map(claim => claim.article))].slice(0, maxArticles);
  const articles = await Promise.all(ids.map(id => getOrNull(`articles/${id}`, { fields: "id,title,publisher,published" })));
  return new Map(articles.filter(Boolean).map(article => [article.id, article]));
}

const closeLink = () => h("a.close", { href: "#/", "aria-label": "Close the event" }, "✕");

function showEvent(host, event, claims, articles) {
  document.title = `${event.title} – Timeline`;
  const phrase = event.phrase ? [" – in the article’s words “", bdi(event.phrase), "”"] : null;
  const heading = claims.length === 1 ? "One claim" : `${claims.length} claims, in the order in which they were said`;
  fill(
    host,
    closeLink(),
    h("p.kicker", {}, standingBadge(event.standing), h("span.muted.small", {}, words(event.kind))),
    h("h2", {}, bdi(event.title)),
    h("p.when", {}, h("strong", {}, describeDate(event.date)), phrase),
    event.summary ? h("p", {}, bdi(event.summary)) : null,
    dateDetails(event),
    event.actors.length ? actorChips(event.actors, actorLink, "Who") : null,
    h("h3", {}, heading),
    claimList(claims, articles),
  );
  announce(`${event.title}, ${words(event.standing)}, ${claims.length} claims`);
  host.focus({ preventScroll: innerWidth > 1100 });
}

const actorLink = actor => h("a", { href: `./?actor=${encodeURIComponent(actor.id)}` }, bdi(actor.name));

function dateDetails(event) {
  if (!event.date) return h("p.small.muted", {}, "No source tells when.");
  const isRelative = event.anchor && event.anchor !== event.date;
  const alternatives = event.alternatives.length ? joined(event.alternatives, "; ", describeDate) : null;
  const rows = [
    ["Exactly", h("code", {}, event.date)],
    ["Bounds", h("code", {}, `${event.earliest ?? "open"} … ${event.latest ?? "open"}`)],
    ["It happened", extentText(event)],
    ["Counted from", isRelative ? h("code", {}, event.anchor) : null],
    ["It could also mean", alternatives],
  ];
  const row = ([term, value]) => h("div", {}, h("dt", {}, term), h("dd", {}, value));
  return h("dl.date-details", {}, rows.filter(([, value]) => value !== null).map(row));
}

function extentText(event) {
  if (event.extent === "throughout") return "all through that time";
  return event.earliest === event.latest ? "on that day" : "at some time in between";
}
