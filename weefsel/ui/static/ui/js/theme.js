// Shows a theme as soon as it is chosen; the form keeps it.

document.addEventListener("change", (event) => {
  if (event.target.name !== "theme") return;
  const root = document.documentElement;
  const { value } = event.target;
  if (value === "light" || value === "dark") root.dataset.theme = value;
  else delete root.dataset.theme;
});
