"""One layout for every letter: the same words as text and as HTML, readable in any mail program, in light and dark."""

from dataclasses import dataclass

from django.utils import translation
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

_PAGE = "margin:0;padding:32px 16px;background-color:#f8f5ee;color:#23211f"
_SHEET = (
    "max-width:520px;margin:0 auto;padding:28px;background-color:#fffdf9;border:1px solid #e2dccf;border-radius:10px;"
    "font:16px/1.55 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;color:#23211f"
)
_HEAD = "margin:0 0 16px;font:600 21px/1.3 Charter,'Iowan Old Style',Georgia,serif;color:#23211f"
_PARAGRAPH = "margin:0 0 16px"
_CODE = "margin:0 0 16px;font:600 26px/1.3 ui-monospace,Menlo,Consolas,monospace;letter-spacing:.12em"
_BUTTON = (
    "display:inline-block;padding:11px 18px;background-color:#24507a;color:#ffffff;border-radius:8px;"
    "text-decoration:none;font-weight:600"
)
_FOOT = "max-width:520px;margin:16px auto 0;font:14px/1.5 system-ui,sans-serif;color:#655f57"


@dataclass(frozen=True, slots=True)
class Wording:
    """What a letter says: paragraphs, and at most one code and one link, which stand behind ``before``."""

    subject: str
    before: tuple[str, ...]
    after: tuple[str, ...] = ()
    code: str = ""
    link: str = ""
    link_label: str = ""
    foot: str = ""


def as_text(words: Wording) -> str:
    """The letter as plain text, with the whole address of its link."""
    parts = [
        *words.before,
        words.code and f"    {words.code}",
        words.link,
        *words.after,
        words.foot and f"-- \n{words.foot}",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def as_html(words: Wording) -> SafeString:
    """The letter as HTML: no picture, no outside address, nothing that tells when it was opened."""
    code = format_html('<p style="{}">{}</p>', _CODE, words.code) if words.code else ""
    link = (
        format_html(
            '<p style="{}"><a href="{}" style="{}">{}</a></p>', _PARAGRAPH, words.link, _BUTTON, words.link_label
        )
        if words.link
        else ""
    )
    foot = format_html('<p style="{}">{}</p>', _FOOT, words.foot) if words.foot else ""
    return format_html(
        '<!doctype html><html lang="{}"><head><meta charset="utf-8"><title>{}</title></head>'
        '<body style="{}"><div style="{}"><h1 style="{}">{}</h1>{}{}{}{}</div>{}</body></html>',
        translation.get_language() or "en",
        words.subject,
        _PAGE,
        _SHEET,
        _HEAD,
        words.subject,
        _paragraphs(words.before),
        code,
        link,
        _paragraphs(words.after),
        foot,
    )


def _paragraphs(texts: tuple[str, ...]) -> SafeString:
    return format_html_join("", '<p style="{}">{}</p>', ((_PARAGRAPH, text) for text in texts))
