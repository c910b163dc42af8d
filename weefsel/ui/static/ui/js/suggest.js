// While one types @ or #: who or what may be meant. A list under the text, by keyboard and by pointer.
// A field names the address by data-suggest-url; it answers ?q=@an with [{insert, label, detail}].
import { mount } from "./mount.js";
import { debounced } from "./send.js";
import { word } from "./words.js";

const CALL = /(?:^|[\s(])([@#][\p{L}\p{N}_.'-]+(?: [\p{L}\p{N}.'-]{1,30})?)$/u;
let lists = 0;

class Suggestions {
  constructor(field) {
    this.field = field;
    this.items = [];
    this.at = -1;
    this.list = document.createElement("ul");
    this.list.id = `suggest-${(lists += 1)}`;
    this.list.className = "suggest-list";
    this.list.role = "listbox";
    this.list.ariaLabel = word("suggestions");
    this.list.hidden = true;
    const place = document.createElement("div");
    place.className = "suggest";
    field.after(place);
    place.append(this.list);
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", this.list.id);
    field.addEventListener("input", debounced(() => this.ask(), 180));
    field.addEventListener("keydown", (event) => this.steer(event));
    field.addEventListener("blur", () => this.close());
    this.list.addEventListener("pointerdown", (event) => this.point(event));
  }

  call() {
    const before = this.field.value.slice(0, this.field.selectionStart);
    return CALL.exec(before)?.[1] ?? "";
  }

  async ask() {
    const call = this.call();
    if (!call) return this.close();
    const url = new URL(this.field.dataset.suggestUrl, location.href);
    url.searchParams.set("q", call);
    const answer = await fetch(url, { headers: { Accept: "application/json" }, credentials: "same-origin" }).catch(() => null);
    if (!answer?.ok || call !== this.call()) return this.close();
    this.show(await answer.json().catch(() => []));
  }

  show(items) {
    this.items = items.slice(0, 8);
    this.list.replaceChildren(...this.items.map((item, at) => this.option(item, at)));
    this.list.hidden = this.items.length === 0;
    this.mark(this.items.length ? 0 : -1);
  }

  option({ label, detail }, at) {
    const option = document.createElement("li");
    option.role = "option";
    option.id = `${this.list.id}-${at}`;
    option.append(label);
    if (detail) {
      const small = document.createElement("small");
      small.textContent = detail;
      option.append(small);
    }
    return option;
  }

  mark(at) {
    this.at = at;
    [...this.list.children].forEach((option, place) => option.setAttribute("aria-selected", String(place === at)));
    if (at < 0) return this.field.removeAttribute("aria-activedescendant");
    this.field.setAttribute("aria-activedescendant", `${this.list.id}-${at}`);
    this.list.children[at].scrollIntoView({ block: "nearest" });
  }

  steer(event) {
    if (this.list.hidden) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.mark((this.at + step + this.items.length) % this.items.length);
    else if (event.key === "Enter" || event.key === "Tab") this.take(this.at);
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  point(event) {
    event.preventDefault();
    const option = event.target.closest('[role="option"]');
    if (option) this.take([...this.list.children].indexOf(option));
  }

  take(at) {
    const end = this.field.selectionStart;
    this.field.setRangeText(`${this.items[at].insert} `, end - this.call().length, end, "end");
    this.close();
    this.field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  close() {
    this.items = [];
    this.list.replaceChildren();
    this.list.hidden = true;
    this.mark(-1);
  }
}

mount("[data-suggest-url]", (field) => new Suggestions(field));
