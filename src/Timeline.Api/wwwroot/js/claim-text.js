// Pieces in which a claim is told wherever it is shown: who says it, and with which stance.
import { bdi, h } from "./dom.js";
import { words } from "./vocabulary.js";

export const speakerName = claim => claim.speaker?.name ?? "The article itself";

export const stanceText = stance => h("span.stance", { dataset: { stance } }, words(stance));

export const via = claim => (claim.via ? [" via ", bdi(claim.via.name)] : null);

/** The part in an event that each of its actors has. */
export const actorChips = (actors, nameOf, label) =>
  h(
    "ul.chips",
    { "aria-label": label },
    actors.map(actor => h("li", {}, nameOf(actor), h("span.small.muted", {}, actor.roles.map(words).join(", ")))),
  );
