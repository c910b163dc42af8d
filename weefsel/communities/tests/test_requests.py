from datetime import date

import pytest

from weefsel.audit.models import Entry
from weefsel.communities.commands.approve_request import approve_request
from weefsel.communities.commands.ask_to_join import ask_to_join
from weefsel.communities.commands.decline_request import decline_request
from weefsel.communities.commands.withdraw_request import withdraw_request
from weefsel.communities.models import JoinRequest, Membership
from weefsel.communities.testing import make_community, make_join_request, make_member
from weefsel.kernel.refusals import Conflict, Invalid, NotAllowed, NotFound
from weefsel.people.testing import actor_for, make_person

pytestmark = pytest.mark.django_db


def test_asking_twice_is_asking_once() -> None:
    actor = actor_for(make_person())
    community = make_community("on_request", make_person())
    first = ask_to_join(actor, community_id=community.pk, text="I coat.")
    assert ask_to_join(actor, community_id=community.pk) == first
    assert JoinRequest.objects.get().text == "I coat."


@pytest.mark.parametrize("kind", ["open", "invite_only"])
def test_other_kinds_take_no_requests(kind: str) -> None:
    with pytest.raises(NotAllowed):
        ask_to_join(actor_for(make_person()), community_id=make_community(kind).pk)


def test_members_do_not_ask_nor_does_anybody_at_an_archived_one() -> None:
    owner = make_person()
    with pytest.raises(Conflict):
        ask_to_join(actor_for(owner), community_id=make_community("on_request", owner).pk)
    with pytest.raises(Conflict):
        ask_to_join(actor_for(make_person()), community_id=make_community("on_request", owner, is_archived=True).pk)


def test_a_long_reason_is_not_cut_but_said() -> None:
    with pytest.raises(Invalid):
        ask_to_join(actor_for(make_person()), community_id=make_community("on_request").pk, text="x" * 501)


@pytest.mark.parametrize("role", ["owner", "moderator"])
def test_who_looks_after_it_lets_people_in_once(role: str) -> None:
    decider, asking = make_person(), make_person()
    community = make_community("on_request", make_person())
    make_member(community, decider, role)
    request = make_join_request(community, asking)
    for _ in range(2):
        approve_request(actor_for(decider), join_request_id=request.pk)
    request.refresh_from_db()
    assert (request.outcome, request.decided_by) == ("approved", decider)
    assert Membership.objects.filter(community=community, person=asking).count() == 1
    assert Entry.objects.filter(deed="member_joined", facts__person=asking.pk).count() == 1


def test_a_request_ends_one_way_only() -> None:
    owner, asking = make_person(), make_person()
    community = make_community("on_request", owner)
    request = make_join_request(community, asking)
    decline_request(actor_for(owner), join_request_id=request.pk)
    decline_request(actor_for(owner), join_request_id=request.pk)
    with pytest.raises(Conflict):
        approve_request(actor_for(owner), join_request_id=request.pk)
    with pytest.raises(Conflict):
        withdraw_request(actor_for(asking), join_request_id=request.pk)
    assert not Membership.objects.filter(person=asking).exists()
    again = ask_to_join(actor_for(asking), community_id=community.pk)
    withdraw_request(actor_for(asking), join_request_id=again)
    with pytest.raises(Conflict):
        decline_request(actor_for(owner), join_request_id=again)


def test_others_see_no_request_and_members_decide_none() -> None:
    member, asking = make_person(), make_person()
    community = make_community("on_request", make_person())
    make_member(community, member)
    request = make_join_request(community, asking)
    for actor in (actor_for(make_person()), actor_for(member)):
        for deed in (approve_request, decline_request, withdraw_request):
            with pytest.raises(NotFound):
                deed(actor, join_request_id=request.pk)
    with pytest.raises(NotAllowed):
        approve_request(actor_for(asking), join_request_id=request.pk)


def test_nobody_is_let_in_after_they_left_or_after_it_was_archived() -> None:
    owner = make_person()
    gone = make_join_request(make_community("on_request", owner), make_person(left_on=date(2026, 1, 1)))
    closed = make_join_request(make_community("on_request", owner, is_archived=True), make_person())
    for request in (gone, closed):
        with pytest.raises(Conflict):
            approve_request(actor_for(owner), join_request_id=request.pk)
