from datetime import date

import pytest

from weefsel.communities.queries.find_communities import Wanted, find_communities, known_languages
from weefsel.communities.testing import (
    make_community,
    make_community_invitation,
    make_join_request,
    make_member,
)
from weefsel.kernel.actor import STRANGER
from weefsel.kernel.testing import statements
from weefsel.people.testing import actor_for, make_organisation, make_person

pytestmark = pytest.mark.django_db


def names(page: object) -> list[str]:
    return [card.name for card in page.rows]  # type: ignore[attr-defined]


def test_an_employee_finds_everything_but_what_is_hidden_and_what_is_archived() -> None:
    for kind in ("open", "on_request", "invite_only", "hidden"):
        make_community(kind, name=kind)
    make_community(name="old", is_archived=True)
    me = actor_for(make_person())
    assert names(find_communities(me)) == ["invite_only", "on_request", "open"]
    assert names(find_communities(me, Wanted(show="archived"))) == ["old"]
    assert find_communities(STRANGER).rows == []


def test_somebody_from_outside_finds_their_own_alone() -> None:
    customer = make_organisation()
    guest = make_person(organisation=customer)
    make_community(name="not theirs")
    make_member(make_community(name="theirs", shared_with=(customer,)), guest)
    assert names(find_communities(actor_for(guest))) == ["theirs"]


def test_a_name_is_found_without_accents_and_in_its_middle() -> None:
    make_community(name="Zuivelcoöperatie Été")
    make_community(name="Weaving")
    me = actor_for(make_person())
    for text in ("zuivel", "COÖPERATIE", "ete", "  été "):
        assert names(find_communities(me, Wanted(text=text))) == ["Zuivelcoöperatie Été"]
    for text in ("100%", "_", "'; drop", "\x00"):
        find_communities(me, Wanted(text=text, language=text))


def test_the_filters_narrow() -> None:
    person = make_person()
    make_member(make_community("on_request", name="mine"), person)
    make_community(name="open")
    make_community("on_request", name="asks")
    me = actor_for(person)
    assert names(find_communities(me, Wanted(show="mine"))) == ["mine"]
    assert names(find_communities(me, Wanted(show="open"))) == ["open"]
    assert names(find_communities(me, Wanted(show="on_request"))) == ["asks", "mine"]
    assert names(find_communities(me, Wanted(language="nl"))) == []
    assert known_languages(me) == ["en"]


def test_the_pages_hold_twenty_and_end() -> None:
    for number in range(45):
        make_community(name="The same name" if number % 2 else f"Name {number}")
    me = actor_for(make_person())
    seen: list[int] = []
    cursor = "0"
    for size in (20, 20, 5):
        page = find_communities(me, after=int(cursor))
        assert len(page.rows) == size
        seen += [card.id for card in page.rows]
        cursor = page.next_cursor
    assert len(set(seen)) == 45
    assert cursor == ""


def test_one_statement_however_many_communities() -> None:
    me = actor_for(make_person())
    for number in range(12):
        make_member(make_community("invite_only" if number % 2 else "open"), make_person())
    with statements() as count:
        find_communities(me, Wanted(text="c"))
    assert count.total == 1


def test_members_are_counted_for_who_reads_alone_and_without_bots_and_who_left() -> None:
    community = make_community(name="a", owner=make_person())
    private = make_community("invite_only", name="b", owner=make_person())
    make_member(community, make_person(kind="bot"))
    make_member(community, make_person(left_on=date(2026, 1, 1)))
    me = actor_for(make_person())
    assert [card.member_count for card in find_communities(me).rows] == [1, None]
    assert private.name == "b"


def test_a_card_says_what_i_am_there_and_what_i_may_do() -> None:
    person, owner = make_person(), make_person()
    me = actor_for(person)
    make_member(make_community(name="1 member"), person, "moderator")
    make_join_request(make_community("on_request", name="2 asked"), person)
    make_community_invitation(make_community("hidden", name="3 invited", owner=owner), person, owner)
    make_community(name="4 open")
    make_community("on_request", name="5 asks")
    cards = find_communities(me).rows
    assert [card.role for card in cards] == ["moderator", "", "", "", ""]
    assert [card.has_asked for card in cards] == [False, True, False, False, False]
    assert [card.is_invited for card in cards] == [False, False, True, False, False]
    assert [card.may_join for card in cards] == [False, False, False, True, False]
    assert [card.may_ask for card in cards] == [False, False, False, False, True]
