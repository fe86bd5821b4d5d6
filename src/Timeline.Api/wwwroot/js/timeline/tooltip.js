// What is shown beside the event that the pointer or the keyboard is on.
import { bdi, fill, h } from "../dom.js";
import { describeDate } from "../edtf-text.js";
import { words } from "../vocabulary.js";

const width = 268;

export function createTooltip() {
  const element = h("div.tooltip", { hidden: true });
  return {
    element,
    hide() {
      element.hidden = true;
    },
    show(event, x, y, frameWidth) {
      const phrase = event.phrase ? [" · “", bdi(event.phrase), "”"] : null;
      const standing = event.standing ? h("span", { dataset: { standing: event.standing } }, words(event.standing)) : null;
      fill(element, h("strong", {}, bdi(event.title)), h("span", {}, describeDate(event.date), phrase), standing);
      element.style.left = `${Math.max(4, Math.min(x + 12, frameWidth - width))}px`;
      element.style.top = `${y + 18}px`;
      element.hidden = false;
    },
  };
}
