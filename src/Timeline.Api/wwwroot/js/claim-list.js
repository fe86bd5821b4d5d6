// The claims about one event side by side: who stands for it and who against it, from the first said to the last. Which side
// a stance is on is told by css/vocabulary.css.
import { bdi, h } from "./dom.js";
import { speakerName } from "./claim-text.js";
import { describeDate } from "./edtf-text.js";
import { words } from "./vocabulary.js";

/** In the order in which they were said, answers after what they answer; undated ones keep their place in the list. */
function inOrder(claims) {
  const saidDay = claim => claim.said?.earliest ?? "9999";
  const sorted = claims.toSorted((a, b) => saidDay(a).localeCompare(saidDay(b)));
  const ids = new Set(sorted.map(claim => claim.id));
  const answersTo = id => sorted.filter(claim => claim.respondsTo === id);
  const withAnswers = claim => [claim, ...answersTo(claim.id).flatMap(withAnswers)];
  return sorted.filter(claim => !ids.has(claim.respondsTo)).flatMap(withAnswers);
}

/** Two columns with the order running through both; `articles` is a map by id. */
export function claimList(claims, articles) {
  const ordered = inOrder(claims);
  const items = ordered.map((claim, index) => {
    const answered = ordered.findIndex(other => other.id === claim.respondsTo);
    return claimItem(claim, index + 1, answerText(ordered[answered], answered + 1), articles.get(claim.article));
  });
  return h(
    "div.claim-columns",
    {},
    h("p.claim-column-title", { "aria-hidden": "true" }, "Supports it"),
    h("p.claim-column-title.contra", { "aria-hidden": "true" }, "Denies it or leaves it open"),
    h("ol.claims", {}, items),
  );
}

const answerText = (claim, number) =>
  claim ? h("p.small.muted", {}, `answers ${number}: `, bdi(speakerName(claim)), ` ${words(claim.stance)}`) : null;

function claimItem(claim, number, answer, article) {
  const { stance } = claim;
  const isVerbatim = claim.quote?.exact && claim.direct;
  const publication = article ? [" in ", bdi(article.publisher ?? article.title)] : null;
  const stanceLink = h(
    "a.stance",
    { href: filterUrl("stance", stance), dataset: { stance }, title: "Events with such a claim" },
    words(stance),
  );
  return h(
    "li.claim",
    { id: claim.id, dataset: { stance } },
    h("p.claim-head", {}, h("span.claim-number", { "aria-label": `Claim ${number}` }, String(number)), speaker(claim), " ", stanceLink),
    answer,
    claim.text ? h("p", {}, bdi(claim.text)) : null,
    isVerbatim ? h("blockquote", {}, "“", bdi(claim.quote.exact), "”") : null,
    h("p.small.muted", {}, saidText(claim.said), claim.via ? [" · via ", bdi(claim.via.name)] : null, cueText(claim.cue)),
    h("p.small", {}, h("a", { href: `#/article/${claim.article}/${claim.id}` }, "The passage", publication)),
  );
}

const filterUrl = (name, value) => `./?${new URLSearchParams({ [name]: value })}`;

function speaker(claim) {
  const name = bdi(speakerName(claim));
  return h("strong", {}, claim.speaker?.id ? h("a", { href: filterUrl("actor", claim.speaker.id) }, name) : name);
}

function saidText(said) {
  if (!said?.date) return "no date of saying";
  const phrase = said.phrase ? [" (“", bdi(said.phrase), "”)"] : null;
  return ["said ", h("time", { title: said.date }, describeDate(said.date)), phrase];
}

const cueText = cue => (cue ? [" · “", bdi(cue), "”"] : null);
