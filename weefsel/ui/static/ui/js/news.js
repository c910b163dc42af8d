// Asks now and then whether there is anything new, only while the page is in sight. It shows one quiet line that the
// reader clicks; nothing is put into the page by itself, and nothing loads by reading on.
import { mount } from "./mount.js";

const PAUSE = 60_000;
const LONGEST = 15 * 60_000;

function watch(place) {
  const url = place.dataset.newsUrl;
  const line = place.querySelector(".quiet-line");
  let tag = place.dataset.newsTag ?? "";
  let pause = PAUSE;
  let timer;

  async function ask() {
    const headers = { Accept: "application/json", ...(tag ? { "If-None-Match": tag } : {}) };
    const answer = await fetch(url, { headers, credentials: "same-origin" }).catch(() => null);
    if (answer?.status === 200) {
      tag = answer.headers.get("ETag") ?? tag;
      show(await answer.json().catch(() => ({})));
    }
    const isWell = answer && (answer.ok || answer.status === 304);
    pause = isWell ? PAUSE : Math.min(pause * 2, LONGEST);
    plan();
  }

  function show({ count = 0, label = "", url: address = "" }) {
    line.hidden = count === 0;
    line.textContent = count ? label : "";
    if (address) line.href = address;
  }

  function plan() {
    clearTimeout(timer);
    if (place.isConnected && document.visibilityState === "visible") timer = setTimeout(ask, pause);
  }

  document.addEventListener("visibilitychange", plan);
  plan();
}

mount("[data-news-url]", watch);
