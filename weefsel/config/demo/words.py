"""What a thread of the files says as one Markdown text, while its kind is still an update with a title."""

from typing import Any

from weefsel.config.demo.reading import Calendar

# Each file's text is in its own language, and so are the words that the loader adds.
_WORDS = {
    "en": {
        "expected": "What we expected", "happened": "What happened", "why": "Why", "next_time": "Next time",
        "when": "Comes back when", "praise": "For", "choices": "The choice", "place": "Where",
    },
    "nl": {
        "expected": "Wat we verwachtten", "happened": "Wat er gebeurde", "why": "Waarom", "next_time": "Volgende keer",
        "when": "Komt terug wanneer", "praise": "Voor", "choices": "De keuze", "place": "Waar",
    },
    "fr": {
        "expected": "Ce que nous attendions", "happened": "Ce qui s'est passé", "why": "Pourquoi",
        "next_time": "La prochaine fois", "when": "Revient quand", "praise": "Pour", "choices": "Le choix",
        "place": "Où",
    },
    "de": {
        "expected": "Was wir erwarteten", "happened": "Was geschah", "why": "Warum", "next_time": "Nächstes Mal",
        "when": "Kommt wieder, wenn", "praise": "Für", "choices": "Zur Wahl", "place": "Wo",
    },
}  # fmt: skip


def body_of(thread: dict[str, Any], calendar: Calendar) -> str:
    """The text, what its kind adds, and its topics."""
    words = _WORDS[thread["language"]]
    parts = [
        _lines(thread.get("text") or ""),
        *_lesson(thread.get("lesson") or {}, words),
        *_poll(thread.get("poll") or {}, words),
        *_event(thread.get("event") or {}, words, calendar),
        *_praise(thread.get("praise") or {}, words),
        _topics(thread),
    ]
    return "\n\n".join(part for part in parts if part)


def _lines(text: str) -> str:
    return text.strip()


def _lesson(lesson: dict[str, Any], words: dict[str, str]) -> list[str]:
    said = [
        f"**{words[n]}.** {lesson[n].strip()}" for n in ("expected", "happened", "why", "next_time") if lesson.get(n)
    ]
    trigger = (lesson.get("trigger") or {}).get("when")
    return [*said, f"**{words['when']}** {trigger}"] if trigger else said


def _poll(poll: dict[str, Any], words: dict[str, str]) -> list[str]:
    options = [f"- {option['text']}" for option in poll.get("options") or []]
    return [f"**{words['choices']}**", "\n".join(options)] if options else []


def _event(event: dict[str, Any], words: dict[str, str], calendar: Calendar) -> list[str]:
    if not event:
        return []
    when = f"{calendar.day(event['starts']):%d/%m/%Y} {str(event['starts'])[-5:]}"
    return [f"**{when}** · **{words['place']}** {event.get('place', '')}"]


def _praise(praise: dict[str, Any], words: dict[str, str]) -> list[str]:
    people = ", ".join(f"@{who}" for who in praise.get("to") or [])
    return [f"**{words['praise']}** {people}"] if people else []


def _topics(thread: dict[str, Any]) -> str:
    said = (thread.get("text") or "").lower()
    return " ".join(f"#{topic}" for topic in thread.get("topics") or [] if f"#{topic.lower()}" not in said)
