"""Text with separated cells, made a table: its delimiter found, its headers understood, its lines numbered."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from weefsel.kernel.refusals import Invalid
from weefsel.people.commands._sync.headers import Column, columns_of, header_form, meaning_of
from weefsel.people.commands._sync.text import text_of

DELIMITERS = ",;\t|"
ROWS_MAX = 200_000
CELL_MAX = 100_000
_LOOKED_AT = 256 * 1024
_SAMPLE = 20
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Record:
    """The cells of one row and the line of the file on which it begins."""

    line: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Table:
    """A file that was understood: which column is what, and the rows below the headers."""

    headers: list[str]
    columns: dict[Column, int]
    records: list[Record]
    encoding: str
    delimiter: str

    @property
    def ignored(self) -> list[str]:
        """Headers whose columns are not taken."""
        taken = set(self.columns.values())
        return [header for place, header in enumerate(self.headers) if header and place not in taken]


def read_table(file: bytes) -> Table:
    """The table in a file. Raises ``Invalid`` with one sentence for whatever cannot be taken as one."""
    text, encoding = text_of(file)
    text, named, first = _without_hint(text.removeprefix("\ufeff"))
    delimiter = named or _delimiter_of(text)
    records = _records(text, delimiter, first)
    headers = [" ".join(cell.split()) for cell in next(records, Record(1, [])).cells]
    columns = _understood(headers)
    rows: list[Record] = []
    for record in records:
        if len(rows) >= ROWS_MAX:
            sentence = _("The file has more than %(most)s rows. Split it by unit or site, and bring in the parts.")
            raise Invalid(sentence % {"most": ROWS_MAX})
        rows.append(record)
    return Table(headers, columns, rows, encoding, delimiter)


def _without_hint(text: str) -> tuple[str, str, int]:
    """Some spreadsheets write ``sep=;`` above the headers."""
    if text[:4].lower() == "sep=" and text[4:5] in DELIMITERS and text[5:6] in {"\r", "\n"}:
        rest = text[5:].removeprefix("\r").removeprefix("\n")
        return rest, text[4], 2
    return text, "", 1


def _delimiter_of(text: str) -> str:
    """The delimiter with which most headers are known; then the one whose rows are most alike, then the wider one."""
    return max(DELIMITERS, key=lambda delimiter: _merit(text[:_LOOKED_AT], delimiter))


def _merit(head: str, delimiter: str) -> tuple[int, int, int]:
    sample: list[list[str]] = []
    try:
        for record in _records(head, delimiter, 1):
            sample.append(record.cells)
            if len(sample) > _SAMPLE:
                break
    except Invalid:  # what cannot be read with this delimiter counts as far as it was read
        sample = sample[:1]
    if not sample:
        return (0, 0, 0)
    width = len(sample[0])
    known = len({meaning for cell in sample[0] if (meaning := meaning_of(cell))})
    return (known, sum(len(cells) == width for cells in sample[1:]) if width > 1 else 0, width)


def _records(text: str, delimiter: str, first: int) -> Iterator[Record]:
    csv.field_size_limit(CELL_MAX)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = first
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as problem:
            sentence = _(
                "The file cannot be read from line %(line)s on: a quotation mark is missing or a cell too long."
            )
            raise Invalid(sentence % {"line": line}) from problem
        if any(cell.strip() for cell in cells):
            yield Record(line, cells)
        line = reader.line_num + first


def _understood(headers: list[str]) -> dict[Column, int]:
    columns = columns_of(headers)
    if not columns:
        raise Invalid(
            _("The first line must hold the names of the columns, such as employee_id, email, name, department.")
        )
    forms: dict[str, str] = {}
    for header in headers:
        form = header_form(header)
        if form and form in forms:
            sentence = _("Two columns are called “%(header)s”. Rename or remove one, so that it is clear which counts.")
            raise Invalid(sentence % {"header": header[:80]})
        forms[form] = header
    if Column.EMAIL not in columns and Column.EMPLOYEE_ID not in columns:
        sentence = _(
            "There is no column with an e-mail address or an employee number, so nobody can be recognised. "
            "The columns are: %(headers)s."
        )
        raise Invalid(sentence % {"headers": ", ".join(header[:40] for header in headers[:_SHOWN])})
    return columns
