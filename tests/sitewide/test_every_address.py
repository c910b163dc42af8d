"""Every address is visited as every role: whom it answers, what it lets through, and that looking changes nothing."""

from contextlib import nullcontext

import pytest
from django.conf import settings
from zeal import zeal_ignore

from tests.sitewide.addresses import VISITS, all_routes, all_visits
from tests.sitewide.looking import ask, is_as_told, keep_the_frame
from tests.sitewide.stage import EVERY_ROLE, SECRETS, Stage, make_stage

pytestmark = pytest.mark.django_db

# What a form would send, in every field that one of them has.
FILLED = {"body": "Words", "title": "Words", "text": "Words", "reason": "Words", "kind": "thanks", "role": "member",
          "edit_number": "0", "name": "Words"}  # fmt: skip
# Who holds the secret of such an address may know that it exists.
KNOWN_BY_A_SECRET = {"community_by_link", "invitation", "sign_in_link", "account_reset_password_from_key"}
# Who sees what is the same on every database (test_rules_agree); so each role looks once, and some again.
ROLES = EVERY_ROLE if "sqlite" in settings.DATABASES["default"]["ENGINE"] else ["employee", "external member", "owner"]
# One's own address is no news on one's own page.
OWN = {"member": {"Qqmembermail"}}
# Whom the rule tells apart: as them also fragments are asked for, and repeated queries are looked for.
LOOKING_CLOSER = {"external member", "employee"}


@pytest.fixture
def stage() -> Stage:
    return make_stage()


def test_every_address_has_a_name_and_samples() -> None:
    names = [route.name for route in all_routes()]
    assert sorted(set(names) - set(VISITS)) == []
    assert sorted(set(VISITS) - set(names)) == []
    assert len(names) == len(set(names)), "two addresses have one name"


@pytest.mark.parametrize("role", ROLES)
def test_each_address_answers_whom_it_is_for_and_tells_no_secret(role: str, stage: Stage) -> None:
    client, wrong, shown = stage.browser(role), [], set[str]()
    is_close = role in LOOKING_CLOSER
    with nullcontext() if is_close else zeal_ignore():
        for name, visit in all_visits(stage):
            for is_fragment in (False, True) if is_close else (False,):
                seen = ask(client, visit.url(name), is_fragment=is_fragment)
                wrong += [] if is_as_told(visit, role, seen) else [str(seen)]
                wrong += [f"{seen} tells {secret}" for secret in seen.leaks(role)]
                wrong += [f"{seen} writes while one looks: {sql[:120]}" for sql in seen.written]
                shown |= seen.shown()
    shown |= OWN.get(role, set())
    wrong += [f"nowhere shown: {secret}" for secret in SECRETS if role in SECRETS[secret] and secret not in shown]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("role", ["external member", "owner", "steward"])
def test_nothing_is_done_without_the_token_of_a_form(role: str, stage: Stage) -> None:
    client = stage.browser(role, checks_tokens=True)
    wrong = []
    for name, visit in all_visits(stage):
        seen = ask(client, visit.url(name), FILLED)
        wrong += [str(seen)] if seen.status != 403 or seen.written else []
    assert not wrong, "\n".join(wrong)


def _parts(answer: tuple[object, ...]) -> list[object]:
    *parts, sql = answer
    return [*parts, *sql] if isinstance(sql, tuple) else parts


@pytest.mark.parametrize("role", ["employee", "external member"])
def test_what_is_hidden_answers_like_what_was_never_there(role: str, stage: Stage) -> None:
    """By the same statements and with the same words, looked at or acted upon, as a page or as a part of one."""
    client, wrong = stage.browser(role), []
    keep_the_frame(client)
    for data, is_fragment in ((None, False), (FILLED, False), (FILLED, True)):
        first: dict[str, tuple[str, tuple[object, ...]]] = {}
        for name, visit in all_visits(stage):
            if not visit.values or visit.query or name in KNOWN_BY_A_SECRET or role in visit.who | visit.sees:
                continue
            seen = ask(client, visit.url(name), data, is_fragment=is_fragment)
            answer = (seen.status, seen.words, seen.leads_to, seen.fault, seen.sql)
            url, expected = first.setdefault(name, (seen.url, answer))
            if answer != expected:
                ours, theirs = _parts(answer), _parts(expected)
                differences = [f"{part!s:.300}" for part in ours + theirs if ours.count(part) != theirs.count(part)]
                wrong.append(f"{'POST' if data else 'GET'} {seen}, and {url}: {differences}")
    assert not wrong, "\n".join(wrong)
