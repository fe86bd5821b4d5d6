// One proposal with the passage that it was read from, and what can be decided.
import { bdi, button, h } from "../dom.js";
import { actorChips, speakerName, stanceText, via } from "../claim-text.js";
import { formatNumber } from "../date-format.js";
import { describeDate } from "../edtf-text.js";
import { words } from "../vocabulary.js";
import { sourceExcerpt } from "./source-excerpt.js";

/** `openCount` is how many proposals of its article wait; `on` has decide(decision) and decideArticle(decision). */
export function proposalDetails(proposal, article, openCount, on) {
  const { event, claims } = proposal;
  return [
    h("p.small.muted", {}, kindText(event)),
    h("h2", {}, bdi(proposal.title)),
    event ? dateLine(event) : h("p", {}, h("a", { href: `#/event/${claims[0].event}` }, "The event it is about")),
    event?.actors.length ? actorChips(event.actors, actor => bdi(actor.name)) : null,
    h(
      "ul",
      {},
      claims.map(claim => h("li", {}, h("strong", {}, bdi(speakerName(claim))), " ", stanceText(claim.stance), via(claim))),
    ),
    sourceExcerpt(article, claims),
    article ? h("p.small.muted", {}, "In ", h("a", { href: `#/article/${proposal.article}` }, bdi(article.title))) : null,
    proposal.decision ? h("p.notice", {}, `This was ${proposal.decision}.`) : decisionButtons(openCount, on),
  ];
}

function kindText(event) {
  if (!event) return "a claim on an event that is known";
  return [event.kind, event.precision].filter(Boolean).map(words).join(" · ");
}

function dateLine(event) {
  const phrase = event.phrase ? [" “", bdi(event.phrase), "”"] : null;
  const exact = event.date ? [" ", h("code", {}, event.date)] : null;
  return h("p.when", {}, h("strong", {}, describeDate(event.date)), phrase, exact);
}

function decisionButtons(openCount, on) {
  const count = formatNumber(openCount);
  return h(
    "div.decide",
    {},
    button("Accept (a)", () => on.decide("accepted"), { className: "primary" }),
    button("Reject (r)", () => on.decide("rejected")),
    button(`Accept all ${count} of this article`, () => on.decideArticle("accepted")),
    button(`Reject all ${count}`, () => on.decideArticle("rejected")),
  );
}
