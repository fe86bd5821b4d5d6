// The review desk: what a machine proposes, decided on from the keyboard with the passage in sight. Takes a key, kept for this tab only.
import { $, h, fill, bdi, trouble, announce } from "./dom.js";
import { all, get, key, post } from "./api.js";
import { describe, number } from "./dates.js";
import { passages } from "./passage.js";
import { stance, speakerOf } from "./claims.js";
import { merges } from "./merges.js";

const keys = [
  ["j k", "next, previous"],
  ["a", "accept"],
  ["r", "reject"],
  ["x", "mark several"],
  ["Shift+A", "accept the whole article"],
  ["Shift+R", "reject the whole article"],
  ["o", "open the article"],
];
let items = [],
  place = 0,
  markedIds = new Set(),
  articles = new Map(),
  listening = false;

export async function show(host, _, page) {
  if (!key.get()) return askKey(host, page);
  fill(host, h("p.soft", {}, "Loading…"));
  try {
    await load();
    if (page.isCurrent()) draw(host, page);
  } catch (fault) {
    if (!page.isCurrent()) return;
    if (fault.status === 401 || fault.status === 403) {
      key.set("");
      askKey(host, page, fault);
    } else
      fill(
        host,
        h("h1", {}, "Review"),
        trouble(fault, () => show(host, _, page)),
      );
  }
}

function askKey(host, page, fault) {
  fill(
    host,
    h("h1", {}, "Review"),
    h(
      "p.soft",
      {},
      "What was read in articles is proposed, and public only once a person accepts it. That takes a key with the scope ",
      h("code", {}, "review"),
      ".",
    ),
    fault ? trouble(fault) : null,
    h(
      "form.key",
      {
        "aria-label": "Key",
        onsubmit: event => {
          event.preventDefault();
          key.set($("key").value.trim());
          show(host, [], page);
        },
      },
      h(
        "label.field",
        {},
        h("span", {}, "Key"),
        h("input", { id: "key", type: "password", required: true, autocomplete: "off", placeholder: "tl_…", spellcheck: false }),
      ),
      h("button.main", { type: "submit" }, "Open the desk"),
    ),
    h(
      "p.small.soft",
      {},
      "It is kept in this tab only and forgotten when you close it. The server prints its first key when it starts for the first time.",
    ),
  );
}

async function load() {
  const asked = { review: "proposed", sort: "date" };
  const options = { withKey: true, most: 1000 };
  const [events, claims] = await Promise.all([all("events", { ...asked, include: "claims" }, options), all("claims", asked, options)]);
  const known = new Set(events.map(event => event.id));
  const alone = claims.filter(claim => claim.review === "proposed" && !known.has(claim.event));
  const titles = new Map(
    await Promise.all(
      [...new Set(alone.map(claim => claim.event))]
        .slice(0, 100)
        .map(async id => [id, (await get(`events/${id}`, { fields: "title", review: "any" }, { withKey: true }).catch(() => null))?.title]),
    ),
  );
  items = [
    ...events.map(event => ({ kind: "events", id: event.id, event, claims: event.claims ?? [], article: event.claims?.[0]?.article })),
    ...alone.map(claim => ({
      kind: "claims",
      id: claim.id,
      event: null,
      about: claim.event,
      title: titles.get(claim.event),
      claims: [claim],
      article: claim.article,
    })),
  ];
  const wanted = [...new Set(items.map(item => item.article).filter(Boolean))];
  articles = new Map(
    await Promise.all(
      wanted.slice(0, 50).map(async id => [
        id,
        await get(`articles/${id}`, { review: "any" }, { withKey: true })
          .catch(() => get(`articles/${id}`, null, { withKey: true }))
          .catch(() => null),
      ]),
    ),
  );
  items.sort((a, b) => wanted.indexOf(a.article) - wanted.indexOf(b.article));
  place = 0;
  markedIds.clear();
}

function draw(host, page) {
  const waiting = items.filter(item => !item.decision).length;
  fill(
    host,
    h(
      "div.bar",
      {},
      h("h1", {}, "Review"),
      h(
        "button",
        {
          type: "button",
          onclick: () => {
            key.set("");
            show(host, [], page);
          },
        },
        "Forget the key",
      ),
    ),
    items.length === 0
      ? h("div.empty", {}, h("strong", {}, "Nothing waits for you"), h("p", {}, "All that was read has been decided on."))
      : [
          h("p.soft", { id: "waiting" }, `${number(waiting)} proposals wait`),
          h(
            "ul.keys",
            { "aria-label": "Keys" },
            keys.map(([name, words]) =>
              h(
                "li",
                {},
                name.split(" ").flatMap((one, at) => [at ? " " : "", h("kbd", {}, one)]),
                " ",
                words,
              ),
            ),
          ),
          h(
            "div.desk",
            {},
            h("ul.queue", { id: "queue", role: "listbox", "aria-label": "Proposals", "aria-multiselectable": "true", tabIndex: 0 }),
            h("section.proposal", { id: "proposal", "aria-label": "The proposal" }),
          ),
        ],
    h("div", { id: "merges" }),
  );
  merges($("merges"));
  if (!items.length) return;
  queue();
  if (!listening) {
    listening = true;
    addEventListener("keydown", pressed);
  }
  $("queue").focus({ preventScroll: true });
}

const titleOf = item => item.event?.title ?? item.title ?? item.claims[0].text ?? "A claim on a known event";

