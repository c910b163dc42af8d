// Keeps on the server what one types. A form says where by data-draft-url (on itself or on a field);
// an element with data-draft-note inside it says whether it is kept.
import { mount } from "./mount.js";
import { debounced, post } from "./send.js";
import { word } from "./words.js";

const PAUSE = 900;
const LONGEST = 60_000;
const PERMANENT = [400, 403, 404, 405, 410, 413, 422];

function say(form, text, isWaiting = false) {
  const note = form.querySelector("[data-draft-note]");
  if (!note || note.textContent === text) return;
  note.textContent = text;
  note.classList.toggle("is-waiting", isWaiting);
}

function clock() {
  return new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date());
}

function keepDraft(form, url) {
  let isChanged = false;
  let isClosed = false;
  let isSending = false;
  let wait = 2000;

  async function keep() {
    if (!isChanged || isClosed || isSending) return;
    isChanged = false;
    isSending = true;
    const answer = await post(url, new FormData(form), { keepalive: true });
    isSending = false;
    if (isClosed) return;
    if (answer?.ok) {
      wait = 2000;
      say(form, `${word("draftKept")}, ${clock()}`);
      if (isChanged) keepSoon();
    } else if (answer && PERMANENT.includes(answer.status)) {
      say(form, "");
    } else {
      isChanged = true;
      say(form, word("draftTrying"), true);
      setTimeout(keep, wait);
      wait = Math.min(wait * 2, LONGEST);
    }
  }

  const keepSoon = debounced(keep, PAUSE);

  form.addEventListener("input", () => {
    isChanged = true;
    isClosed = false;
    keepSoon();
  });
  form.addEventListener("submit", () => {
    isClosed = true;
  });
  form.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.elt === form && !event.detail.successful) isClosed = false;
  });
  addEventListener("pagehide", () => {
    if (isChanged && !isClosed && form.isConnected) navigator.sendBeacon(url, new URLSearchParams(new FormData(form)));
  });
  addEventListener("online", keep);
}

mount("form[data-draft-url], form:has([data-draft-url])", (form) => {
  keepDraft(form, form.dataset.draftUrl ?? form.querySelector("[data-draft-url]").dataset.draftUrl);
});
