"""One row of the file, made what it means: trimmed, checked, typed."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from weefsel.kernel.text import one_line
from weefsel.kernel.topics import without_accents
from weefsel.people.commands._sync.headers import Column
from weefsel.people.commands._sync.table import Record, Table
from weefsel.people.terms import NAME_MAX, TITLE_MAX

ID_MAX = 60
EMAIL_MAX = 254
_EMPTY = {"null", "none", "n/a", "#n/a", "-", "nan"}
_DATES = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y/%m/%d", "%Y%m%d")
_TIME_BEHIND = re.compile(r"[T ]\d{1,2}:\d\d.*$")
_LANGUAGE_CODE = re.compile(r"[a-z]{2}(?:[-_][a-z0-9]{2,4})?")
_LANGUAGES = {
    "nl": "dutch nederlands neerlandais niederlandisch vlaams flemish hollands flamand",
    "fr": "french francais frans franzosisch",
    "en": "english engels anglais englisch",
    "de": "german deutsch duits allemand",
    "es": "spanish espanol spaans espagnol spanisch",
    "it": "italian italiano italiaans italien italienisch",
    "pt": "portuguese portugues portugees portugais portugiesisch",
    "pl": "polish polski pools polonais polnisch",
    "tr": "turkish turkce turks turc turkisch",
    "ar": "arabic arabisch arabe",
    "ro": "romanian romana roemeens roumain rumanisch",
    "bg": "bulgarian bulgaars bulgare bulgarisch",
}
_CODE_OF = {word: code for code, words in _LANGUAGES.items() for word in words.split()}


@dataclass(frozen=True, slots=True)
class Said:
    """Something to tell about a line of the file."""

    line: int
    message: str


@dataclass(slots=True)
class Row:
    """What the file says of one person; None where it has no such column, or nothing to go by."""

    line: int
    employee_id: str = ""
    email: str = ""
    name: str = ""
    given_name: str | None = None
    family_name: str | None = None
    job_title: str | None = None
    unit: str | None = None
    parent_unit: str | None = None
    site: str | None = None
    language: str | None = None
    started_on: date | None = None
    has_manager: bool = False  # the file has a column for it; empty cells say that there is none
    manager_email: str = ""
    manager_id: str = ""
    manager: str = ""
    warnings: list[Said] = field(default_factory=list)

    def warn(self, message: str) -> None:
        self.warnings.append(Said(self.line, message))


def read_row(table: Table, record: Record) -> Row | Said:
    """The row, or why it is refused whole."""
    cell = _cells(table, record)
    row = Row(record.line)
    if any(extra.strip() for extra in record.cells[len(table.headers) :]):
        return Said(row.line, _("This row has more cells than there are columns; a delimiter stands in a text."))
    row.employee_id, row.email = cell(Column.EMPLOYEE_ID) or "", (cell(Column.EMAIL) or "").lower()
    refused = _identity_problem(row)
    if refused:
        return Said(row.line, refused)
    _name(row, cell)
    if len(row.name) > NAME_MAX:
        return Said(row.line, _("The name is longer than %(most)s characters.") % {"most": NAME_MAX})
    row.job_title = _short(row, cell(Column.JOB_TITLE), TITLE_MAX, _("job title"))
    row.unit = _short(row, cell(Column.UNIT), NAME_MAX, _("unit"))
    row.parent_unit = _short(row, cell(Column.PARENT_UNIT), NAME_MAX, _("unit above"))
    row.site = _short(row, cell(Column.SITE), NAME_MAX, _("site"))
    row.language = _language(row, cell(Column.LANGUAGE))
    row.started_on = _date(row, cell(Column.STARTED_ON))
    row.has_manager = bool({Column.MANAGER_EMAIL, Column.MANAGER_ID, Column.MANAGER} & table.columns.keys())
    row.manager_email = (cell(Column.MANAGER_EMAIL) or "").lower()
    row.manager_id, row.manager = cell(Column.MANAGER_ID) or "", cell(Column.MANAGER) or ""
    return row


def _cells(table: Table, record: Record) -> Callable[[Column], str | None]:
    def cell(column: Column) -> str | None:
        place = table.columns.get(column)
        if place is None:
            return None
        value = one_line(record.cells[place]) if place < len(record.cells) else ""
        return "" if value.lower() in _EMPTY else value

    return cell


def _identity_problem(row: Row) -> str:
    """Say why nobody can be recognised by this row. A wrong address beside an employee number is only a warning."""
    if len(row.employee_id) > ID_MAX:
        return _("The employee number is longer than %(most)s characters.") % {"most": ID_MAX}
    if row.email and not _is_email(row.email):
        wrong = _("“%(email)s” is no e-mail address.") % {"email": row.email[:80]}
        if not row.employee_id:
            return wrong
        row.warn(wrong)
        row.email = ""
    if not row.email and not row.employee_id:
        return _("There is neither an employee number nor an e-mail address.")
    return ""


def _is_email(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return len(text) <= EMAIL_MAX


def _name(row: Row, cell: Callable[[Column], str | None]) -> None:
    given, family = cell(Column.GIVEN_NAME), cell(Column.FAMILY_NAME)
    if family is not None and cell(Column.INFIX):
        family = f"{cell(Column.INFIX)} {family}"
    row.name = cell(Column.NAME) or " ".join(part for part in (given, family) if part)
    row.given_name = None if given is None else given[:NAME_MAX]
    row.family_name = None if family is None else family[:NAME_MAX]


def _short(row: Row, value: str | None, most: int, what: str) -> str | None:
    if value is not None and len(value) > most:
        row.warn(_("The %(what)s is longer than %(most)s characters and was cut.") % {"what": what, "most": most})
        return value[:most].rstrip()
    return value


def _language(row: Row, value: str | None) -> str | None:
    if not value:
        return value
    plain = without_accents(value)
    if _LANGUAGE_CODE.fullmatch(plain):
        return plain[:2]
    code = next((_CODE_OF[word] for word in re.findall(r"[a-z]+", plain) if word in _CODE_OF), None)
    if code is None:
        row.warn(_("The language “%(value)s” is not known; it was left as it is.") % {"value": value[:40]})
    return code


def _date(row: Row, value: str | None) -> date | None:
    if not value:
        return None
    day = _TIME_BEHIND.sub("", value)
    for form in _DATES:
        try:
            return datetime.strptime(day, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    sentence = _("“%(value)s” is no date; write it like 2026-03-31 or 31/03/2026. It was left as it is.")
    row.warn(sentence % {"value": value[:40]})
    return None
