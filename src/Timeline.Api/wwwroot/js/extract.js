// Try an article: what would be read in it, at once, with nothing stored.
import { $, h, fill, bdi, trouble, announce } from "./dom.js";
import { key, post } from "./api.js";
import { describe, number } from "./dates.js";
import { light, marked, reveal } from "./marked.js";
import { sample } from "./sample.js";
import { stance } from "./claims.js";
import { timeline } from "./timeline/timeline.js";
import { extentOf } from "./timeline/focus.js";

const forms = [
  ["text", "plain text"],
  ["markdown", "Markdown"],
  ["html", "HTML"],
];
const kept = { form: "text", text: "", published: "" };

export function show(host) {
  const today = new Date().toLocaleDateString("sv");
  const result = h("div", { id: "try-result" });
  const field = (words, control) => h("label.field", {}, h("span", {}, words), control);
  const keep = name => event => {
    kept[name] = event.target.value;
  };
  const form = h(
    "form",
    {
      "aria-label": "An article",
      onsubmit: event => {
        event.preventDefault();
        read(result, form);
      },
    },
    field(
      "The article",
      h("textarea", {
        id: "try-text",
        required: true,
        rows: 12,
        value: kept.text,
        spellcheck: false,
        oninput: keep("text"),
        placeholder: "Paste the text of a news article.",
      }),
    ),
    h(
      "div.fields",
      {},
      field(
        "Published on",
        h("input", { id: "try-published", type: "date", required: true, value: kept.published || today, oninput: keep("published") }),
      ),
      field(
        "It is",
        h(
          "select",
          { id: "try-form", onchange: keep("form") },
          forms.map(([value, words]) => h("option", { value, selected: kept.form === value }, words)),
        ),
      ),
      h("button.main", { type: "submit" }, "Read it"),
      h(
        "button.plain",
        {
          type: "button",
          onclick: () => {
            Object.assign(kept, sample, { form: "text" });
            $("try-text").value = sample.text;
            $("try-published").value = sample.published;
            $("try-form").value = "text";
            read(result, form);
          },
        },
        "Use a sample",
      ),
    ),
    h(
      "p.small.soft",
      {},
      "Nothing is stored, nothing is fetched from elsewhere. The day of publication is what “on Sunday” or “last year” is counted from.",
    ),
  );
  fill(
    host,
    h(
      "div.try",
      {},
      h("h1", {}, "Try an article"),
      h("p.soft", {}, "Its dated events, who claims what, and where in the text each of them stands."),
      form,
      result,
    ),
  );
}

async function read(result, form) {
  const body = { [$("try-form").value]: $("try-text").value, published: $("try-published").value };
  const button = form.querySelector("[type=submit]");
  button.disabled = true;
  fill(result, h("p.soft", {}, "Reading…"));
  try {
    draw(result, await post("extractions", body), body);
  } catch (fault) {
    fill(result, fault.status === 404 ? h("p.note", {}, "This server does not read articles.") : trouble(fault, () => read(result, form)));
  }
  button.disabled = false;
}

/** Places of dates, claims and actors in the text, keyed by what they became. */
function placesOf({ events, claims, actors }) {
  const places = [];
  for (const [index, event] of events.entries())
    for (const [start, end] of event.spans)
      places.push({ start, end, key: `e${index}`, title: `${describe(event.date)} – ${event.title}`, kind: "date" });
  for (const [index, claim] of claims.entries())
    if (claim.speaker)
      for (const [start, end] of claim.content)
        places.push({
          start,
          end,
          key: claim.event === null || claim.event === undefined ? `c${index}` : `e${claim.event}`,
          title: `${claim.speaker.name} ${stance(claim.stance)}`,
          kind: "claim",
        });
  for (const [index, actor] of actors.entries())
    for (const [start, end] of actor.mentions)
      places.push({ start, end, key: `a${index}`, title: `${actor.name}, ${actor.kind}`, kind: "actor" });
  return places;
}

