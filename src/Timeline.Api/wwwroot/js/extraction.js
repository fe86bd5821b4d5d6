// What was extracted from an article: its text with dates, claims and actors highlighted, a card for each, and a timeline.
import { bdi, fill, h, joined } from "./dom.js";
import { annotatedText, annotationCards, cardKeys, scrollToAnnotation, setHighlighted } from "./annotated-text.js";
import { stanceText, via } from "./claim-text.js";
import { formatNumber } from "./date-format.js";
import { describeDate } from "./edtf-text.js";
import { announce } from "./feedback.js";
import { extentOf, withMargins } from "./timeline/initial-range.js";
import { createTimeline } from "./timeline/timeline.js";
import { words } from "./vocabulary.js";

// What stands in the text and what is told of it beside the text share keys.
const eventKey = index => `e${index}`;
const actorKey = index => `a${index}`;
const isAlone = claim => claim.event === null || claim.event === undefined;
const claimKey = (claim, index) => (isAlone(claim) ? `c${index}` : eventKey(claim.event));

/** Fills the host with an extraction, and with `controls` below it. */
export function showExtraction(host, extraction, controls) {
  const { events, claims, actors, expressions } = extraction;
  const counts = [
    `${formatNumber(events.length)} events`,
    `${formatNumber(claims.length)} claims`,
    `${formatNumber(actors.length)} actors`,
    `${formatNumber(expressions.length)} expressions of time`,
  ].join(", ");
  const explanation = "Dates are underlined, claims tinted, names dotted.";
  const reading = readingView(extraction);
  const drawing = h("div");
  const section = h("section.timeline-panel", { "aria-label": "Drawn" }, drawing);
  fill(host, h("div.result-head", {}, h("h2", {}, counts), h("span.small.muted", {}, explanation)), section, reading, controls);
  if (!showTimeline(drawing, events, reading)) section.remove();
  announce(counts);
}

function readingView(extraction) {
  const { events, claims, actors } = extraction;
  const hover = (keys, isOn) => setHighlighted(reading, keys, isOn);
  const select = key => {
    const card = [...cards.children].find(card => cardKeys(card).includes(key));
    card?.scrollIntoView({ block: "nearest" });
    card?.focus({ preventScroll: true });
  };
  const earliest = index => events[index].earliest ?? "9999";
  const ordered = [...events.keys()].sort((a, b) => earliest(a).localeCompare(earliest(b)));
  const cards = annotationCards(
    "Events read in the article",
    [ordered.map(index => eventCard(extraction, index)), claims.map(aloneClaimCard), actorsCard(actors)].flat().filter(Boolean),
    hover,
  );
  cards.addEventListener("click", event => {
    const [key] = cardKeys(event.target.closest("[data-card]"));
    if (key && !event.target.closest("a, button")) scrollToAnnotation(reading, key);
  });
  const reading = h("div.reading", {}, annotatedText(extraction.text, annotationsOf(extraction), { select, hover }), cards);
  return reading;
}

/** Places of dates, claims and actors in the text, keyed by what they became. */
function annotationsOf({ events, claims, actors }) {
  const annotate = (spans, key, title, kind) => spans.map(([start, end]) => ({ start, end, key, title, kind }));
  const claimTitle = claim => `${claim.speaker.name} ${words(claim.stance)}`;
  return [
    ...events.flatMap((event, index) => annotate(event.spans, eventKey(index), `${describeDate(event.date)} – ${event.title}`, "date")),
    ...claims.flatMap((claim, index) => (claim.speaker ? annotate(claim.content, claimKey(claim, index), claimTitle(claim), "claim") : [])),
    ...actors.flatMap((actor, index) => annotate(actor.mentions, actorKey(index), `${actor.name}, ${words(actor.kind)}`, "actor")),
  ];
}

/** Draws the events that have a date; false where none has. */
function showTimeline(host, events, reading) {
  const drawn = events.map((event, index) => ({ ...event, id: eventKey(index), actors: [] })).filter(event => event.date);
  const extent = extentOf(drawn);
  if (!extent) return false;
  const showAll = () => timeline.setRange(...withMargins(extent, timeline.labelShare));
  const open = key => scrollToAnnotation(reading, key)?.focus({ preventScroll: true });
  const timeline = createTimeline(host, { rangeChange() {}, open, showAll });
  timeline.update({ events: drawn, lanes: "none" });
  showAll();
  return true;
}

const speaker = claim => (claim.speaker ? bdi(claim.speaker.name) : "The article");

function eventCard({ events, claims }, index) {
  const event = events[index];
  const phrase = event.phrase ? h("span.muted", {}, " “", bdi(event.phrase), "”") : null;
  const names = joined(event.actors, ", ", actor => bdi(actor.name));
  const date = event.date ? [" · ", h("code", {}, event.date)] : null;
  return h(
    "li.card",
    { dataset: { card: eventKey(index) }, tabIndex: -1 },
    h("p", {}, h("strong", {}, describeDate(event.date)), phrase),
    h("p", {}, bdi(event.title)),
    h("p.small.muted", {}, words(event.kind), date, names.length ? [" · ", names] : null),
    event.claims.length
      ? h(
          "ul.small",
          {},
          event.claims.map(at => claimLine(claims[at])),
        )
      : null,
  );
}

const claimLine = claim => h("li", {}, speaker(claim), " ", stanceText(claim.stance), via(claim));

/** A claim that tells of no event that was found. */
function aloneClaimCard(claim, index) {
  if (!claim.speaker || !isAlone(claim)) return null;
  const text = h("p", {}, speaker(claim), " ", stanceText(claim.stance));
  return h("li.card", { dataset: { card: claimKey(claim, index) }, tabIndex: -1 }, text);
}

function actorsCard(actors) {
  const keys = actors.map((_, index) => actorKey(index)).join(" ");
  const details = actor => h("span.small.muted", {}, `${words(actor.kind)}, ${formatNumber(actor.mentions.length)}×`);
  const chips = actors.map(actor => h("li", {}, bdi(actor.name), details(actor)));
  return h("li.card", { dataset: { card: keys } }, h("h3", {}, "Who"), h("ul.chips", {}, chips));
}
