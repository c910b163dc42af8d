"""Bytes of an unknown encoding, made text; or refused with what to do."""

import re

from django.utils.translation import gettext as _

from weefsel.kernel.refusals import Invalid
from weefsel.people.terms import HR_FILE_MAX

_LOOKED_AT = 64 * 1024
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_MAGIC = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x89PNG", b"\x1f\x8b", b"\xff\xd8\xff")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f-\x9f]")
_MOST_CONTROLS = 0.01  # the share of control signs above which this is no text
_MOST_NULLS = 0.3  # the share of null bytes at one side above which this is UTF-16 without a mark


def text_of(file: bytes) -> tuple[str, str]:
    """The text, and the name of its encoding. Raises ``Invalid`` for what is empty, too long or no text."""
    if len(file) > HR_FILE_MAX:
        sentence = _("This file is larger than %(most)s MB. Split it, or leave out columns that are not needed.")
        raise Invalid(sentence % {"most": HR_FILE_MAX // 1024 // 1024})
    if not file.strip(b"\x00\r\n\t \xef\xbb\xbf\xff\xfe"):
        raise Invalid(_("The file is empty. Export it again, with the names of the columns in its first line."))
    if file.startswith(_MAGIC):
        raise _no_text()
    text, encoding = _decoded(file)
    head = text[:_LOOKED_AT]
    if len(_CONTROL.findall(head)) > max(1, len(head) * _MOST_CONTROLS):
        raise _no_text()
    return text, encoding


def _no_text() -> Invalid:
    return Invalid(_("This file is not text. If it is a spreadsheet, save it as CSV (UTF-8) and try again."))


def _decoded(file: bytes) -> tuple[str, str]:
    for mark, encoding in _BOMS:
        if file.startswith(mark):
            return _strictly(file[len(mark) :], encoding)
    head = file[:_LOOKED_AT]
    for odd, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if head[odd::2].count(0) > len(head[odd::2]) * _MOST_NULLS > head[1 - odd :: 2].count(0):
            return _strictly(file, encoding)
    try:
        return file.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _strictly(file, "cp1252")


def _strictly(file: bytes, encoding: str) -> tuple[str, str]:
    try:
        return file.decode(encoding), encoding
    except UnicodeDecodeError:
        raise _no_text() from None
