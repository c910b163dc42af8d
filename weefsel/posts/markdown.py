"""From what somebody typed to clean HTML: Markdown, with calls (@somebody, @a-community) and #topics.

Pure: whom a call means is asked elsewhere (``queries/named.py``), by the names that ``read`` found. What names a person
carries ``data-mention``, so that ``for_eye`` can leave the name out for readers who may not know it.
"""

import re
from collections.abc import Collection, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any, Final
from urllib.parse import quote

from django.utils.translation import gettext as _
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from weefsel.kernel.actor import Eye
from weefsel.kernel.html import clean_html
from weefsel.kernel.topics import TOPIC_PATTERN, topic_form
from weefsel.posts.terms import CALLS_MAX, MATCHED_MAX, TOPICS_MAX

_SIGN: Final = re.compile(
    rf"(?<![\w@#/.&])(?:@(?P<name>[^\W_](?:[\w.\-]{{0,88}}[^\W_])?)|#(?P<topic>{TOPIC_PATTERN})(?![\w#]))"
)
_MENTION: Final = re.compile(r'<a [^>]*?data-mention="(\d+)"[^>]*>.*?</a>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Called:
    """Somebody or something that a text may name, with the address of its page."""

    id: int
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Named:
    """Whom the calls of a text mean: by what was typed after the @, in lower case."""

    people: Mapping[str, Called] = field(default_factory=dict)
    communities: Mapping[str, Called] = field(default_factory=dict)


NOBODY_NAMED: Final = Named()


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, read but not drawn: what it calls (in lower case), how often, and its topics by normal form."""

    tokens: Sequence[Token]
    calls: tuple[str, ...]
    call_count: int
    topics: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rendered:
    """The clean HTML, and what it names."""

    html: str
    person_ids: frozenset[int]
    community_ids: frozenset[int]
    topics: Mapping[str, str]


def read(text: str) -> Reading:
    """Read Markdown. Costs about 0.1 ms for a page, and for any text that may be kept well under half a second."""
    found: dict[str, Any] = {}
    tokens = _chosen(text).parse(text, found)
    calls: dict[str, None] = {}
    topics: dict[str, str] = {}
    for token in (child for block in tokens for child in block.children or ()):
        if token.type == "call":
            calls[token.meta["key"]] = None
        elif token.type == "topic" and len(topics) < TOPICS_MAX:
            topics.setdefault(token.meta["key"], token.content.removeprefix("#"))
    return Reading(tokens, tuple(calls), found["calls"], topics)


def draw(reading: Reading, named: Named = NOBODY_NAMED) -> Rendered:
    """Draw a text that was read, with links for whom ``named`` knows; what else is called stays as it was typed."""
    drawing: dict[str, Any] = {"named": named, "topics": reading.topics, "people": set(), "communities": set()}
    html = clean_html(_markdown.renderer.render(reading.tokens, _markdown.options, drawing))
    return Rendered(html, frozenset(drawing["people"]), frozenset(drawing["communities"]), reading.topics)


def for_eye(html: str, eye: Eye, shown_people: Collection[int]) -> str:
    """The HTML for an eye: to outsiders, who is not among ``shown_people`` is "a colleague", without name or link."""
    if eye is Eye.INSIDE or "data-mention" not in html:
        return html

    def replaced(mention: re.Match[str]) -> str:
        return mention[0] if int(mention[1]) in shown_people else escape(_("a colleague"))

    return _MENTION.sub(replaced, html)


def without_calls(text: str, hidden: Collection[str]) -> str:
    """What was typed, with "a colleague" for calls that are among ``hidden`` (in lower case)."""

    def replaced(sign: re.Match[str]) -> str:
        return _("a colleague") if (sign["name"] or "").casefold() in hidden else sign[0]

    return _SIGN.sub(replaced, text) if hidden else text


def people_in(html: str) -> frozenset[int]:
    """The people whom this HTML names."""
    return frozenset(int(mention[1]) for mention in _MENTION.finditer(html))


def _split_calls(state: StateCore) -> None:
    """Part the texts that stand neither in a link nor in code into plain text, calls and topics."""
    state.env["calls"] = state.env["signs"] = 0
    for block in state.tokens:
        depth = 0
        parted: list[Token] = []
        for token in block.children or ():
            depth += token.nesting if token.type in {"link_open", "link_close"} else 0
            parted.extend([token] if token.type != "text" or depth else _pieces(token, state.env))
        if block.children:
            block.children = parted


def _pieces(text: Token, counts: MutableMapping[str, Any]) -> list[Token]:
    """The text in parts. Calls are counted without end, but no more than ``CALLS_MAX`` signs become more than text."""
    pieces: list[Token] = []
    end = 0
    for sign in _SIGN.finditer(text.content):
        key = sign["name"].casefold() if sign["name"] else topic_form(sign["topic"])
        counts["calls"] += 1 if sign["name"] else 0
        if counts["signs"] >= CALLS_MAX or not (sign["name"] or any(letter.isalpha() for letter in key)):
            continue
        counts["signs"] += 1
        if sign.start() > end:
            pieces.append(_piece("text", text.content[end : sign.start()], text.level))
        pieces.append(_piece("call" if sign["name"] else "topic", sign[0], text.level, key))
        end = sign.end()
    if end < len(text.content) or not pieces:
        pieces.append(_piece("text", text.content[end:], text.level))
    return pieces


def _piece(kind: str, content: str, level: int, key: str = "") -> Token:
    return Token(kind, "", 0, content=content, level=level, meta={"key": key} if key else {})


class _Renderer(RendererHTML):
    """Markdown-it's, with our calls and topics, headings below those of the page, and pictures as links."""

    def call(self, tokens: Sequence[Token], idx: int, _: OptionsDict, env: MutableMapping[str, Any]) -> str:
        token = tokens[idx]
        named: Named = env["named"]
        person = named.people.get(token.meta["key"])
        if person is not None:
            env["people"].add(person.id)
            return (
                f'<a class="mention" data-mention="{person.id}" href="{escape(person.url)}">@{escape(person.name)}</a>'
            )
        community = named.communities.get(token.meta["key"])
        if community is not None:
            env["communities"].add(community.id)
            return f'<a class="mention" href="{escape(community.url)}">@{escape(community.name)}</a>'
        return escape(token.content)

    def topic(self, tokens: Sequence[Token], idx: int, _: OptionsDict, env: MutableMapping[str, Any]) -> str:
        token = tokens[idx]
        if token.meta["key"] not in env["topics"]:
            return escape(token.content)
        name = quote(token.meta["key"])
        return f'<a class="topic" data-topic="{name}" href="/topics/{name}/">{escape(token.content)}</a>'

    def heading_open(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return f"<{_below(tokens[idx].tag)}>"

    def heading_close(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return f"</{_below(tokens[idx].tag)}>\n"

    def th_open(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return f"<{tokens[idx].tag}{_aligned(tokens[idx])}>"

    td_open = th_open

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: MutableMapping[str, Any]) -> str:
        address = str(tokens[idx].attrs.get("src", ""))
        words = self.renderInlineAsText(tokens[idx].children, options, env) or address
        return f'<a href="{escape(address)}">{escape(words)}</a>'


def _below(tag: str) -> str:
    return f"h{min(int(tag[1]) + 2, 5)}"


def _aligned(cell: Token) -> str:
    side = str(cell.attrs.get("style", "")).removeprefix("text-align:")
    return f' align="{side}"' if side else ""


def _built() -> MarkdownIt:
    markdown = MarkdownIt(
        "commonmark", {"html": False, "linkify": True, "breaks": True, "maxNesting": 60}, renderer_cls=_Renderer
    )
    markdown.enable(["table", "strikethrough", "linkify"])
    if markdown.linkify is not None:  # only addresses written in full: "readme.md" is no address
        markdown.linkify.set({"fuzzy_link": False, "fuzzy_email": False, "fuzzy_ip": False})
    markdown.core.ruler.before("text_join", "calls", _split_calls)
    return markdown


_markdown: Final = _built()
# Thousands of brackets or cells cost seconds to match, and nobody writes them: there they are plain signs.
_plainer: Final = _built().disable(["link", "image", "table"])


def _chosen(text: str) -> MarkdownIt:
    return _plainer if max(text.count("["), text.count("|")) > MATCHED_MAX else _markdown
