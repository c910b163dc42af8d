// A link or button with data-dialog="ID" opens that dialog; without us, the link leads to a page that does the same.

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-dialog]");
  const wanted = opener && document.getElementById(opener.dataset.dialog);
  if (wanted instanceof HTMLDialogElement) {
    event.preventDefault();
    wanted.showModal();
    return;
  }
  const dialog = event.target.closest("dialog[open]");
  if (!dialog) return;
  const onVeil = event.target === dialog && isOutside(event, dialog.getBoundingClientRect());
  if (onVeil || event.target.closest("[data-close]")) {
    event.preventDefault();
    dialog.close();
  }
});

function isOutside({ clientX: x, clientY: y }, box) {
  return x < box.left || x > box.right || y < box.top || y > box.bottom;
}
