// How many of the drawn events lie before and after the window, on a button at either side that shows all of them.
import { button } from "../dom.js";

export function createOffScreenCounts(onShowAll) {
  const earlier = button("", onShowAll, { className: "off-screen-count before", hidden: true });
  const later = button("", onShowAll, { className: "off-screen-count after", hidden: true });

  function show(element, count, text) {
    element.hidden = count === 0;
    if (element.textContent !== text) element.textContent = text;
  }

  return {
    elements: [earlier, later],
    update(lanes, { start, end }) {
      const marks = lanes.flatMap(lane => lane.items.map(item => item.mark));
      const before = marks.filter(mark => mark.end !== null && mark.end <= start).length;
      const after = marks.filter(mark => mark.start !== null && mark.start >= end).length;
      show(earlier, before, `‹ ${before} earlier`);
      show(later, after, `${after} later ›`);
    },
  };
}
