// Text areas grow with their text where the browser does not know `field-sizing` yet.
import { mount } from "./mount.js";

function grow(area) {
  area.style.blockSize = "auto";
  area.style.blockSize = `${area.scrollHeight + 2}px`;
}

if (!CSS.supports("field-sizing", "content")) {
  mount("textarea.composer-text, textarea.composer-title, textarea.textarea", (area) => {
    area.addEventListener("input", () => grow(area));
    if (area.value) grow(area);
  });
}
