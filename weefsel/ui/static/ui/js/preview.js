// Shows how the text will read: whom it calls, its topics. The server draws it; data-preview marks where it goes.
import { mount } from "./mount.js";
import { debounced, post } from "./send.js";

async function show(form, url, place) {
  const text = form.querySelector('textarea[name="body"]')?.value.trim();
  if (!text) {
    place.hidden = true;
    return;
  }
  const answer = await post(url, new FormData(form));
  if (!answer?.ok) return;
  place.innerHTML = await answer.text();
  place.hidden = place.textContent.trim() === "";
}

mount("form:has([data-preview])", (form) => {
  const place = form.querySelector("[data-preview]");
  const url = form.dataset.previewUrl ?? form.querySelector("[data-preview-url]")?.dataset.previewUrl;
  if (url) form.addEventListener("input", debounced(() => show(form, url, place), 500));
});
