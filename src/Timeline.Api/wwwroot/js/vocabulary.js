// How a value of the API's vocabulary (a standing, a stance, a kind) is written and drawn. No value is listed here: which
// ones there are is told by the answers, how each looks by css/vocabulary.css, and one without a line there looks neutral.
import { resolvedColour } from "./theme.js";

/** The value in words: neither-confirms-nor-denies becomes "neither confirms nor denies". */
export const words = value => (value ?? "").replaceAll("-", " ");

let styles = new Map();
addEventListener("themechange", () => {
  styles = new Map();
});

/** Colour, marking and meaning that css/vocabulary.css has for a value of that attribute, such as "standing", for canvases. */
export function styleOf(attribute, value) {
  const key = `${attribute}=${value}`;
  if (!styles.has(key)) styles.set(key, readStyle(attribute, value));
  return styles.get(key);
}

function readStyle(attribute, value) {
  const probe = document.createElement("i");
  probe.hidden = true;
  probe.setAttribute(`data-${attribute}`, value);
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const read = name => style.getPropertyValue(name).trim();
  const found = {
    colour: resolvedColour(probe, "--hue"),
    marking: read("--marking"),
    meaning: read("--meaning").replace(/^["']|["']$/g, ""),
  };
  probe.remove();
  return found;
}

/** How an event's standing is drawn; one without a standing, as in an article just read, is drawn in the page's own colour. */
export const standingStyle = standing => styleOf("standing", standing ?? "");
