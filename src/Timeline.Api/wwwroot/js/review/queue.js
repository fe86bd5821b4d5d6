// The list of proposals: which is in sight, which are marked, which are decided on.
import { $, bdi, fill, h } from "../dom.js";
import { formatNumber } from "../date-format.js";
import { describeDate } from "../edtf-text.js";

/** Fills the queue; `select(index)` is told which proposal is clicked. */
export function showQueue({ proposals, current, marked }, select) {
  const isMarked = proposal => marked.has(proposal.id);
  const items = proposals.map((proposal, index) => queueItem(proposal, index, index === current, isMarked(proposal), select));
  fill($("queue"), items);
  $("queue").setAttribute("aria-activedescendant", itemId(current));
  $(itemId(current))?.scrollIntoView({ block: "nearest" });
  const waiting = formatNumber(proposals.filter(proposal => !proposal.decision).length);
  $("waiting").textContent = `${waiting} proposals wait${marked.size ? `, ${formatNumber(marked.size)} marked` : ""}`;
}

const itemId = index => `item-${index}`;

function queueItem(proposal, index, isCurrent, isMarked, select) {
  const { event, claims, decision, title } = proposal;
  const state = decision ?? describeDate(event?.date ?? claims[0]?.said?.date);
  return h(
    decision ? "li.done" : "li",
    { id: itemId(index), role: "option", "aria-selected": String(isCurrent), onclick: () => select(index) },
    h("span.tick", { "aria-hidden": "true" }, tick(decision, isMarked)),
    h("span", {}, bdi(title)),
    h("span.small.muted", {}, state, isMarked ? " · marked" : ""),
  );
}

function tick(decision, isMarked) {
  if (decision) return decision === "accepted" ? "✓" : "✕";
  return isMarked ? "●" : "○";
}
