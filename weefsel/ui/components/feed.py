"""What stands between posts, and where they end."""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from weefsel.ui.components.attributes import attributes
from weefsel.ui.components.icon import icon

_STITCH = SafeString('<span class="stitch" aria-hidden="true"></span>')
_KNOT = SafeString(
    '<svg viewBox="0 0 64 28" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2" '
    'stroke-linecap="round">'
    '<path d="M2 14h14c6 0 6-9 12-9s8 9 3 12-9-3-4-7 11 4 17 4h18"/></svg>'
)


def new_since(text: str) -> SafeString:
    """The heading over what is new: "New since Tuesday"."""
    return format_html('<div class="feed-line"><h2>{}</h2>{}</div>', text, _STITCH)


def read_until(text: str) -> SafeString:
    """The dashed thread where one stopped reading."""
    return format_html('<div class="feed-line is-read">{0}<p>{1}</p>{0}</div>', _STITCH, text)


def news_line(url: str, text: str = "", news_url: str = "") -> SafeString:
    """The quiet line "3 new posts": hidden until there is something; ``news_url`` is asked while one looks at it."""
    return format_html(
        '<div class="news" role="status"{}><a class="quiet-line" href="{}"{}>{}</a></div>',
        attributes(data_news_url=news_url),
        url,
        attributes(hidden=not text),
        text,
    )


def earlier(url: str, label: str = "") -> SafeString:
    """The foot of a page of rows: "Earlier". Nothing loads by scrolling."""
    return format_html('<p class="earlier"><a href="{}" rel="next">{}</a></p>', url, label or _("Earlier"))


def feed_end(title: str, sentence: str = "", earlier_url: str = "") -> SafeString:
    """Where the feed ends, with one sentence and no button for more of something else."""
    return format_html(
        '<section class="feed-end" data-end aria-labelledby="feed-end">{}<h2 id="feed-end">{}</h2>{}{}</section>',
        _KNOT,
        title,
        format_html("<p>{}</p>", sentence) if sentence else "",
        earlier(earlier_url) if earlier_url else "",
    )


def empty(title: str, sentence: str, url: str = "", label: str = "", heading: int = 2) -> SafeString:
    """An empty place that teaches: what belongs here, and the button that starts it."""
    action = format_html('<a class="btn btn-first" href="{}">{}</a>', url, label) if url else ""
    return format_html(
        '<section class="empty">{0}<h{1}>{2}</h{1}><p>{3}</p>{4}</section>', _ART, heading, title, sentence, action
    )


_ART = SafeString(
    '<svg class="empty-art" viewBox="0 0 96 64" aria-hidden="true" fill="none" stroke-width="3">'
    '<path class="warp" d="M13 4v56M27 4v56M41 4v56M55 4v56M69 4v56M83 4v56"/>'
    '<path class="gap" stroke-width="9" d="M7 46h12M35 46h12M63 46h12"/>'
    '<path class="weft" d="M2 46h20M32 46h18M60 46h18M88 46h6"/>'
    '<path class="weft" stroke-dasharray="3 5" d="M2 24h92"/></svg>'
)


def kept(text: str = "") -> SafeString:
    """Whether the draft is kept; ``draft.js`` writes into it."""
    return format_html('<small class="draft-note" data-draft-note role="status">{}</small>', text)


def done_mark(text: str) -> SafeString:
    """A word that something is finished, with its sign."""
    return format_html('<span class="done-mark">{} {}</span>', icon("done", small=True), text)
