// Try an article: what would be extracted from it, at once, with nothing stored.
import { $, button, fill, h, options } from "../dom.js";
import { accessKey, post } from "../api.js";
import { showExtraction } from "../extraction.js";
import { errorNotice } from "../feedback.js";
import { sampleArticle } from "../sample-article.js";

const formats = [
  ["text", "plain text"],
  ["markdown", "Markdown"],
  ["html", "HTML"],
];

/** What was typed, kept while other views are seen. */
const draft = { format: "text", text: "", published: "" };

export function show(host) {
  const result = h("div", { id: "try-result" });
  const intro = "Its dated events, who claims what, and where in the text each of them stands.";
  fill(host, h("div.try", {}, h("h1", {}, "Try an article"), h("p.muted", {}, intro), articleForm(result), result));
}

function articleForm(result) {
  const keep = name => event => {
    draft[name] = event.target.value;
  };
  const text = h("textarea", {
    id: "try-text",
    required: true,
    rows: 12,
    value: draft.text,
    spellcheck: false,
    oninput: keep("text"),
    placeholder: "Paste the text of a news article.",
  });
  const published = h("input", {
    id: "try-published",
    type: "date",
    required: true,
    value: draft.published || localToday(),
    oninput: keep("published"),
  });
  const format = h("select", { id: "try-form", onchange: keep("format") }, options(formats, draft.format));
  const trySample = () => {
    Object.assign(draft, sampleArticle, { format: "text" });
    text.value = draft.text;
    published.value = draft.published;
    format.value = draft.format;
    extract(result, form);
  };
  const submit = event => {
    event.preventDefault();
    extract(result, form);
  };
  const field = (label, control) => h("label.field", {}, h("span", {}, label), control);
  const form = h(
    "form",
    { "aria-label": "An article", onsubmit: submit },
    field("The article", text),
    h(
      "div.field-row",
      {},
      field("Published on", published),
      field("It is", format),
      h("button.primary", { type: "submit" }, "Read it"),
      button("Use a sample", trySample, { className: "text-button" }),
    ),
    h("p.small.muted", {}, promise),
  );
  return form;
}

const promise = "Nothing is stored or fetched from elsewhere. The day of publication is what “on Sunday” or “last year” is counted from.";

/** Today in the reader's own time zone; Swedish dates are YYYY-MM-DD. */
const localToday = () => new Date().toLocaleDateString("sv");

async function extract(result, form) {
  const article = { [$("try-form").value]: $("try-text").value, published: $("try-published").value };
  const submit = form.querySelector("[type=submit]");
  submit.disabled = true;
  fill(result, h("p.muted", {}, "Reading…"));
  try {
    showExtraction(result, await post("extractions", article), accessKey.get() ? storeControls(article) : null);
  } catch (error) {
    const isOff = error.status === 404;
    fill(result, isOff ? h("p.notice", {}, "This server does not read articles.") : errorNotice(error, () => extract(result, form)));
  }
  submit.disabled = false;
}

/** With a key, what was extracted can be kept as proposals. */
function storeControls(article) {
  const status = h("p", { role: "status" });
  const store = async () => {
    storeButton.disabled = true;
    try {
      const stored = await post("articles", article, { withKey: true });
      const text = stored.created === false ? "This text is stored already. " : "Stored as proposals. ";
      fill(status, text, h("a", { href: "#/review" }, "Review them"));
    } catch (error) {
      fill(status, errorNotice(error));
      storeButton.disabled = false;
    }
  };
  const storeButton = button("Store it as proposals", store, { className: "primary" });
  return h("div.decide", {}, storeButton, status);
}
