// What waits for review: proposed events with their claims, and proposed claims on events that are known already.
import { get, getAll } from "../api.js";

const [maxProposals, maxTitles, maxArticles] = [1000, 100, 50];
const withKey = true;

/** { proposals, articles }: the proposals article by article, and the articles they were read from, by id. */
export async function fetchProposals() {
  const params = { review: "proposed", sort: "date" };
  const options = { withKey, limit: maxProposals };
  const [events, allClaims] = await Promise.all([
    getAll("events", { ...params, include: "claims" }, options),
    getAll("claims", params, options),
  ]);
  const proposedEvents = new Set(events.map(event => event.id));
  const claims = allClaims.filter(claim => claim.review === "proposed" && !proposedEvents.has(claim.event));
  const titles = await fetchEach(
    claims.map(claim => claim.event),
    maxTitles,
    fetchEventTitle,
  );
  const proposals = [...events.map(eventProposal), ...claims.map(claim => claimProposal(claim, titles.get(claim.event)))];
  const articleIds = proposals.map(proposal => proposal.article).filter(Boolean);
  const articles = await fetchEach(articleIds, maxArticles, fetchArticle);
  const articleOrder = [...new Set(articleIds)];
  const orderOf = proposal => articleOrder.indexOf(proposal.article);
  return { proposals: proposals.sort((a, b) => orderOf(a) - orderOf(b)), articles };
}

/** `path` is where the API has it; `decision` is set once there is one. */
const eventProposal = event => ({
  path: "events",
  id: event.id,
  event,
  title: event.title,
  claims: event.claims ?? [],
  article: event.claims?.[0]?.article,
  decision: null,
});

const claimProposal = (claim, eventTitle) => ({
  path: "claims",
  id: claim.id,
  event: null,
  title: eventTitle ?? claim.text ?? "A claim on a known event",
  claims: [claim],
  article: claim.article,
  decision: null,
});

/** What the ids stand for, each fetched once, at most so many of them. */
async function fetchEach(ids, limit, fetchOne) {
  const unique = [...new Set(ids)].slice(0, limit);
  return new Map(await Promise.all(unique.map(async id => [id, await fetchOne(id).catch(() => null)])));
}

async function fetchEventTitle(id) {
  const event = await get(`events/${id}`, { fields: "title", review: "any" }, { withKey });
  return event.title;
}

/** The article whatever its review, or else, where the key may not ask for that, as everyone sees it. */
const fetchArticle = id => get(`articles/${id}`, { review: "any" }, { withKey }).catch(() => get(`articles/${id}`, null, { withKey }));
