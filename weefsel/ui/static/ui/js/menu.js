// A menu opens without us; we close it: by Escape, by a click elsewhere, by going on with the keyboard, by opening another.

const open = () => document.querySelectorAll("details[data-menu][open]");

function close(menu, { focus = false } = {}) {
  menu.open = false;
  if (focus) menu.querySelector("summary")?.focus();
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of open()) {
    close(menu, { focus: menu.contains(document.activeElement) });
    event.preventDefault();
  }
});

for (const kind of ["click", "focusin"]) {
  document.addEventListener(kind, (event) => {
    for (const menu of open()) {
      const inside = menu.contains(event.target);
      const chosen = kind === "click" && inside && event.target.closest("a, button");
      if (!inside || chosen) close(menu);
    }
  });
}
