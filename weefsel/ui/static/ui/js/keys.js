// Single keys, for those who like them; each device may switch them off (/keys/). Never while one types.
import { arrived, mount } from "./mount.js";

const OFF = "weefsel-keys-off";
const TYPING = "input:not([type=checkbox], [type=radio], [type=submit], [type=button]), textarea, select, [contenteditable]";
let isGoing = false;
let goingUntil;

const isOff = () => localStorage.getItem(OFF) === "1";

function go(key) {
  const place = document.querySelector(`[data-key="${key}"]`);
  if (place) location.assign(place.href);
}

function write() {
  const composer = document.querySelector("details.composer");
  const field = document.querySelector(".composer textarea");
  if (composer) composer.open = true;
  if (field) field.focus();
  else if (!composer) go("c"); // a closed one fetches its form
}

function search() {
  const field = document.querySelector('main input[type="search"]');
  if (field) field.focus();
  else go("/");
}

function move(step) {
  const posts = [...document.querySelectorAll("main [data-post]")];
  if (!posts.length) return;
  const here = posts.findIndex((post) => post.contains(document.activeElement));
  const next = posts[here < 0 ? 0 : Math.min(Math.max(here + step, 0), posts.length - 1)];
  next.tabIndex = -1;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "start" });
}

// The list of keys, out of its own page.
async function help() {
  const open = document.querySelector("dialog.keys-dialog");
  if (open) return open.showModal();
  const url = document.querySelector("[data-keys]")?.href ?? "/keys/";
  const page = await fetch(url, { credentials: "same-origin" }).then((answer) => answer.text()).catch(() => "");
  const list = new DOMParser().parseFromString(page, "text/html").querySelector("[data-keys-list]");
  if (!list) return location.assign(url);
  const dialog = document.createElement("dialog");
  dialog.className = "dialog keys-dialog";
  dialog.setAttribute("aria-label", list.dataset.keysList);
  dialog.append(document.adoptNode(list));
  document.body.append(dialog);
  arrived(dialog);
  dialog.showModal();
}

const DEEDS = { c: write, "/": search, j: () => move(1), k: () => move(-1), "?": help };

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isOff()) return;
  if (event.target.closest?.(TYPING) || document.querySelector("dialog[open]")) return;
  if (isGoing) {
    isGoing = false;
    clearTimeout(goingUntil);
    if (event.key === "h" || event.key === "i") {
      event.preventDefault();
      go(`g ${event.key}`);
    }
    return;
  }
  if (event.key === "g") {
    isGoing = true;
    goingUntil = setTimeout(() => (isGoing = false), 1500);
    return;
  }
  if (DEEDS[event.key]) {
    event.preventDefault();
    DEEDS[event.key]();
  }
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-keys]") && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    help();
  }
});

mount("[data-keys-switch]", (box) => {
  box.closest("[hidden]")?.removeAttribute("hidden");
  box.checked = !isOff();
  box.addEventListener("change", () => (box.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1")));
});
