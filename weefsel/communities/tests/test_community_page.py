from datetime import date

import pytest

from weefsel.communities.commands.change_community import change_community
from weefsel.communities.models import FormerSlug
from weefsel.communities.queries.audience_of import audience_of
from weefsel.communities.queries.community_page import community_page, slug_of
from weefsel.communities.queries.find_charters import find_charters
from weefsel.communities.queries.find_members import find_members
from weefsel.communities.queries.find_requests import find_invitations, find_requests
from weefsel.communities.queries.people_to_invite import people_to_invite
from weefsel.communities.testing import (
    make_community,
    make_community_invitation,
    make_join_request,
    make_member,
)
from weefsel.kernel.actor import STRANGER, Role
from weefsel.kernel.refusals import NotFound
from weefsel.kernel.testing import statements
from weefsel.people.testing import actor_for, home_organisation, make_organisation, make_person, make_unit

pytestmark = pytest.mark.django_db


def test_who_reads_it_sees_charter_people_and_facts() -> None:
    owner = make_person("Jonas Verbeke", site="Gent")
    community = make_community(
        owner=owner, name="Process", slug="process", charter="- Half an idea is welcome.\n\n- Answer."
    )
    for number in range(7):
        make_member(community, make_person(f"Person {number}", site="Kortrijk"))
    page = community_page(actor_for(make_person()), "process")
    assert page.charter is not None
    assert page.charter.lines == ["Half an idea is welcome.", "Answer."]
    assert [face.name for face in page.owners] == ["Jonas Verbeke"]
    assert [(g.title, g.count, len(g.faces)) for g in page.groups] == [("Kortrijk", 7, 5), ("Gent", 1, 1)]
    assert page.standing.may_join
    assert not page.standing.may_moderate


def test_an_invite_only_one_shows_name_purpose_and_owner_alone() -> None:
    community = make_community("invite_only", make_person("Jonas"), slug="board", charter="Secret.", purpose="Decide.")
    make_member(community, make_person())
    page = community_page(actor_for(make_person()), "board")
    assert (page.purpose, [face.name for face in page.owners]) == ("Decide.", ["Jonas"])
    assert page.charter is None
    assert page.groups == []
    assert not page.standing.reads
    for query in (audience_of, find_members, find_charters, find_requests, find_invitations):
        with pytest.raises(NotFound):
            query(actor_for(make_person()), community.pk)


def test_hidden_and_absent_are_asked_for_with_the_same_statements() -> None:
    make_community("hidden", make_person(), slug="hidden-one")
    FormerSlug.objects.create(community=make_community("hidden"), slug="was-here")
    me = actor_for(make_person())
    asked = []
    for slug in ("hidden-one", "was-here", "never-was"):
        with statements() as count, pytest.raises(NotFound):
            community_page(me, slug)
        asked.append([sql.split("WHERE")[0] for sql in count.sql])
    assert asked[0] == asked[1] == asked[2]
    assert len(asked[0]) == 2


def test_an_address_it_had_still_leads_there_unless_another_one_took_it() -> None:
    owner = make_person()
    community = make_community(owner=owner, name="Weaving", slug="weaving")
    change_community(actor_for(owner), community_id=community.pk, name="Weaving", kind="hidden")
    assert community_page(actor_for(owner), "weaving").id == community.pk
    with pytest.raises(NotFound):
        community_page(actor_for(make_person()), "weaving")
    other = make_community(slug="weaving")
    assert community_page(actor_for(owner), "weaving").id == other.pk
    assert slug_of(actor_for(owner), other.pk) == "weaving"


def test_an_invited_person_reads_what_they_are_asked_to_agree_to() -> None:
    owner, guest = make_person(), make_person()
    community = make_community("hidden", owner, slug="quiet", rules="No prices.", charter="Ours.")
    invitation = make_community_invitation(community, guest, owner)
    page = community_page(actor_for(guest), "quiet")
    assert (page.rules, page.charter, page.standing.invitation_id) == ("No prices.", None, invitation.pk)


def test_a_member_who_has_not_accepted_the_rules_reads_only_those() -> None:
    customer = make_organisation()
    guest = make_person(organisation=customer)
    community = make_community(owner=make_person(), slug="pilot", rules="No prices.", shared_with=(customer,))
    make_member(community, guest, accepted=False)
    page = community_page(actor_for(guest), "pilot")
    assert page.standing.must_accept
    assert not page.standing.reads
    assert (page.rules, page.groups, page.owners) == ("No prices.", [], [])


def test_from_outside_members_are_seen_where_the_rules_show_them() -> None:
    customer = make_organisation()
    guest = make_person(organisation=customer)
    shown = make_community(owner=make_person(), slug="shown", shared_with=(customer,))
    kept = make_community(owner=make_person(), slug="kept", shared_with=(customer,), shows_members=False)
    for community in (shown, kept):
        make_member(community, guest)
    assert sum(g.count for g in community_page(actor_for(guest), "shown").groups) == 2
    page = community_page(actor_for(guest), "kept")
    assert (page.groups, page.owners) == ([], [])
    assert "outside," not in audience_of(actor_for(guest), kept.pk).short
    with pytest.raises(NotFound):
        find_members(actor_for(guest), kept.pk)


