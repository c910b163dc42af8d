// Gives behaviour to elements, those that stand in the page and those that arrive in it later.

const mounted = [];

function connect(root, { selector, seen, start }) {
  const found = root.matches?.(selector) ? [root] : [];
  for (const element of [...found, ...(root.querySelectorAll?.(selector) ?? [])]) {
    if (!seen.has(element)) {
      seen.add(element);
      start(element);
    }
  }
}

// Calls `start` once for each element that matches `selector`, now or after htmx has put it in.
export function mount(selector, start) {
  const entry = { selector, seen: new WeakSet(), start };
  mounted.push(entry);
  connect(document, entry);
}

// What arrives by other ways than htmx is announced here.
export function arrived(root) {
  for (const entry of mounted) connect(root, entry);
}

document.addEventListener("htmx:load", (event) => arrived(event.detail.elt));
