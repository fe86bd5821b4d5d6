// The review desk: proposals are decided on from the keyboard with the passage in sight.
import { $, button, fill, h } from "../dom.js";
import { post } from "../api.js";
import { announce, errorNotice } from "../feedback.js";
import { showMergeProposals } from "./merge-proposals.js";
import { proposalDetails } from "./proposal-details.js";
import { showQueue } from "./queue.js";

const withKey = true;

const keyHelp = [
  [["j", "k"], "next, previous"],
  [["a"], "accept"],
  [["r"], "reject"],
  [["x"], "mark several"],
  [["Shift+A"], "accept the whole article"],
  [["Shift+R"], "reject the whole article"],
  [["o"], "open the article"],
];

const keys = {
  j: () => move(1),
  ArrowDown: () => move(1),
  k: () => move(-1),
  ArrowUp: () => move(-1),
  a: () => decide("accepted"),
  r: () => decide("rejected"),
  A: () => decideArticle("accepted"),
  R: () => decideArticle("rejected"),
  x: () => toggleMark(),
  o: () => openArticle(),
};

/** What is on the desk; `current` is an index, `marked` holds ids. */
let desk = { proposals: [], articles: new Map(), current: 0, marked: new Set() };
let isListening = false;

const isOpen = proposal => !proposal.decision;
const currentProposal = () => desk.proposals[desk.current];

/** Fills the host with the proposals; `forgetKey` closes the desk. */
export function showReviewDesk(host, { proposals, articles }, forgetKey) {
  desk = { proposals, articles, current: 0, marked: new Set() };
  const bar = h("div.title-bar", {}, h("h1", {}, "Review"), button("Forget the key", forgetKey));
  fill(host, bar, proposals.length ? deskElements() : nothingWaits(), h("div", { id: "merges" }));
  showMergeProposals($("merges"));
  if (!proposals.length) return;
  update();
  if (!isListening) addEventListener("keydown", handleKey);
  isListening = true;
  $("queue").focus({ preventScroll: true });
}

const nothingWaits = () =>
  h("div.empty", {}, h("strong", {}, "Nothing waits for you"), h("p", {}, "All that was read has been decided on."));

function deskElements() {
  const keyNames = names => names.flatMap(name => [h("kbd", {}, name), " "]);
  const queue = { id: "queue", role: "listbox", "aria-label": "Proposals", "aria-multiselectable": "true", tabIndex: 0 };
  return [
    h("p.muted", { id: "waiting" }),
    h(
      "ul.key-help",
      { "aria-label": "Keys" },
      keyHelp.map(([names, text]) => h("li", {}, keyNames(names), text)),
    ),
    h("div.desk", {}, h("ul.queue", queue), h("section.proposal", { id: "proposal", "aria-label": "The proposal" })),
  ];
}

function update() {
  showQueue(desk, select);
  const { article } = currentProposal();
  const openCount = openOf(article).length;
  fill($("proposal"), proposalDetails(currentProposal(), desk.articles.get(article), openCount, { decide, decideArticle }));
}

function select(index) {
  desk.current = Math.max(0, Math.min(desk.proposals.length - 1, index));
  update();
}

const move = steps => select(desk.current + steps);
const openOf = article => desk.proposals.filter(proposal => proposal.article === article && isOpen(proposal));

function toggleMark() {
  const { id, decision } = currentProposal();
  if (decision) return;
  if (!desk.marked.delete(id)) desk.marked.add(id);
  update();
}

function openArticle() {
  location.hash = `#/article/${currentProposal().article}`;
}

/** Decides on what is marked, or else on the one in sight. */
async function decide(decision) {
  const marked = desk.proposals.filter(proposal => desk.marked.has(proposal.id));
  const chosen = (marked.length ? marked : [currentProposal()]).filter(isOpen);
  if (chosen.length) await settle(chosen, decision, () => postDecision(chosen, decision));
}

function postDecision(chosen, decision) {
  const [{ path, id }] = chosen;
  if (chosen.length === 1) return post(`${path}/${id}/review`, { decision }, { withKey });
  const idsByPath = Object.groupBy(chosen, proposal => proposal.path);
  const lists = Object.entries(idsByPath).map(([path, proposals]) => [path, proposals.map(proposal => proposal.id)]);
  return post("reviews", { decision, ...Object.fromEntries(lists) }, { withKey });
}

async function decideArticle(decision) {
  const { article } = currentProposal();
  const chosen = openOf(article);
  const verb = decision === "accepted" ? "Accept" : "Reject";
  if (!chosen.length || !confirm(`${verb} all ${chosen.length} proposals of this article?`)) return;
  await settle(chosen, decision, () => post(`articles/${article}/review`, { decision }, { withKey }));
}

/** Sends a decision and goes on to what waits next. A conflict means that somebody has decided already. */
async function settle(chosen, decision, send) {
  try {
    await send();
  } catch (error) {
    if (error.status !== 409) return $("proposal").prepend(errorNotice(error));
  }
  for (const proposal of chosen) proposal.decision = decision;
  desk.marked.clear();
  announce(`${chosen.length === 1 ? chosen[0].title : `${chosen.length} proposals`} ${decision}`);
  const next = desk.proposals.findIndex((proposal, index) => index > desk.current && isOpen(proposal));
  select(next >= 0 ? next : desk.proposals.findIndex(isOpen));
}

function handleKey(event) {
  const isDeskShown = $("queue")?.isConnected && location.hash === "#/review";
  const isShortcut = event.ctrlKey || event.metaKey || event.altKey;
  const isTyping = event.target.closest("input, textarea, select");
  const action = keys[event.key];
  if (!isDeskShown || isShortcut || isTyping || !action) return;
  event.preventDefault();
  action();
}
