// The words that scripts say stand in the page, in the reader's language (templates/ui/_words.html).

const words = document.querySelector("[data-words]")?.dataset ?? {};
const note = document.querySelector("[data-toast]");
let leaving;

export const word = (name) => words[name] ?? "";

// A sentence for a moment, read aloud too.
export function toast(text) {
  if (!note || !text) return;
  clearTimeout(leaving);
  note.hidden = false;
  note.textContent = text;
  leaving = setTimeout(() => {
    note.hidden = true;
    note.textContent = "";
  }, 4000);
}
