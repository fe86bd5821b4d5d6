// Asking the server. What goes wrong comes back as a thrown Fault with the members of problem+json.

export class Fault extends Error {
  constructor(members) {
    super(members.title);
    Object.assign(this, members);
  }
}

const base = new URL("v1/", new URL(".", document.baseURI));
export const address = (path, params) => {
  const url = new URL(path, base);
  if (params) url.search = new URLSearchParams(params);
  return url.href;
};

export const key = {
  get: () => sessionStorage.getItem("timeline-key") ?? "",
  set: text => (text ? sessionStorage.setItem("timeline-key", text) : sessionStorage.removeItem("timeline-key")),
};

async function ask(path, { params, method = "GET", body, headers = {}, withKey, signal } = {}) {
  const all = { Accept: "application/json", ...headers };
  if (body !== undefined) all["Content-Type"] = "application/json";
  if (withKey && key.get()) all.Authorization = `Bearer ${key.get()}`;
  let answer;
  try {
    answer = await fetch(address(path, params), {
      method,
      headers: all,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
    });
  } catch (cause) {
    if (cause.name === "AbortError") throw cause;
    throw new Fault({
      status: 0,
      code: "unreachable",
      title: "The server cannot be reached",
      detail: "It may have stopped, or the network is down.",
    });
  }
  const isJson = /json/.test(answer.headers.get("Content-Type") ?? "");
  const said = isJson ? await answer.json() : null;
  if (answer.ok) return said;
  throw new Fault({
    status: answer.status,
    code: "unknown",
    title: `The server answered ${answer.status}`,
    retryAfter: answer.headers.get("Retry-After"),
    ...said,
  });
}

export const get = (path, params, options) => ask(path, { ...options, params });
export const post = (path, body, options) => ask(path, { ...options, method: "POST", body });

/** The answer, or null where this server does not have such a thing. */
export const getIfThere = (path, params, options) =>
  get(path, params, options).catch(fault => {
    if (fault.status === 404) return null;
    throw fault;
  });

/** Every page of a list, at most so many items. */
export async function all(path, params, { most = 5000, ...options } = {}) {
  const items = [];
  for (let cursor = ""; cursor !== null && items.length < most;) {
    const asked = new URLSearchParams(params);
    asked.set("limit", "500");
    if (cursor) asked.set("cursor", cursor);
    const page = await get(path, asked, options);
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}
