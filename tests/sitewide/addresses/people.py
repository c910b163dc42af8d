"""Addresses of people and units, and of the files that bring people in."""

from tests.sitewide.addresses.visit import Visit, Visits, page
from tests.sitewide.stage import EMPLOYEES, NOBODY, READERS, STEWARD, Stage

Roles = frozenset[str]


def who_sees(stage: Stage) -> dict[str, Roles]:
    """Who may see each person, by handle."""
    people = stage.scene.people
    return {
        stage.quill.handle: EMPLOYEES,
        stage.shy.handle: EMPLOYEES,
        stage.keeper.handle: EMPLOYEES,
        people["employee"].handle: EMPLOYEES,
        people["member"].handle: READERS,
        people["owner"].handle: READERS,
        people["external member"].handle: READERS,
        people["external"].handle: EMPLOYEES | {"external"},
        "nobody-has-this": NOBODY,
    }


def _person(stage: Stage) -> list[Visit]:
    return [
        Visit({"handle": stage.quill.handle}, "before=99999999999999999", who=EMPLOYEES),
        *(Visit({"handle": handle}, who=who) for handle, who in who_sees(stage).items()),
    ]


def _edit(stage: Stage) -> list[Visit]:
    """One's own page alone."""
    own = {
        stage.person(role).handle: {role}
        for role in ("employee", "member", "owner", "external", "external member", "keeper")
    }
    return [
        Visit({"handle": handle}, who=frozenset(own.get(handle, ())), sees=who)
        for handle, who in who_sees(stage).items()
    ]


def _deed(stage: Stage) -> list[Visit]:
    return [Visit({"handle": handle}, who=who, takes="POST") for handle, who in who_sees(stage).items()]


def _unit(stage: Stage) -> list[Visit]:
    assert stage.quill.unit is not None
    return [
        Visit({"unit_id": stage.quill.unit.pk}, "", who=EMPLOYEES),
        Visit({"unit_id": stage.quill.unit.pk}, "after=1", who=EMPLOYEES),
        Visit({"unit_id": 10**15}, who=NOBODY),
    ]


def _run(stage: Stage) -> list[Visit]:
    return [
        Visit({"run_id": stage.hr_file.pk}, "", who=STEWARD),
        Visit({"run_id": stage.hr_file.pk}, "missing=1", who=STEWARD),
        Visit({"run_id": 10**15}, who=NOBODY),
    ]


def _deed_with_run(stage: Stage) -> list[Visit]:
    return [Visit({"run_id": pk}, who=who, takes="POST") for pk, who in ((stage.hr_file.pk, STEWARD), (10**15, NOBODY))]


PEOPLE: dict[str, Visits] = {
    "people": page("q=qq", "q=q", "q=nobody", "topic=qq", "site=Kortrijk", "language=nl", "unit=1", "organisation=1",
                   "organisation=2", "organisation=3", "after=1", "after=99999"),
    "person": _person,
    "edit_person": _edit,
    "follow_person": _deed,
    "link_placeholder": _deed,
    "person_left": _deed,
    "units": page(who=EMPLOYEES),
    "unit": _unit,
    "people_sync": page(who=STEWARD),
    "people_sync_run": _run,
    "people_sync_apply": _deed_with_run,
    "people_sync_throw_away": _deed_with_run,
    "placeholders": page("after=1", who=STEWARD),
}  # fmt: skip
