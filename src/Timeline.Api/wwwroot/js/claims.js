// Claims of one event side by side: who stands for it and who against it, from the first said to the last.
import { h, bdi } from "./dom.js";
import { describe } from "./dates.js";

const against = new Set(["denies", "disputes", "neither-confirms-nor-denies", "declines-to-comment"]);
export const stanceWords = { "neither-confirms-nor-denies": "neither confirms nor denies", "declines-to-comment": "declines to comment" };
export const stance = text => stanceWords[text] ?? text;
export const speakerOf = claim => claim.speaker?.name ?? "The article itself";

/** In the order in which they were said, answers after what they answer; undated ones keep their place in the list. */
export function inOrder(claims) {
  const said = claim => claim.said?.earliest ?? "9999";
  const sorted = [...claims].sort((a, b) => said(a).localeCompare(said(b)));
  return sorted
    .filter(claim => !sorted.some(other => other.id === claim.respondsTo))
    .flatMap(function family(claim) {
      return [claim, ...sorted.filter(other => other.respondsTo === claim.id).flatMap(family)];
    });
}

/** Two columns with the order running through both. */
export function sides(claims, articles) {
  const ordered = inOrder(claims);
  const place = new Map(ordered.map((claim, index) => [claim.id, index + 1]));
  // An answer stands against what it answers; a claim by itself, against the event.
  const isAgainst = claim => against.has(claim.stance);
  return h(
    "div.sides",
    {},
    h("p.side-head", { "aria-hidden": "true" }, "Supports it"),
    h("p.side-head.contra", { "aria-hidden": "true" }, "Denies it or leaves it open"),
    h(
      "ol.claims",
      {},
      ordered.map((claim, index) =>
        card(claim, index + 1, {
          contra: isAgainst(claim),
          answers: place.get(claim.respondsTo),
          answered: ordered.find(other => other.id === claim.respondsTo),
          article: articles.get(claim.article),
        }),
      ),
    ),
  );
}

function card(claim, number, { contra, answers, answered, article }) {
  const words = claim.quote?.exact && claim.direct ? h("blockquote", {}, "“", bdi(claim.quote.exact), "”") : null;
  return h(
    contra ? "li.claim.contra" : "li.claim",
    { id: claim.id },
    h(
      "p.claim-head",
      {},
      h("span.order", { "aria-label": `Claim ${number}` }, String(number)),
      h(
        "strong",
        {},
        claim.speaker?.id
          ? h("a", { href: `./?actor=${encodeURIComponent(claim.speaker.id)}` }, bdi(claim.speaker.name))
          : bdi(speakerOf(claim)),
      ),
      " ",
      h("span.stance", { dataset: { stance: claim.stance } }, stance(claim.stance)),
    ),
    answers ? h("p.small.soft", {}, `answers ${answers}: `, bdi(speakerOf(answered)), ` ${stance(answered.stance)}`) : null,
    claim.text ? h("p", {}, bdi(claim.text)) : null,
    words,
    h(
      "p.small.soft",
      {},
      claim.said?.date
        ? [
            "said ",
            h("time", { title: claim.said.date }, describe(claim.said.date)),
            claim.said.phrase ? [" (“", bdi(claim.said.phrase), "”)"] : null,
          ]
        : "no date of saying",
      claim.via ? [" · via ", bdi(claim.via.name)] : null,
      claim.cue ? [" · “", bdi(claim.cue), "”"] : null,
    ),
    h(
      "p.small",
      {},
      h(
        "a",
        { href: `#/article/${claim.article}/${claim.id}` },
        "The passage",
        article ? [" in ", bdi(article.publisher ?? article.title)] : null,
      ),
    ),
  );
}
