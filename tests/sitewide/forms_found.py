"""The forms of a page, as a browser would send them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

TEXTS = {"text", "search", "email", "url", "tel", "password", "number", "date", "textarea"}


@dataclass
class FoundForm:
    """A form that posts: where to, and its fields with what stands in them. ``kinds`` are the types of its controls."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)

    @property
    def typed(self) -> list[str]:
        """The fields in which people type."""
        return [name for name, kind in self.kinds.items() if kind in TEXTS]

    def filled(self, text: str) -> Mapping[str, str]:
        return self.fields | dict.fromkeys(self.typed, text)


class _Finder(HTMLParser):
    def __init__(self, here: str) -> None:
        super().__init__()
        self.here = here
        self.found: list[FoundForm] = []
        self.form: FoundForm | None = None
        self.choice = ""
        self.textarea = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form" and given.get("method", "").lower() == "post":
            self.form = FoundForm(given.get("action") or self.here)
        elif self.form is not None:
            self._control(self.form, tag, given)

    def _control(self, form: FoundForm, tag: str, given: Mapping[str, str]) -> None:
        name, kind = given.get("name", ""), given.get("type", "text")
        if tag == "option" and self.choice and ("selected" in given or self.choice not in form.fields):
            form.fields[self.choice] = given.get("value", "")
        if not name:
            return
        if tag == "input" and (kind not in {"radio", "checkbox"} or "checked" in given or name not in form.fields):
            form.fields[name], form.kinds[name] = given.get("value", ""), kind
        elif tag == "select":
            self.choice, form.kinds[name] = name, "select"
        elif tag == "textarea":
            form.fields[name], form.kinds[name] = "", "textarea"
        elif tag == "button":
            form.fields.setdefault(name, given.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self.choice = ""
        if tag == "form" and self.form is not None:
            self.found.append(self.form)
            self.form = None


def forms_in(page: str, url: str) -> list[FoundForm]:
    """Every form of the page that posts, without files and without the token."""
    finder = _Finder(url)
    finder.feed(page)
    for form in finder.found:
        form.fields.pop("csrfmiddlewaretoken", None)
        form.kinds.pop("csrfmiddlewaretoken", None)
    return [form for form in finder.found if "file" not in form.kinds.values()]
