// Requests to the API. An answer that is an error is thrown as an ApiError with the members of problem+json.

export class ApiError extends Error {
  constructor(members) {
    super(members.title);
    Object.assign(this, members);
  }
}

const base = new URL("v1/", new URL(".", document.baseURI));

export function apiUrl(path, params) {
  const url = new URL(path, base);
  if (params) url.search = new URLSearchParams(params);
  return url.href;
}

const storedKey = "timeline-key";

/** The access key, kept for this tab only. */
export const accessKey = {
  get: () => sessionStorage.getItem(storedKey) ?? "",
  set: text => sessionStorage.setItem(storedKey, text),
  forget: () => sessionStorage.removeItem(storedKey),
};

const unreachable = () =>
  new ApiError({
    status: 0,
    code: "unreachable",
    title: "The server cannot be reached",
    detail: "It may have stopped, or the network is down.",
  });

function init({ method = "GET", body, withKey, signal }) {
  const headers = { Accept: "application/json" };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (withKey && accessKey.get()) headers.Authorization = `Bearer ${accessKey.get()}`;
  return { method, headers, signal, body: body === undefined ? undefined : JSON.stringify(body) };
}

async function request(path, { params, ...options } = {}) {
  let response;
  try {
    response = await fetch(apiUrl(path, params), init(options));
  } catch (cause) {
    throw cause.name === "AbortError" ? cause : unreachable();
  }
  const isJson = /json/.test(response.headers.get("Content-Type") ?? "");
  const content = isJson ? await response.json() : null;
  if (response.ok) return content;
  throw new ApiError({ status: response.status, code: "unknown", title: `The server answered ${response.status}`, ...content });
}

export const get = (path, params, options) => request(path, { ...options, params });
export const post = (path, body, options) => request(path, { ...options, method: "POST", body });

/** The answer, or null where this server does not have such a thing. */
export async function getOrNull(path, params, options) {
  try {
    return await get(path, params, options);
  } catch (error) {
    if (error.status === 404) return null;
    throw error;
  }
}

/** The items of all pages of a list, at most so many. */
export async function getAll(path, params, { limit = 5000, ...options } = {}) {
  const items = [];
  let cursor = "";
  while (cursor !== null && items.length < limit) {
    const pageParams = new URLSearchParams(params);
    pageParams.set("limit", "500");
    if (cursor) pageParams.set("cursor", cursor);
    const page = await get(path, pageParams, options);
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}
