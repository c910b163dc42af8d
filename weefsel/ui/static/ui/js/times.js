// Times in cached fragments are the same for everybody; here they become the reader's own ("today, 08:12").
import { mount } from "./mount.js";
import { word } from "./words.js";

const DAY = 86_400_000;
const root = document.documentElement;

function zone() {
  try {
    Intl.DateTimeFormat(undefined, { timeZone: root.dataset.zone });
    return root.dataset.zone;
  } catch {
    return undefined;
  }
}

const timeZone = zone();
const text = (moment, options) => new Intl.DateTimeFormat(root.lang === "en" ? "en-GB" : root.lang, { timeZone, ...options }).format(moment);
const dayOf = (moment) => new Intl.DateTimeFormat("en-CA", { timeZone }).format(moment);

function dayText(moment, now) {
  const ago = Math.round((Date.parse(dayOf(now)) - Date.parse(dayOf(moment))) / DAY);
  if (ago === 0) return word("today");
  if (ago === 1) return word("yesterday");
  if (ago > 1 && ago < 7) return text(moment, { weekday: "long" });
  const isThisYear = dayOf(moment).slice(0, 4) === dayOf(now).slice(0, 4);
  return text(moment, { day: "numeric", month: "long", ...(isThisYear ? {} : { year: "numeric" }) });
}

export function timeText(moment, now = new Date()) {
  const day = dayText(moment, now);
  if (/\d{4}/.test(day)) return day;
  return `${day}, ${text(moment, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })}`;
}

mount("time[data-local]", (element) => {
  const moment = new Date(element.dateTime);
  if (Number.isNaN(moment.getTime())) return;
  element.title ||= element.textContent;
  element.textContent = timeText(moment);
});
