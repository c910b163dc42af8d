"""Slack's way of writing, as Markdown: mentions, links, code, bold, and no access tokens."""

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_TOKEN = re.compile(r"<([^<>\n]*)>")
_CODE = re.compile(r"```(.*?)```|`([^`\n]+)`", re.DOTALL)
_SECRET = re.compile(r"xox[a-z]-", re.IGNORECASE)
_SPECIAL = re.compile(r"([\\*_\[\]#~|`])")
_STRONG = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])")
_EMPHASIS = re.compile(r"(?<![\w_])_(?=\S)([^_\n]+?)(?<=\S)_(?![\w_])")
_STRUCK = re.compile(r"(?<![\w~])~(?=\S)([^~\n]+?)(?<=\S)~(?![\w~])")
# Private signs stand for Markdown's own while the rest is escaped; no archive may bring them along.
_KEPT = {"\ue000": "**", "\ue001": "*", "\ue002": "~~"}
_PLACE = re.compile("\ue010([0-9]{1,6})\ue011")  # also a text may unescape to these signs: then it is no place
_PRIVATE = re.compile("[\ue000-\ue0ff]")


@dataclass(frozen=True, slots=True)
class Names:
    """What ids of the archive are called here: people by handle, channels by slug; ``plain`` for who is unknown."""

    handles: Mapping[str, str]
    slugs: Mapping[str, str]
    plain: Mapping[str, str]


def to_markdown(text: str, names: Names) -> str:
    """The text of a message as Markdown. Code is left as it is, links in it unwrapped."""
    text = _PRIVATE.sub("", text)
    parts: list[str] = []
    at = 0
    for code in _CODE.finditer(text):
        parts.append(_prose(text[at : code.start()], names))
        parts.append(_code(code))
        at = code.end()
    parts.append(_prose(text[at:], names))
    return "".join(parts).strip()


def without_token(address: str) -> str:
    """The address without parameters that let the bearer in."""
    try:
        parts = urlsplit(address)
        kept = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _SECRET.search(v)]
    except ValueError:
        return ""
    if _SECRET.search(parts.path) or _SECRET.search(parts.fragment):
        return ""
    query = parts.query if len(kept) == len(parse_qsl(parts.query, keep_blank_values=True)) else urlencode(kept)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, parts.fragment))


def link(label: str, address: str) -> str:
    """A Markdown link with its label escaped; the label alone where the address is none that a page may show."""
    safe = without_token(address).replace(" ", "%20").replace("(", "%28").replace(")", "%29")
    shown = escaped(label)
    return f"[{shown}]({safe})" if safe.startswith(("https://", "http://", "mailto:")) else shown


def escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _code(found: re.Match[str]) -> str:
    block, inline = found.groups()
    if inline is not None:
        return f"`{_unwrapped(inline)}`"
    return f"\n```\n{_unwrapped(block).strip(chr(10))}\n```\n"


def _unwrapped(code: str) -> str:
    """Code with its wrapped links as plain text and its three signs unescaped."""
    bare = _TOKEN.sub(lambda m: m[1].partition("|")[2] or m[1], code)
    return html.unescape(bare).replace("```", "`\u200b``")


def _prose(text: str, names: Names) -> str:
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(_token(found[1], names))
        return f"\ue010{len(kept) - 1}\ue011"

    marked = _TOKEN.sub(keep, text)
    for pattern, sign in ((_STRONG, "\ue000"), (_EMPHASIS, "\ue001"), (_STRUCK, "\ue002")):
        marked = pattern.sub(lambda m, s=sign: f"{s}{m[1]}{s}", marked)  # type: ignore[misc]
    marked = escaped(html.unescape(marked))
    for sign, markdown in _KEPT.items():
        marked = marked.replace(sign, markdown)
    marked = _PLACE.sub(lambda m: kept[int(m[1])] if int(m[1]) < len(kept) else "", marked)
    return marked.replace("\n", "  \n") if "\n" in marked else marked


def _token(inside: str, names: Names) -> str:
    body, _bar, label = inside.partition("|")
    sign = body[:1]
    makers: dict[str, Callable[[], str]] = {
        "@": lambda: _person(body[1:], label, names),
        "#": lambda: _channel(body[1:], label, names),
        "!": lambda: _special(body[1:], label),
    }
    if sign in makers:
        return makers[sign]()
    address = html.unescape(body)
    if label:
        return link(html.unescape(label), address)
    safe = without_token(address)
    return f"<{safe}>" if safe.startswith(("https://", "http://", "mailto:")) else escaped(safe)


def _person(identifier: str, label: str, names: Names) -> str:
    handle = names.handles.get(identifier)
    if handle:
        return f"@{handle}"
    return escaped(names.plain.get(identifier) or html.unescape(label) or identifier)


def _channel(identifier: str, label: str, names: Names) -> str:
    slug = names.slugs.get(identifier)
    return f"@{slug}" if slug else escaped(html.unescape(label) or identifier)


def _special(body: str, label: str) -> str:
    """``<!here>``, ``<!subteam^S1|@team>``, ``<!date^…|fallback>``: the words, without calling anybody."""
    words = html.unescape(label) or "@" + body.partition("^")[0]
    return escaped(words).replace("@", "@\u2060")
