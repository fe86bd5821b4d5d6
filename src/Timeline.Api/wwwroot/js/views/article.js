// One article: its text with every place highlighted that a claim stands on, or, where the text may not be shown, the places alone.
import { bdi, externalLink, fill, h, joined } from "../dom.js";
import { annotatedText, annotationCards, scrollToAnnotation, setHighlighted } from "../annotated-text.js";
import { accessKey, get, getAll } from "../api.js";
import { speakerName, stanceText } from "../claim-text.js";
import { formatInstant } from "../date-format.js";
import { describeDate } from "../edtf-text.js";
import { announce, errorNotice } from "../feedback.js";
import { standingBadge } from "../standing-badge.js";
import { words } from "../vocabulary.js";

export async function show(host, [id, chosenClaim], page) {
  fill(host, h("p.muted", {}, "Loading…"));
  try {
    const [article, claims, events] = await Promise.all([
      get(`articles/${encodeURIComponent(id)}`, null, { withKey: Boolean(accessKey.get()) }),
      getAll("claims", { article: id, sort: "date" }),
      getAll("events", { article: id, fields: "id,title,date,standing" }),
    ]);
    if (!page.isCurrent()) return;
    const eventsById = new Map(events.map(event => [event.id, event]));
    showArticle(host, article, inTextOrder(claims), eventsById, chosenClaim);
  } catch (error) {
    if (page.isCurrent())
      fill(
        host,
        errorNotice(error, () => show(host, [id, chosenClaim], page)),
      );
  }
}

const textPosition = claim => claim.quote.spans[0]?.[0] ?? 0;
const inTextOrder = claims => claims.toSorted((a, b) => textPosition(a) - textPosition(b));
const cardOf = (body, claim) => body.querySelector(`[data-card="${CSS.escape(claim)}"]`);

function showArticle(host, article, claims, events, chosenClaim) {
  document.title = `${article.title} – Timeline`;
  const hover = (keys, isOn) => setHighlighted(body, keys, isOn);
  const select = claim => {
    const card = cardOf(body, claim);
    card?.scrollIntoView({ block: "center" });
    card?.querySelector("a")?.focus({ preventScroll: true });
  };
  const hasText = typeof article.text === "string";
  const text = hasText ? annotatedText(article.text, annotationsOf(claims, events), { select, hover }) : withheldNotice(article);
  const cards = claims.map(claim => claimCard(claim, events.get(claim.event)));
  const body = h("div.reading", {}, text, annotationCards("Claims in the order of the text", cards, hover));
  fill(host, h("article.article", {}, articleHeader(article), body));
  if (chosenClaim) showChosen(body, chosenClaim);
  announce(`${article.title}, ${claims.length} claims`);
}

function showChosen(body, claim) {
  const card = cardOf(body, claim);
  if (!card) return;
  card.classList.add("selected");
  setHighlighted(body, [claim], true);
  const mark = scrollToAnnotation(body, claim);
  (mark ?? card).scrollIntoView({ block: "center" });
}

const annotationsOf = (claims, events) =>
  claims.flatMap(claim => {
    const title = events.get(claim.event)?.title;
    return claim.quote.spans.map(([start, end]) => ({ start, end, key: claim.id, title, kind: "claim" }));
  });

function withheldNotice({ textRights, sha256 }) {
  const reason = h("p", {}, h("strong", {}, "The text of this article is not shown here. "), `Rights to its text: ${words(textRights)}.`);
  const places = "Its claims are, each with its place in the text: positions in characters, in the text with the SHA-256 ";
  return h("div.notice", {}, reason, h("p", {}, places, h("code", {}, sha256), "."));
}

function articleHeader(article) {
  const sources = [article.publisher, article.agency].filter(Boolean);
  const isInstant = article.published.length > "YYYY-MM-DD".length;
  const published = isInstant ? formatInstant(article.published) : describeDate(article.published);
  return h(
    "header",
    {},
    h("p.kicker.muted.small", {}, joined(sources, " · ", bdi)),
    h("h1", {}, bdi(article.title)),
    h(
      "p.muted",
      {},
      "Published ",
      h("time", { title: article.published }, published),
      article.byline ? [" · ", bdi(article.byline)] : null,
      article.url ? [" · ", externalLink(article.url, "The original")] : null,
      ` · ${article.eventCount} events, ${article.claimCount} claims · `,
      h("a", { href: `./?article=${article.id}` }, "on the timeline"),
    ),
  );
}

function claimCard(claim, event) {
  const badge = event ? standingBadge(event.standing) : null;
  const eventLink = h("a", { href: `#/event/${claim.event}` }, bdi(event?.title ?? claim.text ?? "The event"));
  const places = claim.quote.spans.map(([start, end]) => `${start}–${end}`).join(", ");
  return h(
    "li.card",
    { dataset: { card: claim.id } },
    h("p", {}, h("strong", {}, bdi(speakerName(claim))), " ", stanceText(claim.stance), badge),
    h("p", {}, eventLink),
    claim.text ? h("p.small", {}, bdi(claim.text)) : null,
    h("p.small.muted", {}, event ? `${describeDate(event.date)} · ` : null, h("span.number", {}, `characters ${places}`)),
  );
}
