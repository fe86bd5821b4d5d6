// Texts of others on a canvas: cut to the width there is, and isolated, so that their direction cannot reach beyond them.

export const sans = 'Inter, "Segoe UI", -apple-system, "Noto Sans", Arial, sans-serif';
export const labelFont = `13px ${sans}`;

const isolated = text => `\u2068${text}\u2069`;
const maxCharacters = 300;
const fittedTexts = new Map();

/** The text, cut to the width in the font of the context. */
export function fitText(ctx, text, width) {
  const key = `${ctx.font}|${Math.round(width)}|${text}`;
  if (!fittedTexts.has(key)) {
    if (fittedTexts.size > 4000) fittedTexts.clear();
    fittedTexts.set(key, isolated(cutToWidth(ctx, text, width)));
  }
  return fittedTexts.get(key);
}

function cutToWidth(ctx, text, width) {
  const characters = [...text.slice(0, maxCharacters)];
  const fits = shown => ctx.measureText(shown).width <= width;
  if (text.length <= maxCharacters && fits(text)) return text;
  const cut = length => `${characters.slice(0, length).join("")}…`;
  let [low, high] = [0, characters.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (fits(cut(middle))) low = middle;
    else high = middle - 1;
  }
  return cut(low);
}

/** The first characters of a text. */
export function shorten(text, most) {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most - 1).join("")}…` : text;
}

export const shortLabel = (text, most) => isolated(shorten(text, most));

/** Measures texts in the font of labels, and remembers what it has measured. */
export function labelMeasure(ctx) {
  const widths = new Map();
  return text => {
    if (!widths.has(text)) {
      if (widths.size > 5000) widths.clear();
      ctx.font = labelFont;
      widths.set(text, ctx.measureText(text.slice(0, 120)).width);
    }
    return widths.get(text);
  };
}
