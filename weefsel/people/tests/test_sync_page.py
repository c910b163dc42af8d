from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from weefsel.identity.testing import make_role, sign_in
from weefsel.kernel.actor import Role
from weefsel.kernel.testing import run_jobs
from weefsel.people.commands._sync.headers import columns_of
from weefsel.people.commands._sync.keeping import kept_part
from weefsel.people.commands._sync.table import Record, Table, read_table
from weefsel.people.models import Person, SyncRun
from weefsel.people.terms import PersonKind, SyncState
from weefsel.people.testing import make_person

REAL = (Path(__file__).parents[3] / "tests/data/hr/employees.csv").read_bytes()
HOME = "/steward/people/"


@pytest.fixture
def desk(client: Client, db: None) -> Client:
    els = make_person("Els", has_account=True)
    assert els.account is not None
    make_role(els.account, Role.STEWARD)
    sign_in(client, els.account)
    return client


def hand_in(desk: Client, file: bytes, name: str = "employees.csv") -> str:
    answer = desk.post(HOME, {"file": SimpleUploadedFile(name, file)})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer.headers["Location"])


def test_a_file_is_looked_at_applied_and_accounted_for(desk: Client) -> None:
    address = hand_in(desk, REAL)
    preview = desk.get(address).content.decode()
    for shown in ("Sarah Chen", "board@acmelabs.test", "security_clearance", "Apply it", "New units"):
        assert shown in preview
    assert Person.objects.count() == 1
    desk.post(f"{address}apply/")
    assert "You can close this page" in desk.get(address).content.decode()
    run_jobs()
    assert Person.objects.count() == 51
    account = desk.get(address).content.decode()
    assert "This is what was changed." in account
    assert "Sarah Chen" in account
    run = SyncRun.objects.get()
    assert (run.state, run.file, run.done) == (SyncState.DONE, None, 50)
    assert desk.post(f"{address}apply/").status_code == 409
    assert desk.post(f"{address}throw-away/").status_code == 409


def test_what_is_never_taken_is_not_kept_either(desk: Client) -> None:
    hand_in(desk, REAL)
    kept = bytes(SyncRun.objects.get().file or b"")
    assert b"sarah.chen" in kept
    for never in (b"privileged", b"ENG-100", b"contractor"):
        assert never not in kept


def test_a_file_is_thrown_away(desk: Client) -> None:
    address = hand_in(desk, REAL)
    page = desk.post(f"{address}throw-away/", follow=True).content.decode()
    assert "thrown away" in page
    assert not SyncRun.objects.exists()
    assert desk.get(address).status_code == 404


def test_who_is_missing_is_shown_before_they_go_but_never_the_steward(desk: Client) -> None:
    bea = make_person("Bea Missing")
    address = hand_in(desk, b"email,name\nann@x.be,Ann\n")
    assert "Bea Missing" not in desk.get(address).content.decode()
    missing = desk.get(f"{address}?missing=1").content.decode()
    assert "Bea Missing" in missing
    assert "is a steward who is needed here" in missing
    desk.post(f"{address}apply/", {"missing": "1"})
    run_jobs()
    assert set(Person.objects.filter(left_on=None).values_list("name", flat=True)) == {"Ann", "Els"}
    assert Person.objects.get(pk=bea.pk).left_on is not None


def test_the_file_is_compared_with_how_things_are_when_it_is_applied(desk: Client) -> None:
    address = hand_in(desk, b"email,name\nann@x.be,Ann\n")
    make_person("Ann before", email="ann@x.be")
    desk.post(f"{address}apply/")
    run_jobs()
    account = SyncRun.objects.get().account
    assert (account["created"], account["updated"]) == (0, 1)


@pytest.mark.parametrize(
    ("file", "sentence"),
    [(b"", "The file is empty"), (b"PK\x03\x04zip", "not text"), (b"name\nAnn\n", "nobody can be recognised")],
)
def test_a_broken_file_is_refused_on_the_form(desk: Client, file: bytes, sentence: str) -> None:
    answer = desk.post(HOME, {"file": SimpleUploadedFile("x.csv", file)})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not SyncRun.objects.exists()


def test_without_a_file_it_says_so(desk: Client) -> None:
    answer = desk.post(HOME, {})
    assert answer.status_code == 422
    assert "Choose the file first." in answer.content.decode()


def test_only_one_file_is_applied_at_a_time(desk: Client) -> None:
    first, second = hand_in(desk, REAL), hand_in(desk, REAL)
    desk.post(f"{first}apply/")
    assert desk.post(f"{second}apply/").status_code == 409
    run_jobs()
    assert desk.post(f"{second}apply/").status_code == 302


def test_progress_is_asked_for_in_part_and_the_end_shows_the_whole(desk: Client) -> None:
    address = hand_in(desk, REAL)
    desk.post(f"{address}apply/")
    part = desk.get(address, headers={"HX-Request": "true"})
    assert "<html" not in part.content.decode()
    run_jobs()
    assert desk.get(address, headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"


def test_for_others_it_does_not_exist(desk: Client) -> None:
    address = hand_in(desk, REAL)
    ann = make_person("Ann", has_account=True)
    assert ann.account is not None
    sign_in(desk, ann.account)
    for place in (HOME, address, "/steward/placeholders/"):
        assert desk.get(place).status_code == 404
    for place in (f"{address}apply/", f"{address}throw-away/"):
        assert desk.post(place).status_code == 404
    assert SyncRun.objects.get().state == SyncState.WAITING


def test_placeholders_are_listed_those_without_a_person_first(desk: Client) -> None:
    ann = make_person("Ann")
    linked = make_person("a known ghost", kind=PersonKind.PLACEHOLDER)
    Person.objects.filter(pk=linked.pk).update(stands_for=ann)
    make_person("b unknown ghost", kind=PersonKind.PLACEHOLDER)
    page = desk.get("/steward/placeholders/").content.decode()
    assert page.index("b unknown ghost") < page.index("a known ghost")


HEADERS = ["employee_id", "secret", "email", "name"]
ROWS = st.lists(st.lists(st.sampled_from(["", "a", "b\nc", "1", " "]), min_size=4, max_size=5), max_size=6)


@given(rows=ROWS, gaps=st.lists(st.integers(0, 3), min_size=6, max_size=6))
def test_what_is_kept_says_the_same_on_the_same_lines(rows: list[list[str]], gaps: list[int]) -> None:
    records, line = [], 2
    for row, gap in zip(rows, gaps, strict=False):
        if any(cell.strip() for cell in row):
            records.append(Record(line + gap, row))
            line += gap + 1 + sum(cell.count("\n") for cell in row)
    table = Table(HEADERS, columns_of(HEADERS), records, "utf-8", ",")
    again = read_table(kept_part(table))
    assert [record.line for record in again.records] == [record.line for record in records]
    for kept, record in zip(again.records, records, strict=True):
        for place in table.columns.values():
            assert kept.cells[place].replace("-", "").strip() == record.cells[place].replace("-", "").strip()
