import pytest
from django.db import IntegrityError, transaction

from weefsel.audit.commands.record import record
from weefsel.audit.commands.seal_entries import seal_entries
from weefsel.audit.jobs.seal_trail import seal_trail
from weefsel.audit.models import Entry
from weefsel.audit.queries.trail import chain, trail
from weefsel.kernel.actor import STRANGER, Actor, Power, Role, acting_job
from weefsel.kernel.refusals import NotAllowed, NotFound
from weefsel.kernel.testing import run_jobs, statements

pytestmark = pytest.mark.django_db
SEALER = acting_job(Power.SEAL_AUDIT)
STEWARD = Actor(account_id=1, person_id=1, is_employee=True, roles=frozenset({Role.STEWARD}))
COUNCIL = Actor(account_id=2, person_id=2, is_employee=True, roles=frozenset({Role.WORKS_COUNCIL}))


def write(count: int, thing: str = "account") -> None:
    for number in range(count):
        record(STEWARD, "role_given", thing=thing, thing_id=number, role="moderator", name="Zoë")


def test_entries_are_chained_in_portions_and_the_chain_holds() -> None:
    write(3)
    assert seal_entries(SEALER) == 3
    write(2)
    assert seal_entries(SEALER) == 2
    assert seal_entries(SEALER) == 0
    found = chain(STEWARD)
    assert (found.sealed, found.broken_at) == (5, None)


def test_the_job_seals_all_that_is_new() -> None:
    write(4)
    seal_trail.enqueue()
    run_jobs()
    assert Entry.objects.filter(seal="").count() == 0


@pytest.mark.parametrize("change", [{"deed": "role_taken"}, {"account_id": 9}, {"facts": {}}, {"thing_id": "77"}])
def test_a_changed_entry_is_found(change: dict[str, object]) -> None:
    write(5)
    seal_entries(SEALER)
    third = Entry.objects.order_by("place")[2]
    Entry.objects.filter(pk=third.pk).update(**change)
    assert chain(STEWARD).broken_at == third.pk


def test_a_missing_entry_is_found() -> None:
    write(5)
    seal_entries(SEALER)
    second, third = Entry.objects.order_by("place")[1:3]
    second.delete()
    assert chain(STEWARD).broken_at == third.pk


def test_one_that_was_put_in_cannot_share_a_place() -> None:
    write(2)
    seal_entries(SEALER)
    write(1)
    forged = Entry.objects.get(place=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.filter(pk=forged.pk).update(place=2, seal="f" * 64)


def test_the_works_council_reads_what_concerns_monitoring_alone() -> None:
    write(2)
    write(1, thing="legal_hold")
    assert [row.thing for row in trail(COUNCIL).rows] == ["legal_hold"]
    assert len(trail(STEWARD).rows) == 3


def test_others_read_and_seal_nothing() -> None:
    ana = Actor(account_id=3, person_id=3, is_employee=True)
    for actor in (ana, STRANGER):
        with pytest.raises(NotFound):
            trail(actor)
        with pytest.raises(NotFound):
            chain(actor)
        with pytest.raises(NotAllowed):
            seal_entries(actor)
    with pytest.raises(NotFound):
        chain(COUNCIL)


def test_the_trail_comes_in_pages_each_of_one_statement() -> None:
    write(45)
    seen, cursor = [], None
    for _page in range(3):
        with statements() as count:
            page = trail(STEWARD, cursor)
        assert count.total == 1
        seen += [row.entry_id for row in page.rows]
        cursor = int(page.next_cursor or 0)
    assert (len(seen), seen, cursor) == (45, sorted(seen, reverse=True), 0)
