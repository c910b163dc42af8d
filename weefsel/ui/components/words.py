"""Small words in a line: kinds, states, topics, mentions."""

from urllib.parse import quote

from django.utils.html import format_html
from django.utils.safestring import SafeString

from weefsel.ui.components.icon import icon

_STATES = {"": "", "waiting": " is-waiting", "done": " is-done", "no": " is-no"}


def kind_label(label: str, icon_name: str) -> SafeString:
    """The kind of a post: a sign and the word for it, without colour."""
    return format_html('<span class="kind">{} {}</span>', icon(icon_name, small=True), label)


def state(label: str, kind: str = "") -> SafeString:
    """Where something stands: a knot on a thread and the word. ``kind`` is empty, waiting, done or no."""
    return format_html('<span class="state{}">{}</span>', _STATES[kind], label)


def topic(name: str, url: str = "") -> SafeString:
    """A topic as a link to its page."""
    return format_html('<a class="topic" href="{}">#{}</a>', url or f"/topics/{quote(name)}/", name)


def mention(name: str, url: str) -> SafeString:
    """Somebody who was called."""
    return format_html('<a class="mention" href="{}">@{}</a>', url, name)
