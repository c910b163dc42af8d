// A pressed button answers at once; if the server says no, it goes back.

const flipped = new WeakSet();

function flip(button) {
  const isPressed = button.getAttribute("aria-pressed") === "true";
  button.setAttribute("aria-pressed", String(!isPressed));
}

const pressable = (event) => {
  const button = event.detail.requestConfig?.triggeringEvent?.submitter ?? event.detail.elt;
  return button?.matches?.("[aria-pressed]") ? button : null;
};

document.addEventListener("htmx:beforeRequest", (event) => {
  const button = pressable(event);
  if (!button) return;
  flipped.add(button);
  flip(button);
});

document.addEventListener("htmx:afterRequest", (event) => {
  const button = pressable(event);
  if (button && flipped.delete(button) && !event.detail.successful && button.isConnected) flip(button);
});
