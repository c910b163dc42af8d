// The buttons under a post belong to the page's one form and work without us; here they are answered in place.
import { post, token } from "./send.js";
import { toast, word } from "./words.js";

const HEADERS = () => ({ "X-CSRFToken": token(), "HX-Request": "true", "X-Requested-With": "fetch" });
const FOCUSABLE = "a[href], button, summary";

function flip(button) {
  if (button.hasAttribute("aria-pressed")) button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
}

function put(card, html, place) {
  const box = document.createElement("template");
  box.innerHTML = html.trim();
  const fresh = box.content.firstElementChild;
  if (!fresh) return;
  card.replaceWith(fresh);
  document.dispatchEvent(new CustomEvent("htmx:load", { detail: { elt: fresh } }));
  const target = [...fresh.querySelectorAll(FOCUSABLE)][place] ?? fresh;
  (target.closest("details:not([open])")?.querySelector("summary") ?? target).focus({ preventScroll: true });
}

async function refusal(answer) {
  const page = new DOMParser().parseFromString(answer ? await answer.text() : "", "text/html");
  return page.querySelector("[data-refusal]")?.textContent.trim() || word("notSent");
}

async function act(button, card) {
  const place = [...card.querySelectorAll(FOCUSABLE)].indexOf(button);
  const fields = new URLSearchParams({ csrfmiddlewaretoken: token() });
  if (button.name) fields.set(button.name, button.value);
  const url = new URL(button.formAction);
  if (card.dataset.shape) url.searchParams.set("shape", card.dataset.shape);
  flip(button);
  const answer = await post(url, fields, { headers: HEADERS() });
  if (answer?.ok && !answer.redirected) return put(card, await answer.text(), place);
  flip(button);
  toast(await refusal(answer));
}

function close() {
  for (const row of document.querySelectorAll("[data-react] + .react-row")) row.remove();
}

// The other reactions of a reply stand on a page of their own; here they open beside it.
async function open(link) {
  const wasOpen = link.nextElementSibling?.matches(".react-row");
  close();
  if (wasOpen) return;
  const answer = await fetch(link.href, { headers: { "HX-Request": "true" }, credentials: "same-origin" }).catch(() => null);
  if (!answer?.ok) return location.assign(link.href);
  link.insertAdjacentHTML("afterend", await answer.text());
  link.nextElementSibling?.querySelector("button")?.focus();
}

document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target.closest("a[data-react]");
  if (link) {
    event.preventDefault();
    open(link);
    return;
  }
  const button = event.target.closest('button[form="act"][formaction]');
  const card = button?.closest("[data-post]");
  if (card) {
    event.preventDefault();
    act(button, card);
  }
  if (!event.target.closest(".react-row")) close();
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") close();
});
