// Events that may be one: proposed by the machine, decided on by a person.
import { h, fill, bdi, trouble } from "./dom.js";
import { getIfThere, post } from "./api.js";

export async function merges(host) {
  const page = await getIfThere("merges", { limit: 50 }, { withKey: true }).catch(() => null);
  if (!page?.items?.length) return;
  fill(
    host,
    h("h2", {}, "Perhaps one event told twice"),
    h(
      "ul.events",
      {},
      page.items.map(merge => row(merge)),
    ),
  );
}

function row(merge) {
  const line = h(
    "li.card",
    {},
    h("p", {}, link(merge.event, merge.eventTitle), " and ", link(merge.into, merge.intoTitle)),
    h(
      "div.decide",
      {},
      ["accepted", "rejected"].map(decision =>
        h(
          "button",
          {
            type: "button",
            onclick: async () => {
              try {
                await post(`merges/${merge.id}/review`, { decision }, { withKey: true });
                line.remove();
              } catch (fault) {
                line.append(trouble(fault));
              }
            },
          },
          decision === "accepted" ? "They are one" : "They are two",
        ),
      ),
    ),
  );
  return line;
}

const link = (id, title) => h("a", { href: `#/event/${id}` }, bdi(title ?? id));
