// The part of an article that a proposal was read from: out of the text where it may be seen, else the words that were kept.
import { bdi, h } from "../dom.js";
import { annotatedText, codePointOffsets } from "../annotated-text.js";
import { words } from "../vocabulary.js";

/** How many characters are shown before the first and after the last quote. */
const contextLength = 320;

export function sourceExcerpt(article, claims) {
  const annotations = claims.flatMap(claim =>
    (claim.quote?.spans ?? []).map(([start, end]) => ({ start, end, key: claim.id, title: words(claim.stance) })),
  );
  if (typeof article?.text === "string" && annotations.length) return textExcerpt(article.text, annotations);
  const quotes = claims.map(claim => claim.quote).filter(quote => quote?.exact);
  if (quotes.length) return h("div.annotated-text", {}, quotes.map(quoteParagraph));
  const places = annotations.map(({ start, end }) => `${start}–${end}`).join(", ");
  return h("p.small.muted", {}, `The text may not be shown; it stands at characters ${places}.`);
}

const quoteParagraph = ({ prefix, exact, suffix }) => h("p", {}, bdi(prefix), h("mark", {}, bdi(exact)), bdi(suffix));

function textExcerpt(text, annotations) {
  const offsets = codePointOffsets(text);
  const length = offsets.length - 1;
  const from = Math.max(0, Math.min(...annotations.map(({ start }) => start)) - contextLength);
  const to = Math.min(length, Math.max(...annotations.map(({ end }) => end)) + contextLength);
  const moved = annotations.map(annotation => ({ ...annotation, start: annotation.start - from, end: annotation.end - from }));
  const excerpt = annotatedText(text.slice(offsets[from], offsets[to]), moved);
  if (from > 0) excerpt.prepend("… ");
  if (to < length) excerpt.append(" …");
  return excerpt;
}
