// Review: what a machine proposes, decided on by a person. Takes a key, kept for this tab only.
import { $, fill, h } from "../dom.js";
import { accessKey } from "../api.js";
import { errorNotice } from "../feedback.js";
import { fetchProposals } from "../review/proposals.js";
import { showReviewDesk } from "../review/review-desk.js";

export async function show(host, _, page) {
  if (!accessKey.get()) return showKeyForm(host, page);
  fill(host, h("p.muted", {}, "Loading…"));
  try {
    const proposals = await fetchProposals();
    if (page.isCurrent()) showReviewDesk(host, proposals, () => forgetKey(host, page));
  } catch (error) {
    if (page.isCurrent()) showError(host, page, error);
  }
}

function forgetKey(host, page, error = null) {
  accessKey.forget();
  showKeyForm(host, page, error);
}

function showError(host, page, error) {
  if (error.status === 401 || error.status === 403) return forgetKey(host, page, error);
  fill(
    host,
    h("h1", {}, "Review"),
    errorNotice(error, () => show(host, [], page)),
  );
}

const purpose = "What was read in articles is proposed, and public only once a person accepts it. That takes a key with the scope ";
const keyStorage =
  "It is kept in this tab only and forgotten when you close it. The server prints its first key when it starts for the first time.";

function showKeyForm(host, page, error = null) {
  const open = event => {
    event.preventDefault();
    accessKey.set($("key").value.trim());
    show(host, [], page);
  };
  const input = h("input", { id: "key", type: "password", required: true, autocomplete: "off", placeholder: "tl_…", spellcheck: false });
  const field = h("label.field", {}, h("span", {}, "Key"), input);
  fill(
    host,
    h("h1", {}, "Review"),
    h("p.muted", {}, purpose, h("code", {}, "review"), "."),
    error ? errorNotice(error) : null,
    h("form.key-form", { "aria-label": "Key", onsubmit: open }, field, h("button.primary", { type: "submit" }, "Open the desk")),
    h("p.small.muted", {}, keyStorage),
  );
}
