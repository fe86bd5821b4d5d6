// What the page says about itself: announcements for screen readers, and what went wrong.
import { $, bdi, button, h } from "./dom.js";

let announcing;

/** Tells a screen reader, once things have settled. */
export function announce(text) {
  clearTimeout(announcing);
  announcing = setTimeout(() => {
    $("live").textContent = text;
  }, 250);
}

/** An error in words, with a button to try again where `retry` is given. */
export function errorNotice(error, retry) {
  const faults = error.errors ?? [];
  const detail = error.detail ? [" – ", bdi(error.detail)] : null;
  const isServerError = error.traceId && error.status >= 500;
  return h(
    "div.notice.error",
    { role: "alert" },
    h("p", {}, h("strong", {}, error.title ?? "Something went wrong"), detail),
    faults.length ? h("ul", {}, faults.map(faultItem)) : null,
    retry ? button("Try again", retry) : null,
    isServerError ? h("p.small.muted", {}, "Trace ", h("code", {}, error.traceId)) : null,
  );
}

const faultItem = fault => h("li", {}, h("code", {}, fault.parameter ?? fault.pointer ?? ""), " ", bdi(fault.detail ?? fault.code));
