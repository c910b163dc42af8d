// Says that everything new was read, once the place after the last new post has been in sight for a moment. It fetches
// nothing: the page ends where it ends.

const MOMENT = 1500;

async function say(form) {
  const fields = new FormData(form);
  const answer = await fetch(form.action, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { "X-CSRFToken": fields.get("csrfmiddlewaretoken") ?? "", "X-Requested-With": "fetch" },
    credentials: "same-origin",
  }).catch(() => null);
  if (answer?.ok) form.hidden = true;
}

function watch(form) {
  let waiting;
  const observer = new IntersectionObserver(([entry]) => {
    clearTimeout(waiting);
    if (!entry.isIntersecting || document.visibilityState !== "visible") return;
    waiting = setTimeout(() => {
      observer.disconnect();
      say(form);
    }, MOMENT);
  });
  observer.observe(form);
}

for (const form of document.querySelectorAll("form[data-seen]")) watch(form);
