// One article: its text with every place marked that a claim stands on, or, where the text may not be shown, the places alone.
import { h, fill, bdi, outward, trouble, announce } from "./dom.js";
import { all, get, key } from "./api.js";
import { describe, instant } from "./dates.js";
import { badge } from "./badge.js";
import { light, marked, reveal } from "./marked.js";
import { speakerOf, stance } from "./claims.js";

export async function show(host, [id, chosen], page) {
  fill(host, h("p.soft", {}, "Loading…"));
  const path = `articles/${encodeURIComponent(id)}`;
  try {
    const options = { withKey: Boolean(key.get()) };
    const [article, claims, events] = await Promise.all([
      get(path, null, options),
      all("claims", { article: id, sort: "date" }),
      all("events", { article: id, fields: "id,title,date,standing" }),
    ]);
    if (page.isCurrent()) draw(host, article, claims, new Map(events.map(event => [event.id, event])), chosen);
  } catch (fault) {
    if (page.isCurrent())
      fill(
        host,
        trouble(fault, () => show(host, [id, chosen], page)),
      );
  }
}

const published = text => (text.length > 10 ? instant(text) : describe(text));
const startOf = claim => claim.quote.spans[0]?.[0] ?? 0;

function draw(host, article, claims, events, chosen) {
  document.title = `${article.title} – Timeline`;
  const ordered = [...claims].sort((a, b) => startOf(a) - startOf(b));
  const hasText = typeof article.text === "string";
  const places = hasText
    ? ordered.flatMap(claim =>
        claim.quote.spans.map(([start, end]) => ({ start, end, key: claim.id, title: events.get(claim.event)?.title, kind: "claim" })),
      )
    : [];
  const cards = h(
    "ol.cards",
    { "aria-label": "Claims in the order of the text" },
    ordered.map(claim => card(claim, events.get(claim.event))),
  );
  const point = (keys, on) => light(body, keys, on);
  const select = key => {
    const card = body.querySelector(`[data-card="${CSS.escape(key)}"]`);
    card?.scrollIntoView({ block: "center" });
    card?.querySelector("a")?.focus({ preventScroll: true });
  };
  const body = h(
    "div.reading",
    {},
    hasText
      ? marked(article.text, places, { select, point })
      : h(
          "div.note",
          {},
          h(
            "p",
            {},
            h("strong", {}, "The text of this article is not shown here. "),
            article.textRights === "none" ? "It is not kept." : "It is kept for checking only.",
          ),
          h(
            "p",
            {},
            "Its claims are, each with its place in the text: positions in characters, in the text with the SHA-256 ",
            h("code", {}, article.sha256),
            ".",
          ),
        ),
    cards,
  );
  for (const [kind, on] of [
    ["pointerover", true],
    ["focusin", true],
    ["pointerout", false],
    ["focusout", false],
  ])
    cards.addEventListener(kind, event => {
      const card = event.target.closest("[data-card]");
      if (card) point([card.dataset.card], on);
    });
  fill(
    host,
    h(
      "article.article",
      {},
      h(
        "header",
        {},
        h(
          "p.kicker.soft.small",
          {},
          [article.publisher, article.agency].filter(Boolean).flatMap((name, place) => [place ? " · " : "", bdi(name)]),
        ),
        h("h1", {}, bdi(article.title)),
        h(
          "p.soft",
          {},
          "Published ",
          h("time", { title: article.published }, published(article.published)),
          article.byline ? [" · ", bdi(article.byline)] : null,
          article.url ? [" · ", outward(article.url, "The original")] : null,
          ` · ${article.eventCount} events, ${article.claimCount} claims · `,
          h("a", { href: `./?article=${article.id}` }, "on the timeline"),
        ),
      ),
      body,
    ),
  );
  const target = chosen && body.querySelector(`[data-card="${CSS.escape(chosen)}"]`);
  if (target) {
    target.classList.add("chosen");
    light(body, [chosen], true);
    (reveal(body, chosen) ?? target).scrollIntoView({ block: "center" });
  }
  announce(`${article.title}, ${claims.length} claims`);
}

function card(claim, event) {
  return h(
    "li.card",
    { dataset: { card: claim.id } },
    h(
      "p",
      {},
      h("strong", {}, bdi(speakerOf(claim))),
      " ",
      h("span.stance", { dataset: { stance: claim.stance } }, stance(claim.stance)),
      event ? badge(event.standing) : null,
    ),
    h("p", {}, h("a", { href: `#/event/${claim.event}` }, bdi(event?.title ?? claim.text ?? "The event"))),
    claim.text ? h("p.small", {}, bdi(claim.text)) : null,
    h(
      "p.small.soft",
      {},
      event ? `${describe(event.date)} · ` : null,
      h("span.number", {}, `characters ${claim.quote.spans.map(([start, end]) => `${start}–${end}`).join(", ")}`),
    ),
  );
}