function queue() {
  fill(
    $("queue"),
    items.map((item, index) =>
      h(
        item.decision ? "li.done" : "li",
        {
          id: `item-${index}`,
          role: "option",
          "aria-selected": String(index === place),
          onclick: () => {
            place = index;
            queue();
          },
        },
        h(
          "span.tick",
          { "aria-hidden": "true" },
          item.decision === "accepted" ? "✓" : item.decision === "rejected" ? "✕" : markedIds.has(item.id) ? "●" : "○",
        ),
        h("span", {}, bdi(titleOf(item))),
        h(
          "span.small.soft",
          {},
          item.decision ?? describe(item.event?.date ?? item.claims[0].said?.date),
          markedIds.has(item.id) ? " · marked" : "",
        ),
      ),
    ),
  );
  $("queue").setAttribute("aria-activedescendant", `item-${place}`);
  $(`item-${place}`)?.scrollIntoView({ block: "nearest" });
  $("waiting").textContent =
    `${number(items.filter(item => !item.decision).length)} proposals wait${markedIds.size ? `, ${number(markedIds.size)} marked` : ""}`;
  proposal();
}

function proposal() {
  const item = items[place],
    article = articles.get(item.article);
  const mine = items.filter(other => other.article === item.article && !other.decision).length;
  fill(
    $("proposal"),
    h(
      "p.small.soft",
      {},
      item.kind === "events" ? item.event.kind : "a claim on an event that is known",
      item.event?.precision ? ` · ${item.event.precision}` : "",
    ),
    h("h2", {}, bdi(titleOf(item))),
    item.event
      ? h(
          "p.when",
          {},
          h("strong", {}, describe(item.event.date)),
          item.event.phrase ? [" “", bdi(item.event.phrase), "”"] : null,
          item.event.date ? [" ", h("code", {}, item.event.date)] : null,
        )
      : h("p", {}, h("a", { href: `#/event/${item.about}` }, "The event it is about")),
    item.event?.actors.length
      ? h(
          "ul.chips",
          {},
          item.event.actors.map(actor => h("li", {}, bdi(actor.name), h("span.small.soft", {}, actor.roles.join(", ")))),
        )
      : null,
    h(
      "ul",
      {},
      item.claims.map(claim =>
        h(
          "li",
          {},
          h("strong", {}, bdi(speakerOf(claim))),
          " ",
          h("span.stance", { dataset: { stance: claim.stance } }, stance(claim.stance)),
          claim.via ? [" via ", bdi(claim.via.name)] : null,
        ),
      ),
    ),
    passages(article, item.claims),
    h("p.small.soft", {}, article ? ["In ", h("a", { href: `#/article/${item.article}` }, bdi(article.title))] : null),
    item.decision
      ? h("p.note", {}, `This was ${item.decision}.`)
      : h(
          "div.decide",
          {},
          h("button.main", { type: "button", onclick: () => decide("accepted") }, "Accept (a)"),
          h("button", { type: "button", onclick: () => decide("rejected") }, "Reject (r)"),
          h("button", { type: "button", onclick: () => whole("accepted") }, `Accept all ${number(mine)} of this article`),
          h("button", { type: "button", onclick: () => whole("rejected") }, `Reject all ${number(mine)}`),
        ),
  );
}

/** Decides on what is marked, or else on the one in sight. */
async function decide(decision) {
  const chosen = markedIds.size
    ? items.filter(item => markedIds.has(item.id) && !item.decision)
    : [items[place]].filter(item => !item.decision);
  if (!chosen.length) return;
  const of = kind => chosen.filter(item => item.kind === kind).map(item => item.id);
  await settle(chosen, decision, () =>
    chosen.length === 1
      ? post(`${chosen[0].kind}/${chosen[0].id}/review`, { decision }, { withKey: true })
      : post(
          "reviews",
          { decision, ...(of("events").length ? { events: of("events") } : {}), ...(of("claims").length ? { claims: of("claims") } : {}) },
          { withKey: true },
        ),
  );
}

async function whole(decision) {
  const { article } = items[place];
  const chosen = items.filter(item => item.article === article && !item.decision);
  if (!chosen.length || !confirm(`${decision === "accepted" ? "Accept" : "Reject"} all ${chosen.length} proposals of this article?`))
    return;
  await settle(chosen, decision, () => post(`articles/${article}/review`, { decision }, { withKey: true }));
}

async function settle(chosen, decision, act) {
  try {
    await act();
  } catch (fault) {
    if (fault.status !== 409) return void $("proposal").prepend(trouble(fault));
  }
  for (const item of chosen) item.decision = decision;
  markedIds.clear();
  announce(`${chosen.length === 1 ? titleOf(chosen[0]) : `${chosen.length} proposals`} ${decision}`);
  const next = items.findIndex((item, index) => index > place && !item.decision);
  place =
    next >= 0
      ? next
      : Math.max(
          0,
          items.findIndex(item => !item.decision),
        );
  queue();
}

function pressed(event) {
  if (
    !$("queue")?.isConnected ||
    location.hash !== "#/review" ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    event.target.closest("input, textarea, select")
  )
    return;
  const go = by => {
    place = Math.max(0, Math.min(items.length - 1, place + by));
    queue();
  };
  const acts = {
    j: () => go(1),
    ArrowDown: () => go(1),
    k: () => go(-1),
    ArrowUp: () => go(-1),
    a: () => decide("accepted"),
    r: () => decide("rejected"),
    A: () => whole("accepted"),
    R: () => whole("rejected"),
    x: () => {
      const { id, decision } = items[place];
      if (!decision) {
        if (!markedIds.delete(id)) markedIds.add(id);
        queue();
      }
    },
    o: () => {
      location.hash = `#/article/${items[place].article}`;
    },
  };
  if (!acts[event.key]) return;
  event.preventDefault();
  acts[event.key]();
}