function draw(result, reading, body) {
  const { events, claims, actors, expressions } = reading;
  const ordered = [...events.keys()].sort((a, b) => (events[a].earliest ?? "9999").localeCompare(events[b].earliest ?? "9999"));
  const cards = h(
    "ol.cards",
    { "aria-label": "Events read in the article" },
    ordered.map(index => card(reading, index)),
    loose(claims),
    h(
      "li.card",
      { dataset: { card: actors.map((_, index) => `a${index}`).join(" ") } },
      h("h3", {}, "Who"),
      h(
        "ul.chips",
        {},
        actors.map(actor => h("li", {}, bdi(actor.name), h("span.small.soft", {}, `${actor.kind}, ${number(actor.mentions.length)}×`))),
      ),
    ),
  );
  const point = (keys, on) => light(reader, keys, on);
  const select = key => {
    const card = [...cards.children].find(card => card.dataset.card?.split(" ").includes(key));
    card?.scrollIntoView({ block: "nearest" });
    card?.focus({ preventScroll: true });
  };
  const reader = h("div.reading", {}, marked(reading.text, placesOf(reading), { select, point }), cards);
  for (const [kind, on] of [
    ["pointerover", true],
    ["focusin", true],
    ["pointerout", false],
    ["focusout", false],
  ])
    cards.addEventListener(kind, event => {
      const card = event.target.closest("[data-card]");
      if (card) point(card.dataset.card.split(" "), on);
    });
  cards.addEventListener("click", event => {
    const card = event.target.closest("[data-card]");
    if (card && !event.target.closest("a, button")) reveal(reader, card.dataset.card.split(" ")[0]);
  });
  const words = `${number(events.length)} events, ${number(claims.length)} claims, ${number(actors.length)} actors, ${number(expressions.length)} expressions of time`;
  const drawing = h("div");
  fill(
    result,
    h("div.result-head", {}, h("h2", {}, words), h("span.small.soft", {}, "Dates are underlined, claims tinted, names dotted.")),
    h("section.lanes", { "aria-label": "Drawn" }, drawing),
    reader,
    storing(body),
  );
  sketch(drawing, events);
  announce(words);
}

function sketch(host, events) {
  const dated = events
    .map((event, index) => ({
      ...event,
      id: `e${index}`,
      standing: "reported",
      actors: event.actors.map(actor => ({ ...actor, id: actor.id ?? actor.name })),
    }))
    .filter(event => event.date);
  const extent = extentOf(dated);
  if (!extent) return host.parentElement.remove();
  const view = timeline(host, {
    window() {},
    open: key => {
      const mark = reveal(document.querySelector("#try-result .reading"), key);
      mark?.focus({ preventScroll: true });
    },
    fit: () => look(),
  });
  const margin = Math.max(extent[1] - extent[0] < 40 ? 15 : 0, (extent[1] - extent[0]) * 0.04);
  const look = () => view.look(extent[0] - margin, extent[1] + margin + (extent[1] - extent[0]) * view.spare);
  view.show({ events: dated, lanes: "none" });
  look();
}

const speaker = claim => (claim.speaker ? bdi(claim.speaker.name) : "The article");

function card({ events, claims }, index) {
  const event = events[index];
  return h(
    "li.card",
    { dataset: { card: `e${index}` }, tabIndex: -1 },
    h("p", {}, h("strong", {}, describe(event.date)), event.phrase ? h("span.soft", {}, " “", bdi(event.phrase), "”") : null),
    h("p", {}, bdi(event.title)),
    h(
      "p.small.soft",
      {},
      event.kind,
      event.date ? [" · ", h("code", {}, event.date)] : null,
      event.actors.length ? " · " : null,
      event.actors.flatMap((actor, place) => [place ? ", " : "", bdi(actor.name)]),
    ),
    event.claims.length
      ? h(
          "ul.small",
          {},
          event.claims.map(at =>
            h(
              "li",
              {},
              speaker(claims[at]),
              " ",
              h("span.stance", { dataset: { stance: claims[at].stance } }, stance(claims[at].stance)),
              claims[at].via ? [" via ", bdi(claims[at].via.name)] : null,
            ),
          ),
        )
      : null,
  );
}

/** Claims that tell of no event that was found. */
const loose = claims =>
  claims.flatMap((claim, index) =>
    claim.speaker && (claim.event === null || claim.event === undefined)
      ? [
          h(
            "li.card",
            { dataset: { card: `c${index}` }, tabIndex: -1 },
            h("p", {}, speaker(claim), " ", h("span.stance", { dataset: { stance: claim.stance } }, stance(claim.stance))),
          ),
        ]
      : [],
  );

/** With a key, what was read can be kept as proposals. */
function storing(body) {
  if (!key.get()) return null;
  const said = h("p", { role: "status" });
  const button = h(
    "button.main",
    {
      type: "button",
      onclick: async () => {
        button.disabled = true;
        try {
          const stored = await post("articles", body, { withKey: true });
          fill(
            said,
            stored.created === false ? "This text is stored already. " : "Stored as proposals. ",
            h("a", { href: "#/review" }, "Review them"),
          );
        } catch (fault) {
          fill(said, trouble(fault));
          button.disabled = false;
        }
      },
    },
    "Store it as proposals",
  );
  return h("div.decide", {}, button, said);
}
