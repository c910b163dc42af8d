import contextlib
import csv
import io

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from weefsel.kernel.outcome import outcome_of
from weefsel.kernel.refusals import Invalid
from weefsel.people.commands._sync import table as reading
from weefsel.people.commands._sync.headers import Column, columns_of
from weefsel.people.commands._sync.table import Table, read_table

HEADERS = ["employee_id", "email", "name", "department", "title", "location"]
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
CELLS = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufeff\u2028\u2029")
    | st.sampled_from('\n",;|\t'),
    max_size=30,
)
WESTERN = st.text(st.sampled_from("abcXYZ éèçüßøñ€“”'\"\n,;|\t0129@.-"), max_size=30)


def written(rows: list[list[str]], delimiter: str, encoding: str) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode(encoding)


@given(
    rows=st.lists(st.lists(CELLS, min_size=6, max_size=6), max_size=8),
    delimiter=st.sampled_from(reading.DELIMITERS),
    encoding=st.sampled_from(ENCODINGS[:-1]),
)
def test_any_table_reads_back(rows: list[list[str]], delimiter: str, encoding: str) -> None:
    table = read_table(written([HEADERS, *rows], delimiter, encoding))
    assert table.headers == HEADERS
    assert table.delimiter == delimiter
    assert [record.cells for record in table.records] == [row for row in rows if any(cell.strip() for cell in row)]


@given(
    rows=st.lists(st.lists(WESTERN, min_size=6, max_size=6), max_size=8), delimiter=st.sampled_from(reading.DELIMITERS)
)
def test_a_table_in_the_western_encoding_reads_back(rows: list[list[str]], delimiter: str) -> None:
    file = written([HEADERS, *rows], delimiter, "cp1252")
    with contextlib.suppress(UnicodeDecodeError):
        assume(file.decode("utf-8") == file.decode("cp1252"))
    table = read_table(file)
    assert [record.cells for record in table.records] == [row for row in rows if any(cell.strip() for cell in row)]


@given(file=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(file: bytes) -> None:
    outcome = outcome_of(lambda: read_table(file))
    assert isinstance(outcome, Invalid | Table)


def test_lines_are_those_of_the_file_also_after_quoted_line_ends() -> None:
    table = read_table(b'id,name\r\n1,"Ann\r\nof\r\nGent"\r\n\r\n2,Bea\r\n')
    assert [(record.line, record.cells[0]) for record in table.records] == [(2, "1"), (6, "2")]


def test_a_hint_of_a_spreadsheet_is_understood() -> None:
    table = read_table(b"sep=;\r\nid;name\r\n1;Ann, of Gent\r\n")
    assert (table.delimiter, table.records[0].line, table.records[0].cells) == (";", 3, ["1", "Ann, of Gent"])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_is_one(end: str) -> None:
    assert len(read_table(end.join(["id,name", "1,Ann", "2,Bea"]).encode()).records) == 2


@pytest.mark.parametrize(
    ("file", "part"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\r\n", "empty"),
        (b"PK\x03\x04" + bytes(100), "not text"),
        (bytes(range(256)) * 20, "not text"),
        (b"\x89PNG\r\n\x1a\n", "not text"),
        (b"\xff\xfea", "not text"),
        (b"Ann,Bea,Cas\n1,2,3\n", "first line"),
        (b"E1,ann@x.be,Ann\nE2,bea@x.be,Bea\n", "first line"),
        (b"name,department\nAnn,Weaving\n", "nobody can be recognised"),
        (b"id,name,Name\n1,Ann,Bea\n", "Two columns"),
        (b"e-mail,E Mail\na@x.be,b@x.be\n", "Two columns"),
        (b'id,name\n1,"Ann\n2,Bea\n', "line 2"),
        (b"id,name\n1," + b"x" * 200_000, "line 2"),
        (b"<html><body>no</body></html>", "first line"),
    ],
)
def test_a_broken_file_is_refused_with_one_sentence(file: bytes, part: str) -> None:
    with pytest.raises(Invalid, match=part):
        read_table(file)


def test_what_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "ROWS_MAX", 2)
    assert len(read_table(b"id\n1\n2\n").records) == 2
    with pytest.raises(Invalid, match="more than 2 rows"):
        read_table(b"id\n1\n2\n3\n")
    monkeypatch.setattr("weefsel.people.commands._sync.text.HR_FILE_MAX", 10)
    with pytest.raises(Invalid, match="larger than"):
        read_table(b"id,name\n1,Ann\n")


@pytest.mark.parametrize(
    "headers",
    [
        "Employee ID|Email|First Name|Last Name|Job Title|Department|Manager Email|Location|Start Date|Language",
        "Stamnummer|E-mailadres|Voornaam|Achternaam|Functie|Afdeling|E-mail leidinggevende|Locatie|In dienst|Taal",
        "Matricule|Courriel|Prénom|Nom|Fonction|Service|E-mail du responsable|Lieu de travail|Date d’entrée|Langue",
        "Personalnummer|E-Mail-Adresse|Vorname|Nachname|Stelle|Abteilung|E-Mail Vorgesetzter|Standort|Eintritt|Sprache",
        "External Id|Email|First Name|Last Name|Job Title|Department|Manager Email|Location|Start Date|Locale",
        "id|email|profile.firstname|profile.lastname|profile.title|team|manager_email|profile.city|joined|language",
    ],
)
def test_headers_are_understood_in_four_languages(headers: str) -> None:
    wanted = [
        Column.EMPLOYEE_ID,
        Column.EMAIL,
        Column.GIVEN_NAME,
        Column.FAMILY_NAME,
        Column.JOB_TITLE,
        Column.UNIT,
        Column.MANAGER_EMAIL,
        Column.SITE,
        Column.STARTED_ON,
        Column.LANGUAGE,
    ]
    assert columns_of(headers.split("|")) == {column: place for place, column in enumerate(wanted)}


def test_nom_without_prenom_is_the_whole_name() -> None:
    assert columns_of(["matricule", "nom"]) == {Column.EMPLOYEE_ID: 0, Column.NAME: 1}
