// Copies an address: data-copy="/posts/1/", or the href of a link with a bare data-copy (which leads there without us).
import { toast, word } from "./words.js";

document.addEventListener("click", async (event) => {
  const source = event.target.closest("[data-copy]");
  if (!source || !navigator.clipboard) return;
  event.preventDefault();
  const address = new URL(source.dataset.copy || source.getAttribute("href") || "", location.href);
  try {
    await navigator.clipboard.writeText(address.href);
    toast(word("linkCopied"));
  } catch {
    if (source.href) location.assign(source.href);
  }
});