def test_from_outside_nobody_learns_where_colleagues_sit() -> None:
    customer = make_organisation()
    guest = make_person(organisation=customer)
    owner = make_person(site="Kortrijk", unit=make_unit("Weaving"), job_title="Engineer")
    shown = make_community(owner=owner, slug="shown", shared_with=(customer,))
    make_member(shown, guest)
    page = community_page(actor_for(guest), "shown")
    assert [face.where for face in page.owners] == ["Engineer"]
    assert {group.title for group in page.groups} == {customer.name, owner.organisation.name}


def test_the_audience_is_a_sentence_with_the_kinds_of_who_reads() -> None:
    home_organisation()
    kessler, baert = make_organisation(name="Kessler"), make_organisation("supplier", name="Baert")
    owner = make_person()
    inside = audience_of(actor_for(owner), make_community(owner=owner, name="Process").pk)
    assert (inside.short, inside.is_outside) == ("Only inside · Process (1 person)", False)
    pilots = make_community(owner=owner, name="Pilots", shared_with=(kessler, baert))
    for _ in range(2):
        make_member(pilots, make_person(organisation=kessler))
    said = audience_of(actor_for(owner), pilots.pk)
    assert said.short == "Customers and suppliers can read this · Pilots (2 outside, 1 inside)"
    assert said.lead == "People outside Lindewever can read this."
    assert said.rest.startswith("Two people of Baert and Kessler are members, beside one of Lindewever.")


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("open", "All employees of Lindewever can read this and reply; the one member can begin threads."),
        ("on_request", "All employees of Lindewever can read this; the one member can write."),
        ("invite_only", "The one member reads and writes here."),
    ],
)
def test_the_audience_says_who_writes_as_the_rules_have_it(kind: str, sentence: str) -> None:
    home_organisation()
    owner = make_person()
    assert audience_of(actor_for(owner), make_community(kind, owner).pk).rest == sentence


def test_costs_do_not_grow_with_the_members() -> None:
    owner = make_person()
    community = make_community(owner=owner, slug="big")
    costs = []
    for _ in range(2):
        for _ in range(8):
            make_member(community, make_person(unit=make_unit()))
        with statements() as count:
            community_page(actor_for(owner), "big")
            find_members(actor_for(owner), community.pk)
            audience_of(actor_for(owner), community.pk)
        costs.append(count.total)
    assert costs[0] == costs[1]


def test_members_come_in_pages_with_owners_first_and_are_found_by_name() -> None:
    owner = make_person("Zoë")
    community = make_community(owner=owner)
    for number in range(24):
        make_member(community, make_person(f"Person {number:02}"))
    make_member(community, make_person("Gone", left_on=date(2026, 1, 1)))
    first = find_members(actor_for(owner), community.pk)
    second = find_members(actor_for(owner), community.pk, page=2)
    assert (len(first.rows), len(second.rows), second.is_last) == (20, 5, True)
    assert first.rows[0].name == "Zoë"
    assert [m.name for m in find_members(actor_for(owner), community.pk, text="zoe").rows] == ["Zoë"]


def test_requests_and_invitations_are_for_who_decides() -> None:
    owner, member = make_person(), make_person()
    community = make_community("on_request", owner)
    make_member(community, member)
    request = make_join_request(community, make_person("Ana"), "I coat.")
    make_join_request(community, make_person(left_on=date(2026, 1, 1)))
    make_community_invitation(community, make_person("Bo"), owner)
    assert [(r.id, r.text) for r in find_requests(actor_for(owner), community.pk).rows] == [(request.pk, "I coat.")]
    assert [i.to for i in find_invitations(actor_for(owner), community.pk)] == ["Bo"]
    for query in (find_requests, find_invitations):
        with pytest.raises(NotFound):
            query(actor_for(member), community.pk)


def test_one_invites_who_is_not_in_and_not_asked_yet() -> None:
    owner, customer = make_person(), make_organisation()
    community = make_community(owner=owner)
    make_member(community, make_person("Ana In"))
    make_community_invitation(community, make_person("Ana Asked"), owner)
    make_person("Ana Outside", organisation=customer)
    make_person("Ana Bot", kind="bot")
    wanted = make_person("Añá Free")
    assert [c.person_id for c in people_to_invite(actor_for(owner), community.pk, "ana")] == [wanted.pk]
    assert people_to_invite(actor_for(owner), community.pk, "  ") == []
    with pytest.raises(NotFound):
        people_to_invite(actor_for(make_person()), community.pk, "ana")


def test_a_steward_sees_who_could_take_over_but_no_charter() -> None:
    member = make_person()
    community = make_community("hidden", make_person(left_on=date(2026, 1, 1)), slug="orphan", charter="Ours.")
    make_member(community, member)
    steward = actor_for(make_person(), {Role.STEWARD})
    page = community_page(steward, "orphan")
    assert page.standing.may_manage
    assert (page.standing.reads, page.charter, page.owners) == (False, None, [])
    assert [m.person_id for m in find_members(steward, community.pk).rows] == [member.pk]
    for stranger in (STRANGER, actor_for(make_person())):
        with pytest.raises(NotFound):
            community_page(stranger, "orphan")
