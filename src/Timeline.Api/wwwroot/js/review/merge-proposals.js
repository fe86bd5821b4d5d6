// Events that may be one: proposed by the machine, decided on by a person.
import { bdi, button, fill, h } from "../dom.js";
import { getOrNull, post } from "../api.js";
import { errorNotice } from "../feedback.js";

const maxMerges = 50;
const withKey = true;

/** Fills the host with the proposed merges, where there are any. */
export async function showMergeProposals(host) {
  const page = await getOrNull("merges", { limit: maxMerges }, { withKey }).catch(() => null);
  if (!page?.items?.length) return;
  fill(host, h("h2", {}, "Perhaps one event told twice"), h("ul.events", {}, page.items.map(mergeItem)));
}

function mergeItem(merge) {
  const decide = async decision => {
    try {
      await post(`merges/${merge.id}/review`, { decision }, { withKey });
      item.remove();
    } catch (error) {
      item.append(errorNotice(error));
    }
  };
  const events = h("p", {}, eventLink(merge.event, merge.eventTitle), " and ", eventLink(merge.into, merge.intoTitle));
  const accept = button("They are one", () => decide("accepted"));
  const reject = button("They are two", () => decide("rejected"));
  const item = h("li.card", {}, events, h("div.decide", {}, accept, reject));
  return item;
}

const eventLink = (id, title) => h("a", { href: `#/event/${id}` }, bdi(title ?? id));
