// The passage that a proposal was read from: out of the text where it may be seen, else the words that were kept.
import { h, bdi } from "./dom.js";
import { codePoints, marked } from "./marked.js";

const around = 320;

export function passages(article, claims) {
  const spans = claims.flatMap(
    claim => claim.quote?.spans.map(([start, end]) => ({ start, end, key: claim.id, title: claim.stance })) ?? [],
  );
  if (typeof article?.text === "string" && spans.length) return cut(article.text, spans);
  const quotes = claims.filter(claim => claim.quote?.exact);
  if (quotes.length)
    return h(
      "div.text",
      {},
      quotes.map(({ quote }) => h("p", {}, bdi(quote.prefix), h("mark", {}, bdi(quote.exact)), bdi(quote.suffix))),
    );
  return h(
    "p.small.soft",
    {},
    `The text may not be shown; it stands at characters ${spans.map(span => `${span.start}–${span.end}`).join(", ")}.`,
  );
}

/** Some of the text before the first and after the last span, marked. */
function cut(text, spans) {
  const starts = codePoints(text);
  const from = Math.max(0, Math.min(...spans.map(span => span.start)) - around);
  const to = Math.min(starts.length - 1, Math.max(...spans.map(span => span.end)) + around);
  const piece = text.slice(starts[from], starts[to]);
  const shown = marked(
    piece,
    spans.map(span => ({ ...span, start: span.start - from, end: span.end - from })),
    { select() {}, point() {} },
  );
  if (from > 0) shown.prepend("… ");
  if (to < starts.length - 1) shown.append(" …");
  return shown;
}
