// Requests carry the token of a form in the page: nothing relies on inherited attributes or on a readable cookie.
import { toast, word } from "./words.js";

export function token(root = document) {
  const input = root.querySelector('input[name="csrfmiddlewaretoken"]') ?? document.querySelector('input[name="csrfmiddlewaretoken"]');
  return input?.value ?? "";
}

// Posts a form's fields to another address. The answer, or null when nothing arrived.
export async function post(url, fields, options = {}) {
  try {
    return await fetch(url, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { "X-CSRFToken": fields.get("csrfmiddlewaretoken") || token(), "X-Requested-With": "fetch" },
      credentials: "same-origin",
      ...options,
    });
  } catch {
    return null;
  }
}

// Calls `task` when nothing has happened for `pause` milliseconds.
export function debounced(task, pause) {
  let waiting;
  return (...given) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => task(...given), pause);
  };
}

document.addEventListener("htmx:configRequest", (event) => {
  if (event.detail.verb !== "get") event.detail.headers["X-CSRFToken"] = token(event.detail.elt.closest("form") ?? document);
});

// What a refusal says, or that nothing arrived.
function tell(event) {
  const page = new DOMParser().parseFromString(event.detail.xhr?.responseText ?? "", "text/html");
  toast(page.querySelector("[data-refusal]")?.textContent.trim() || word("notSent"));
}

for (const failure of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) document.addEventListener(failure, tell);
